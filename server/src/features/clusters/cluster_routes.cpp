// SPDX-License-Identifier: Apache-2.0
#include "features/clusters/cluster_routes.hpp"

#include "db/database.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

using http::Created;
using http::Query;

struct ClusterQuery {
    std::string q;
    std::optional<std::string> country_code;
    std::optional<std::string> sector;
    std::optional<Stage> stage;
    bool mine = false;
    Sort sort = Sort::name;
    int limit = PageRequest::default_size;
    std::string after;
    bool count = false;

    static constexpr auto fields() {
        return std::tuple{
            field("q", &ClusterQuery::q).defaulted(),
            field("country_code", &ClusterQuery::country_code),
            field("sector", &ClusterQuery::sector),
            field("stage", &ClusterQuery::stage),
            field("mine", &ClusterQuery::mine).defaulted(),
            field("sort", &ClusterQuery::sort).defaulted(),
            field("limit", &ClusterQuery::limit).defaulted(),
            field("after", &ClusterQuery::after).defaulted(),
            field("count", &ClusterQuery::count).defaulted(),
        };
    }
};

Result<Page<ClusterProfile>> list(App& app, const Viewer& viewer, Query<ClusterQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit, query.count));
    const clusters::Filter filter{query.q, query.country_code, query.sector, query.stage, query.mine};
    return app.database.read(
        [&](db::Session& session) { return clusters::list(session, viewer, filter, query.sort, page); });
}

Result<ClusterProfile> show(App& app, ClusterId id, const Viewer& viewer) {
    return app.database.read([&](db::Session& session) { return clusters::find(session, viewer, id); });
}

Result<Created<Cluster>> start(App& app, const SignedIn& by, Create<Cluster> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Cluster valid, checked(std::move(draft)));
    KONBIT_TRY(Cluster made, app.database.write([&](db::Session& session) {
        return clusters::insert(session, valid, by, now);
    }));
    return Created<Cluster>{std::move(made)};
}

Result<Cluster> change(App& app, ClusterId id, const Facilitator& by, Patch<Cluster> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<Cluster> {
        KONBIT_TRY(const ClusterProfile stored, clusters::find(session, by.viewer(), id));
        KONBIT_TRY(Cluster wanted, patch.onto(stored));
        KONBIT_TRY(Cluster valid, checked(std::move(wanted)));
        return clusters::update(session, std::move(valid), by, now);
    });
}

}  // namespace

std::span<const http::Route<App>> cluster_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/clusters", "Clusters that the viewer may see", anyone, list),
        http::route(post, "/api/clusters", "Starts a cluster, a draft with the account as its facilitator",
                    signed_in, start),
        http::route(get, "/api/clusters/{cluster_id}", "One cluster", may_view_cluster, show),
        http::route(patch, "/api/clusters/{cluster_id}", "Changes the fields present in the body",
                    may_facilitate, change),
    };
    return all;
}

}  // namespace konbit
