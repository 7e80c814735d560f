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
    const auto address = app.database.read([&](db::Session& session) {
        return session.one<std::string>(
            "SELECT p.email FROM team_showings s JOIN contact_roles r ON r.id = s.role_id"
            " JOIN people p ON p.id = r.person_id WHERE s.role_id = $1 AND p.email IS NOT NULL",
            *role);
    });
    if (!address) return failure(ErrorCode::not_found, "link_unknown");
    const auto token = request.query.first("token");
    if (!app.keys.first(team::link_purpose, [&](const crypto::Key& key) {
            return crypto::equal(token, team::link_token(key, *role, *address));
        }))
        return failure(ErrorCode::not_found, "link_unknown");
    return TeamPerson(*role);
}

}  // namespace konbit
