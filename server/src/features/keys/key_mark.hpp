// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time.hpp"
#include "db/database.hpp"
#include "features/keys/installation_keys.hpp"

#include <optional>
#include <string>

/// The database remembers the id of its installation key, so that a wrong one is refused at the start and not
/// found out by lost answers.
namespace konbit::keys {

/// @return Empty in a database that was never served.
std::optional<std::string> find_mark(db::Database& database);

/// Whether the keys are those of the database; the newest is remembered.
/// @return ErrorCode::unavailable, with words for an operator, when none is.
Result<void> check_mark(db::Database& database, const InstallationKeys& keys, Instant now);

/// Remembers the newest key, whatever was remembered.
void set_mark(db::Database& database, const InstallationKeys& keys, Instant now);

}  // namespace konbit::keys
