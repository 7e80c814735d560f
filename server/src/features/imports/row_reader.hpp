// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/imports/import_fields.hpp"
#include "features/imports/import_row.hpp"

#include <vector>

namespace konbit::imports {

/// Understands the cells of rows: fills `organization`, `understood` and `problems` of each.
class RowReader {
  public:
    RowReader(const Import& import, int current_year);

    /// @return The records as they would be made of this row alone; ids are not filled.
    RowRecords read(ImportRow& row) const;

    /// The records that a row makes which was understood before.
    RowRecords records_of(const ImportRow& row) const;

  private:
    struct Column {
        std::size_t place;
        const ImportField* field;
        const ImportColumn* column;
    };

    void take(ImportRow& row, RowRecords& records, const Column& column, Customs& customs) const;
    void fill_in(const ImportRow& row, RowRecords& records) const;
    void check(ImportRow& row, RowRecords& records) const;

    const Import& import_;
    int current_year_;
    std::vector<Column> columns_;  ///< Those taken over, the country first: phones depend on it.
};

/// Adds a problem to a row.
void note(ImportRow& row, std::string_view target, std::string_view code, bool blocks = true,
          std::map<std::string, std::string> params = {});

}  // namespace konbit::imports
