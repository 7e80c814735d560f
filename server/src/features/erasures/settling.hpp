// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/erasures/journal.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace konbit::erasures {

/// What bringing journal and database together did.
struct Settled {
    std::int64_t written = 0;  ///< Lines that the journal learned from the database.
    std::int64_t applied = 0;  ///< Erasures that the database did not know: a backup of before was restored.
};

/// Erases anew what the journal knows and the database does not, then writes into the journal what only the
/// database knows. Called when the program starts, after each erasure and every hour; once done it finds
/// nothing to do.
/// @param other  A journal kept elsewhere, for a restore on another machine.
/// @return ErrorCode::unavailable "erasure_journal_broken", or what kept an erasure from being done again.
Result<Settled> settle(App& app, const std::optional<std::filesystem::path>& other = {});

/// As settle(), after an erasure that was done: when the journal cannot be written the operator's log says
/// so, and the next hour tries again.
void settle_or_log(App& app);

}  // namespace konbit::erasures
