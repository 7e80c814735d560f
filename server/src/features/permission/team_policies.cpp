// SPDX-License-Identifier: Apache-2.0
#include "features/permission/team_policies.hpp"

#include "db/database.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/team/team_link.hpp"

namespace konbit {

/// A link of a role that is no more, or about which nobody was asked, looks like one that never was.
Result<TeamPerson> TeamPolicies::hold_link(App& app, const http::Request& request) {
    const auto role = ContactRoleId::parse(request.query.first("role"));
    if (!role) return failure(ErrorCode::not_found, "link_unknown");
    const auto key = app.keys.derive(team::link_purpose);
    const bool is_theirs = crypto::equal(request.query.first("token"), team::link_token(key, *role));
    const bool was_asked = app.database.read([&](db::Session& session) {
        return session.one<std::int64_t>("SELECT 1 FROM team_showings WHERE role_id = $1", *role).has_value();
    });
    if (!is_theirs || !was_asked) return failure(ErrorCode::not_found, "link_unknown");
    return TeamPerson(*role);
}

}  // namespace konbit
