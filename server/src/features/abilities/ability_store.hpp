// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/abilities/ability.hpp"
#include "features/permission/role_policies.hpp"

#include <string_view>

namespace konbit::abilities {

/// What the own account can do, in all its roles.
Abilities find_own(db::Session& session, const SignedIn& by, const Table& table, std::string_view language);

/// What an account can do by its roles in the keeper's place; for a keeper of the platform, by all of them.
/// @return ErrorCode::not_found "account" for one that has no role there.
Result<Abilities> find(db::Session& session, const RoleKeeper& by, const AccountId& account,
                       const Table& table, std::string_view language, Instant now);

}  // namespace konbit::abilities
