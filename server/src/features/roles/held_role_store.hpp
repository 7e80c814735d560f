// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/roles/held_role.hpp"

#include <optional>
#include <string_view>

/// Who holds which role, and how a role ends.
namespace konbit::roles {

/// Everything about the roles of one place.
/// @param language  Of the place's name.
RolesPage find_page(db::Session& session, const RoleKeeper& by, std::string_view language, Instant now);

/// Ends a role from that moment on; running sessions lose it with their next request. An organization whose
/// last people go can be claimed again.
/// @return ErrorCode::conflict "last_facilitator" (a cluster is handed over; an administrator may end it all
/// the
///         same) or "last_administrator".
Result<void> end(db::Session& session, const GrantKeeper& by, Instant now);

/// Ends a role because its holder handed it over. @param to  Who holds it from now on.
void end_by_handing_over(db::Session& session, const Grant& grant, const AccountId& to, Instant now);

/// Changes the last day of a role that ends by itself; nobody prolongs the own one.
/// @return The role as it is then; ErrorCode::forbidden "own_role"; ErrorCode::invalid at /until.
Result<Grant> prolong(db::Session& session, const GrantKeeper& by, Date until, Instant now);

/// Moves what has ended by its day to the former roles. @return How many.
std::int64_t retire_expired(db::Session& session, Instant now);

}  // namespace konbit::roles
