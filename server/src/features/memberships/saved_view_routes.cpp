// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "features/memberships/membership_routes.hpp"
#include "features/memberships/saved_view_store.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

using http::Created;
using http::IfMatch;
using http::NoContent;

Result<Page<SavedView>> list_views(App& app, ClusterId, const Facilitator& by) {
    return Page<SavedView>{
        app.database.read([&](db::Session& session) { return saved_views::list(session, by); }), {}, {}};
}

Result<Created<SavedView>> add_view(App& app, ClusterId, const Facilitator& by, Create<SavedView> draft) {
    KONBIT_TRY(SavedView made, app.database.write([&](db::Session& session) {
        return saved_views::insert(session, draft, by);
    }));
    return Created<SavedView>{std::move(made), "/api/views/" + made.id.str()};
}

Result<SavedView> change_view(App& app, SavedViewId id, const SignedIn& by, Patch<SavedView> patch) {
    return app.database.write([&](db::Session& session) -> Result<SavedView> {
        KONBIT_TRY(const SavedView stored, saved_views::find(session, by, id));
        KONBIT_TRY(SavedView wanted, patch.onto(stored));
        return saved_views::update(session, std::move(wanted), by);
    });
}

Result<NoContent> remove_view(App& app, SavedViewId id, const SignedIn& by, IfMatch seen) {
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_TRY(const SavedView stored, saved_views::find(session, by, id));
        KONBIT_CHECK(seen.check(stored.version));
        KONBIT_CHECK(saved_views::remove(session, stored, by));
        return NoContent{};
    });
}

}  // namespace

std::span<const http::Route<App>> saved_view_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/clusters/{cluster_id}/views", "The own saved views of a roster",
                    may_facilitate, list_views),
        http::route(post, "/api/clusters/{cluster_id}/views", "Saves a view of a roster", may_facilitate,
                    add_view),
        http::route(patch, "/api/views/{id}", "Changes the fields present in the body", may_keep_view,
                    change_view),
        http::route(remove, "/api/views/{id}", "Forgets a saved view", may_keep_view, remove_view),
    };
    return all;
}

}  // namespace konbit
