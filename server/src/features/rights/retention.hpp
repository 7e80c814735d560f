// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time.hpp"
#include "db/session.hpp"
#include "features/app.hpp"
#include "features/jobs/handlers.hpp"
#include "features/surveys/wave.hpp"

#include <vector>

/// How long answers stay with names.
namespace konbit::rights {

/// Two years after the last wave of the cluster ended. A wave that is still open keeps all of them.
inline constexpr std::int64_t names_kept_ms = 730 * day_ms;

/// The waves whose names must go, by now. Invented ones keep theirs.
std::vector<Wave> list_outlived(db::Session& db, Instant now);

/// Takes every name off a wave for good: its members become unnamed others, and what only served names
/// (persons, typed-in drafts, unlisted organizations, corrections, sealed answers) is erased. Ties stay, so
/// that counts and shapes can still be compared. Frozen results become a new release.
/// @note The wave's key is to be destroyed after the commit: then sealed answers are gone in backups, too.
Result<void> take_names_off(db::Session& db, const Wave& wave, Instant now);

/// Adds the daily job that does this, and destroys the keys. That it will was told before (departures.hpp).
void add_retention_job(jobs::Handlers& handlers, App& app);

}  // namespace konbit::rights
