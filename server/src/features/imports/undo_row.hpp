// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/imports/check.hpp"

#include <span>

namespace konbit::imports {

/// Takes back what an import did with some rows, and notes it in each: `undone`, or `kept` with a remark when
/// the record was edited since or something else needs it by now. Rows that are settled already stay as they
/// are, so that an interrupted undo can go on. One transaction takes them all back; where one of them has to
/// be kept, each has its own.
/// @param rows  From the last to the first of the table.
/// @return ErrorCode::unavailable when the database cannot answer.
Result<void> undo_rows(App& app, const Importer& by, const Import& import, std::span<ImportRow> rows,
                       Instant now);

}  // namespace konbit::imports
