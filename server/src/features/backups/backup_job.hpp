// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/backups/backup.hpp"
#include "features/jobs/handlers.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

/// The nightly backup, and what is known of the last one.
namespace konbit::backups {

/// Nothing is pruned.
inline constexpr std::size_t keep_all = std::numeric_limits<std::size_t>::max();

/// What the operator set: backup_folder, backup_keys_folder, backup_keep.
struct Plan {
    Destination destination;  ///< No backups are taken when `to` is empty.
    std::size_t keep = 14;
};

/// A backup is late when the last good one is older: a day and some grace for the work itself.
inline constexpr std::int64_t late_after_ms = 26 * hour_ms;

/// The last backup that is whole, taken by whichever way, and why a later one failed.
struct LastBackup {
    std::optional<Instant> taken_at;
    std::string folder;
    std::int64_t bytes = 0;
    std::string failure;  ///< Empty when nothing failed since.

    static constexpr auto fields() {
        return std::tuple{field("taken_at", &LastBackup::taken_at), field("folder", &LastBackup::folder),
                          field("bytes", &LastBackup::bytes), field("failure", &LastBackup::failure)};
    }
};

LastBackup find_last(db::Database& database);

/// True when there is none, or it is older than 26 hours.
bool is_late(const LastBackup& last, Instant now);

/// make() and prune(), with a note of how it went.
Result<Backup> make_and_note(App& app, const Plan& plan);

/// An error in the log when the last backup is late.
void warn_when_late(App& app);

/// Adds the daily job and the hourly look after it. @param plan  Nothing is added without a folder.
void add_backup_job(jobs::Handlers& handlers, App& app, Plan plan);

}  // namespace konbit::backups
