// SPDX-License-Identifier: Apache-2.0
#include "features/clusters/cluster_routes.hpp"

#include "db/database.hpp"
#include "features/backings/backing_store.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/clusters/stage_store.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

using http::Created;
using http::IfMatch;
using http::Query;

struct ClusterQuery : clusters::Filter {
    Sort sort = Sort::name;
    int limit = PageRequest::default_size;
    std::string after;
    bool count = false;

    static constexpr auto fields() {
        return std::tuple_cat(clusters::Filter::fields(),
                              std::tuple{
                                  field("sort", &ClusterQuery::sort).defaulted(),
                                  field("limit", &ClusterQuery::limit).defaulted(),
                                  field("after", &ClusterQuery::after).defaulted(),
                                  field("count", &ClusterQuery::count).defaulted(),
                              });
    }
};

Result<Page<ClusterProfile>> list(App& app, const Viewer& viewer, Query<ClusterQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit, query.count));
    return app.database.read(
        [&](db::Session& session) { return clusters::list(session, viewer, query, query.sort, page); });
}

Result<clusters::Facets> count_facets(App& app, const Viewer& viewer, Query<clusters::Filter> query) {
    return app.database.read([&](db::Session& session) { return clusters::facets(session, viewer, query); });
}

Result<ShownCluster> show(App& app, ClusterId id, const Viewer& viewer) {
    return app.database.read(
        [&](db::Session& session) { return clusters::find_details(session, viewer, id); });
}

/// Those who keep the directory of the country are asked to stand behind it.
Result<Created<Cluster>> start(App& app, const SignedIn& by, Create<Cluster> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Cluster valid, checked(std::move(draft)));
    KONBIT_TRY(Cluster made, app.database.write([&](db::Session& session) -> Result<Cluster> {
        KONBIT_TRY(Cluster cluster, clusters::insert(session, valid, by, now));
        KONBIT_CHECK(backings::request(session, cluster.id, {}, by, now));
        return cluster;
    }));
    return Created<Cluster>{std::move(made)};
}

Result<ClusterDetails> change(App& app, ClusterId id, const ClusterEditor& by, Patch<ClusterDetails> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<ClusterDetails> {
        KONBIT_TRY(const ShownCluster stored, clusters::find_details(session, by.viewer(), id));
        KONBIT_TRY(ClusterDetails wanted, patch.onto(stored));
        KONBIT_TRY(ClusterDetails valid, checked(std::move(wanted), utc_date(now).year()));
        return clusters::update(session, std::move(valid), by, now);
    });
}

/// "All of this is still right", said by the cluster about the version that it saw.
Result<ClusterDetails> confirm(App& app, ClusterId id, const ClusterEditor& by, IfMatch seen) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<ClusterDetails> {
        KONBIT_TRY(ClusterDetails stored, clusters::find_details(session, by.viewer(), id));
        KONBIT_CHECK(seen.check(stored.version));
        return clusters::confirm(session, std::move(stored), by, now);
    });
}

Result<Page<ListedStageChange>> list_stages(App& app, ClusterId, const ClusterEditor& by) {
    return app.database.read(
        [&](db::Session& session) { return Page<ListedStageChange>{stages::list(session, by), {}, {}}; });
}

Result<Created<StageChange>> add_stage(App& app, ClusterId, const ClusterEditor& by,
                                       Create<StageChange> draft) {
    const Instant now = app.clock.now();
    const StageChange given = std::move(draft);
    KONBIT_TRY(StageChange made, app.database.write([&](db::Session& session) {
        return stages::insert(session, given, by, now);
    }));
    return Created<StageChange>{std::move(made)};
}

}  // namespace

std::span<const http::Route<App>> cluster_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/clusters", "Clusters that the viewer may see", anyone, list),
        http::route(get, "/api/clusters/facets",
                    "What the list can be narrowed to, each with how many would remain", anyone,
                    count_facets),
        http::route(post, "/api/clusters", "Starts a cluster, a draft with the account as its facilitator",
                    signed_in, start),
        http::route(get, "/api/clusters/{cluster_id}", "One cluster", may_view_cluster, show),
        http::route(patch, "/api/clusters/{cluster_id}", "Changes the fields present in the body",
                    may_edit_cluster, change),
        http::route(post, "/api/clusters/{cluster_id}/confirm", "Says that all of the profile is right today",
                    may_edit_cluster, confirm),
        http::route(get, "/api/clusters/{cluster_id}/stages", "How the cluster came to its stage",
                    may_edit_cluster, list_stages),
        http::route(post, "/api/clusters/{cluster_id}/stages",
                    "Notes when a stage was reached, and whether the steering committee confirmed it",
                    may_edit_cluster, add_stage),
    };
    return all;
}

}  // namespace konbit
