// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/permission/capabilities.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// The person `p`, or the account `a`, belongs to the organization `o`, as SQL conditions: it has a role
/// there that has not ended, or speaks for it here.
inline constexpr std::string_view person_belongs_to =
    "EXISTS (SELECT 1 FROM contact_roles r WHERE r.person_id = p.id AND r.organization_id = o.id"
    " AND r.until IS NULL)";
inline constexpr std::string_view account_belongs_to =
    "(EXISTS (SELECT 1 FROM grants g WHERE g.account_id = a.id AND g.role = 'member'"
    " AND g.scope = 'organization' AND g.scope_id = CAST(o.id AS TEXT))"
    " OR EXISTS (SELECT 1 FROM contact_roles r JOIN people p ON p.id = r.person_id"
    " WHERE p.account_id = a.id AND r.organization_id = o.id AND r.until IS NULL))";

/// Organizations that do business beside the other members, as an SQL condition on `o`. Who works for a
/// support organization on the same roster is neutral.
inline constexpr std::string_view is_member_firm = "o.kind IN ('firm', 'cooperative')";

/// The firms on the roster of a cluster to which an account belongs, by their short names. Firms that have
/// left count: what they said, and what was said of them, is still in the waves.
/// @return Empty for somebody who is neutral in this cluster.
std::vector<std::string> own_firms(db::Session& db, const AccountId& account, const ClusterId& cluster);

/// The same for a person who need not have an account.
std::vector<std::string> own_firms(db::Session& db, const PersonId& person, const ClusterId& cluster);

/// Whether people of member firms may run their cluster on this installation; they may unless it forbids it.
bool firms_may_facilitate(db::Session& db);

/// What giving somebody the role of a facilitator demands, who is known by these firms.
/// @return ErrorCode::conflict "own_firm_is_member" where the installation forbids it.
Result<void> check_may_run(db::Session& db, const std::vector<std::string>& firms);

}  // namespace konbit
