// SPDX-License-Identifier: Apache-2.0
#include "features/backings/backing_routes.hpp"

#include "db/database.hpp"
#include "features/backings/backing_mail.hpp"
#include "features/backings/backing_store.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

using http::Created;

/// The cluster that the five fields describe.
Result<Cluster> begun(const ClusterStart& start) {
    Findings findings;
    findings.require(!start.purpose.empty(), "/purpose", "required");
    KONBIT_CHECK(std::move(findings).or_value(true));
    Cluster cluster;
    cluster.name = start.name;
    cluster.country_code = start.country_code;
    cluster.sector = start.sector;
    cluster.description = start.purpose;
    return checked(std::move(cluster));
}

Result<Created<Cluster>> start(App& app, const SignedIn& by, Create<ClusterStart> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Cluster valid, begun(draft));
    KONBIT_TRY(Cluster made, app.database.write([&](db::Session& session) -> Result<Cluster> {
        KONBIT_TRY(Cluster cluster, clusters::insert(session, valid, by, now));
        KONBIT_TRY(const Backing backing,
                   backings::request(session, cluster.id, draft.organization_id, by, now));
        KONBIT_CHECK(backings::mail_request(session, app, backing, cluster, now));
        return cluster;
    }));
    std::string location = "/api/clusters/" + made.id.str();
    return Created<Cluster>{std::move(made), std::move(location)};
}

Result<Page<ListedBacking>> list_open(App& app, const SignedIn& by) {
    return app.database.read(
        [&](db::Session& session) { return Page<ListedBacking>{backings::list_open(session, by), {}, {}}; });
}

Result<Page<Backing>> of_cluster(App& app, ClusterId, const ClusterEditor& by) {
    return app.database.read([&](db::Session& session) {
        Page<Backing> page;
        if (auto backing = backings::find(session, by)) page.items.push_back(*std::move(backing));
        return page;
    });
}

Result<Backing> decide(App& app, BackingId, const BackingJudge& by, Create<BackingDecision> decision) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<Backing> {
        KONBIT_TRY(Backing decided, backings::decide(session, by, decision, now));
        KONBIT_CHECK(backings::mail_decision(session, app, decided, now));
        return decided;
    });
}

}  // namespace

std::span<const http::Route<App>> backing_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(post, "/api/starts",
                    "Starts a cluster in five fields and asks a support organization to stand behind it",
                    signed_in, start),
        http::route(get, "/api/backings", "What the account is asked to stand behind", signed_in, list_open),
        http::route(post, "/api/backings/{backing_id}/decide",
                    "Agrees to stand behind a cluster, or declines", may_decide_backing, decide),
        http::route(get, "/api/clusters/{cluster_id}/backing",
                    "Who stands behind the cluster, if it needs anybody", may_edit_cluster, of_cluster),
    };
    return all;
}

}  // namespace konbit
