// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/history/history.hpp"
#include "features/imports/check.hpp"
#include "features/imports/import_fields.hpp"

namespace konbit::imports {

/// Writes rows inside one transaction.
class RowWriter {
  public:
    RowWriter(db::Session& session, const Importer& by, const Import& import, Instant now);

    /// Does what `row.action` says and notes in the row what became of it.
    /// @param records  As the row alone would make them.
    Result<void> write(ImportRow& row, const RowRecords& records) const;

  private:
    Result<void> create(ImportRow& row, const RowRecords& records) const;
    Result<void> link(ImportRow& row, const RowRecords& records) const;
    Result<void> update(ImportRow& row) const;
    Result<void> update_organization(ImportRow& row) const;
    Result<void> update_member(ImportRow& row) const;

    db::Session& session_;
    const Importer& by_;
    const Import& import_;
    history::Occasion at_;
    int current_year_;
};

/// Lets the records say in each field that the row changes what `texts` has for it.
/// @return ErrorCode::invalid when the rules do not admit the result.
Result<RowRecords> with_texts(RowRecords records, const Import& import, const Texts& changed,
                              const Texts& texts, int current_year);

}  // namespace konbit::imports
