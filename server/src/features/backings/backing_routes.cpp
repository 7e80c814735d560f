// SPDX-License-Identifier: Apache-2.0
#include "features/backings/backing_routes.hpp"

#include "db/database.hpp"
#include "features/backings/backing_mail.hpp"
#include "features/backings/backing_store.hpp"
#include "features/backings/starting.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

using http::Created;

Result<Created<Cluster>> start(App& app, const SignedIn& by, Create<ClusterStart> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(Cluster made, app.database.write([&](db::Session& session) {
        return backings::start(session, app, draft, by, now);
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
