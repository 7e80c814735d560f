// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/imports/import_row.hpp"
#include "features/permission/capabilities.hpp"
#include "features/texts/catalog.hpp"

#include <string>
#include <vector>

/// Tables that leave: what became of every row of an import, and records in the form in which import reads
/// them.
namespace konbit::imports {

/// A table of texts.
struct ExportTable {
    std::string name;
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

/// Every row as it came, with what became of it and why in front.
/// @param language  Of the words for outcomes and problems; headers of an import stay as they were.
ExportTable report_of(const Import& import, const std::vector<ImportRow>& rows, const Catalog& texts,
                      std::string_view language);

/// The organizations in the editor's reach, by name.
ExportTable organizations_table(db::Session& session, const DirectoryEditor& by);

/// The roster of the facilitator's cluster, those that left included, by label.
ExportTable roster_table(db::Session& session, const Facilitator& by);

/// UTF-8 with a byte order mark, which spreadsheets need to read accents; texts are neutralized().
std::string as_csv(const ExportTable& table);

/// @return As sheets::write_sheet().
Result<std::string> as_workbook(const ExportTable& table);

}  // namespace konbit::imports
