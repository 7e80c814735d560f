// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/accounts/account.hpp"
#include "features/permission/viewer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::accounts {

/// @return The account of that address in any case; only the installation itself sees accounts of others.
std::optional<Account> find_by_email(db::Session& db, const Viewer& viewer, std::string_view email);

/// @return ErrorCode::not_found unless it is the viewer's own account, or the viewer is an administrator.
Result<Account> find(db::Session& db, const Viewer& viewer, const AccountId& id);

/// What an account may do at that moment: its own grants that have not ended, and those of others whose
/// deputy it is. Read at every request, so that taking one away works at once.
std::vector<Grant> grants_of(db::Session& db, const AccountId& account, Instant now);

/// Adds an account as the installation itself: `konbit user add`, and the demonstration.
/// @return ErrorCode::conflict "email_taken".
Result<Account> insert(db::Session& db, const System& by, Account account);

/// Somebody whose address was proven by a mailed link.
struct ProvenPerson {
    std::string email;
    std::string name;
    std::string language;
};

/// The account of the address; made without a password when there is none. An account that is there keeps its
/// own name and language.
/// @return ErrorCode::invalid with /email, /name or /language.
Result<Account> find_or_insert(db::Session& db, const System& by, const ProvenPerson& person, Instant now);

/// Disables an account or lets it in again. Disabling ends its sessions and every mailed link.
/// @return ErrorCode::not_found "account" when no account has the address.
Result<Account> set_status(db::Session& db, const System& by, std::string_view email, AccountStatus status,
                           Instant now);

/// Gives an account a role; the same grant twice is one. One that had ended by `created_at` begins anew.
Result<void> insert(db::Session& db, const System& by, Grant grant);

}  // namespace konbit::accounts
