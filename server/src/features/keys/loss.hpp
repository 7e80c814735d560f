// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/database.hpp"
#include "features/app.hpp"

#include <cstdint>

/// Going on when keys are gone for good (docs/operators/keys.md). What they sealed can be read by nobody any
/// more; it is taken out, so that figures count it as not answered and members can answer again.
namespace konbit::keys {

/// What cannot be read or recognized without its key.
struct Loss {
    std::int64_t waves = 0;        ///< With sealed answers, or open.
    std::int64_t sealed_rows = 0;  ///< Of one respondent to one question.
    std::int64_t secrets = 0;      ///< Accounts whose authenticator app cannot be checked.
    std::int64_t messages = 0;     ///< Waiting in the outbox.
    std::int64_t flags = 0;        ///< Of competition.
    std::int64_t marks = 0;        ///< Of addresses that were erased or want no reminders.
};

/// What hangs on the installation key; it is not needed for counting.
Loss measure(db::Database& database);

/// Takes out what the missing key sealed; to be called with a new key in its place. Personal links end, and
/// accounts with an authenticator app sign in without it until they set it up again.
/// @return What was lost.
Result<Loss> go_on_with_new_key(App& app);

/// The same when the installation key is there and only keys of waves are missing.
Result<Loss> go_on_without_wave_keys(App& app);

}  // namespace konbit::keys
