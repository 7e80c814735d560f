// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/history/history_line.hpp"
#include "features/permission/capabilities.hpp"

/// Reading the history: what became of a record is for those who may edit it. Newest changes first.
namespace konbit::history {

Result<Page<HistoryLine>> list(db::Session& session, const OrganizationEditor& by, const PageRequest& page);

/// Of the cluster and of everybody on its roster.
Result<Page<HistoryLine>> list(db::Session& session, const Facilitator& by, const PageRequest& page);

/// Of one record that the facilitator's cluster owns.
Result<Page<HistoryLine>> list(db::Session& session, const Facilitator& by, RecordKind kind,
                               const RecordId& record, const PageRequest& page);

/// Of a record of the regional registers.
/// @return Nothing of a record that stood in a country out of the editor's reach.
Result<Page<HistoryLine>> list(db::Session& session, const DirectoryEditor& by, RecordKind kind,
                               const RecordId& record, const PageRequest& page);

/// The organizations that were removed and not brought back, of the countries that the editor keeps, as far
/// as the editor could see them.
/// @param batch  Those that were taken out together; empty for those that were taken out alone.
Result<Page<HistoryLine>> list_removed(db::Session& session, const DirectoryEditor& by,
                                       const std::optional<BatchId>& batch, const PageRequest& page);

/// How many were taken out alone, and how many batches.
std::int64_t count_removed(db::Session& session, const DirectoryEditor& by);

}  // namespace konbit::history
