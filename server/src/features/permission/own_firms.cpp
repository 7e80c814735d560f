// SPDX-License-Identifier: Apache-2.0
#include "features/permission/own_firms.hpp"

#include <fmt/core.h>

namespace konbit {

std::vector<std::string> own_firms(db::Session& db, const AccountId& account, const ClusterId& cluster) {
    return db.query<std::string>(fmt::format(R"(
        SELECT m.label
        FROM accounts a, memberships m JOIN organizations o ON o.id = m.organization_id
        WHERE a.id = $1 AND m.cluster_id = $2 AND {} AND {}
        ORDER BY m.sort_key, m.id)",
                                             is_member_firm, account_belongs_to),
                                 account, cluster);
}

std::vector<std::string> own_firms(db::Session& db, const PersonId& person, const ClusterId& cluster) {
    if (const auto account = db.value<std::optional<std::optional<AccountId>>>(
            "SELECT account_id FROM people WHERE id = $1", person);
        account && *account)
        return own_firms(db, **account, cluster);
    return db.query<std::string>(fmt::format(R"(
        SELECT m.label
        FROM people p, memberships m JOIN organizations o ON o.id = m.organization_id
        WHERE p.id = $1 AND m.cluster_id = $2 AND {} AND {}
        ORDER BY m.sort_key, m.id)",
                                             is_member_firm, person_belongs_to),
                                 person, cluster);
}

bool firms_may_facilitate(db::Session& db) {
    return db.value<std::optional<std::string>>(
               "SELECT value FROM settings WHERE key = 'firms_may_facilitate'") != "false";
}

Result<void> check_may_run(db::Session& db, const std::vector<std::string>& firms) {
    if (firms.empty() || firms_may_facilitate(db)) return {};
    return failure(ErrorCode::conflict, "own_firm_is_member");
}

}  // namespace konbit
