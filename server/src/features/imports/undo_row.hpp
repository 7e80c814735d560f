// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/imports/check.hpp"

namespace konbit::imports {

/// Takes back what an import did with a row, in a transaction of its own, and notes it in the row: `undone`,
/// or `kept` with a remark when the record was edited since or something else needs it by now. A row that is
/// settled already stays as it is, so that an interrupted undo can go on.
/// @return ErrorCode::unavailable when the database cannot answer.
Result<void> undo_row(App& app, const Importer& by, const Import& import, ImportRow& row, Instant now);

}  // namespace konbit::imports
