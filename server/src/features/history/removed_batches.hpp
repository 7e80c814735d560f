// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/page.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "db/session.hpp"
#include "features/history/change.hpp"
#include "features/permission/capabilities.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace konbit {

/// Organizations that were taken out together: the undo of an import.
struct RemovedBatch {
    BatchId id{};
    std::int64_t organizations = 0;        ///< Taken out and not brought back.
    std::optional<std::string> author;     ///< Name of the account; empty when it is gone.
    std::optional<std::string> file_name;  ///< Of the import, while its table is kept.
    bool has_report = false;               ///< Whether the viewer may open the import: it is the own one.
    Instant removed_at{};                  ///< When the last of them was taken out.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &RemovedBatch::id, Access::read_only),
            field("organizations", &RemovedBatch::organizations, Access::read_only),
            field("author", &RemovedBatch::author, Access::read_only),
            field("file_name", &RemovedBatch::file_name, Access::read_only),
            field("has_report", &RemovedBatch::has_report, Access::read_only),
            field("removed_at", &RemovedBatch::removed_at, Access::read_only),
        };
    }
};

namespace history {

/// The condition on a change "c" of the removals that the viewer may know of, and that were not taken back:
/// what one could see of the organization is asked as if it still stood there.
std::string is_removed(const Viewer& viewer);

/// The batches of the removals that the editor may know of, latest first.
Result<Page<RemovedBatch>> list_removed_batches(db::Session& session, const DirectoryEditor& by,
                                                const PageRequest& page);

/// How many list_removed_batches() gives.
std::int64_t count_removed_batches(db::Session& session, const DirectoryEditor& by);

}  // namespace history

}  // namespace konbit
