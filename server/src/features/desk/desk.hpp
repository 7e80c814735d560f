// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/time.hpp"
#include "db/session.hpp"
#include "features/backups/backup_job.hpp"
#include "features/permission/capabilities.hpp"

#include <cstdint>
#include <optional>

namespace konbit {

/// How much waits for those who keep the directory, in the countries that they keep.
struct DeskCounts {
    std::int64_t backings = 0;     ///< Clusters that somebody started, and that wait for a backing.
    std::int64_t claims = 0;       ///< Proven and not decided.
    std::int64_t corrections = 0;  ///< Said by readers and not decided.
    std::int64_t removals = 0;     ///< Organizations that were taken out and not brought back.
    std::int64_t stubs = 0;        ///< Not published: their organizations are written to first.
    std::int64_t drafts = 0;       ///< Not published, and no stubs.
    std::int64_t stale = 0;        ///< Not confirmed by their people for over a year.
    std::int64_t sources = 0;      ///< Made from what somebody knew; a source is to be found.
    std::int64_t research = 0;     ///< Requests for research that wait for a second person.
    /// For administrators: the last whole backup, when it is late or one failed since; empty otherwise.
    std::optional<backups::LastBackup> late_backup{};

    static constexpr auto fields() {
        return std::tuple{
            field("backings", &DeskCounts::backings, Access::read_only),
            field("claims", &DeskCounts::claims, Access::read_only),
            field("corrections", &DeskCounts::corrections, Access::read_only),
            field("removals", &DeskCounts::removals, Access::read_only),
            field("stubs", &DeskCounts::stubs, Access::read_only),
            field("drafts", &DeskCounts::drafts, Access::read_only),
            field("stale", &DeskCounts::stale, Access::read_only),
            field("sources", &DeskCounts::sources, Access::read_only),
            field("research", &DeskCounts::research, Access::read_only),
            field("late_backup", &DeskCounts::late_backup, Access::read_only),
        };
    }
};

namespace desk {

DeskCounts count(db::Session& session, const DirectoryEditor& by, Instant now);

}  // namespace desk

}  // namespace konbit
