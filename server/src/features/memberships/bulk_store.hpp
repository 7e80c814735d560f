// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/history/history.hpp"
#include "features/memberships/bulk_change.hpp"
#include "features/permission/capabilities.hpp"

/// One field of many members changed at once: looked at first, then written as a whole.
namespace konbit::memberships {

inline constexpr std::size_t most_bulk_rows = 500;

/// What the change would do; writes nothing.
/// @return ErrorCode::invalid at /rows for none, too many or a member chosen twice, at /value for a value
/// that
///         the field cannot have; ErrorCode::not_found for a member of another cluster.
/// @complexity One query for each row.
Result<BulkPreview> preview(db::Session& session, const BulkChange& change, const Facilitator& by);

/// Writes the change: all rows or none, in the history as one batch.
/// @return As preview(); besides ErrorCode::stale when a row was changed since it was seen, and
///         ErrorCode::invalid with "row:N/field" for each row with a problem.
Result<BulkPreview> apply(db::Session& session, const BulkChange& change, const Facilitator& by,
                          const history::Occasion& at);

}  // namespace konbit::memberships
