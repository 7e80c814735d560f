// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "features/memberships/member_group_store.hpp"
#include "features/memberships/membership_routes.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

using http::Created;
using http::IfMatch;
using http::NoContent;

Result<Page<MemberGroup>> list_groups(App& app, ClusterId, const Facilitator& by) {
    return Page<MemberGroup>{
        app.database.read([&](db::Session& session) { return member_groups::list(session, by); }), {}, {}};
}

Result<Created<MemberGroup>> add_group(App& app, ClusterId, const Facilitator& by,
                                       Create<MemberGroup> draft) {
    KONBIT_TRY(MemberGroup made, app.database.write([&](db::Session& session) {
        return member_groups::insert(session, draft, by);
    }));
    return Created<MemberGroup>{std::move(made), "/api/groups/" + made.id.str()};
}

Result<MemberGroup> change_group(App& app, MemberGroupId id, const Facilitator& by,
                                 Patch<MemberGroup> patch) {
    return app.database.write([&](db::Session& session) -> Result<MemberGroup> {
        KONBIT_TRY(const MemberGroup stored, member_groups::find(session, by, id));
        KONBIT_TRY(MemberGroup wanted, patch.onto(stored));
        return member_groups::update(session, std::move(wanted), by);
    });
}

Result<NoContent> remove_group(App& app, MemberGroupId id, const Facilitator& by, IfMatch seen) {
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_TRY(const MemberGroup stored, member_groups::find(session, by, id));
        KONBIT_CHECK(seen.check(stored.version));
        KONBIT_CHECK(member_groups::remove(session, stored, by));
        return NoContent{};
    });
}

}  // namespace

std::span<const http::Route<App>> member_group_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/clusters/{cluster_id}/groups", "Chains and working groups with their members",
                    may_facilitate, list_groups),
        http::route(post, "/api/clusters/{cluster_id}/groups", "Makes a chain or working group",
                    may_facilitate, add_group),
        http::route(patch, "/api/groups/{id}", "Changes the fields present in the body", may_facilitate_group,
                    change_group),
        http::route(remove, "/api/groups/{id}", "Dissolves a group; its members stay members",
                    may_facilitate_group, remove_group),
    };
    return all;
}

}  // namespace konbit
