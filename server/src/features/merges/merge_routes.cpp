// SPDX-License-Identifier: Apache-2.0
#include "features/merges/merge_routes.hpp"

#include "db/database.hpp"
#include "features/merges/merge_store.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

using http::Created;

struct MergeQuery {
    OrganizationId survivor_id{};
    OrganizationId duplicate_id{};

    static constexpr auto fields() {
        return std::tuple{field("survivor_id", &MergeQuery::survivor_id),
                          field("duplicate_id", &MergeQuery::duplicate_id)};
    }
};

Result<MergePreview> preview(App& app, const DirectoryEditor& by, http::Query<MergeQuery> query) {
    const MergeOrder order{query.survivor_id, query.duplicate_id, {}};
    return app.database.read([&](db::Session& session) { return merges::preview(session, order, by); });
}

Result<Created<Merge>> merge(App& app, const DirectoryEditor& by, Create<MergeOrder> order) {
    const Instant now = app.clock.now();
    KONBIT_TRY(Merge made, app.database.write(
                               [&](db::Session& session) { return merges::merge(session, order, by, now); }));
    return Created<Merge>{std::move(made)};
}

Result<Merge> undo(App& app, MergeId id, const DirectoryEditor& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) { return merges::undo(session, id, by, now); });
}

Result<Page<Merge>> list(App& app, const DirectoryEditor& by) {
    return app.database.read([&](db::Session& session) -> Result<Page<Merge>> {
        return Page<Merge>{merges::list(session, by), std::nullopt, std::nullopt};
    });
}

}  // namespace

std::span<const http::Route<App>> merge_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/merges", "The newest merges", may_add_to_directory, list),
        http::route(get, "/api/merges/preview", "What making one organization of two would do",
                    may_add_to_directory, preview),
        http::route(post, "/api/merges", "Makes one organization of two", may_add_to_directory, merge),
        http::route(post, "/api/merges/{merge_id}/undo", "Parts them again", may_add_to_directory, undo),
    };
    return all;
}

}  // namespace konbit
