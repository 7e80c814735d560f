// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/imports/check.hpp"
#include "features/imports/import_store.hpp"
#include "json/reader.hpp"

#include <string>
#include <string_view>

/// The steps of an import, as requests take them: read, changed, corrected, started, cancelled, undone.
namespace konbit::imports {

/// A table as it arrives.
struct Arrival {
    std::string_view bytes;
    std::string file_name;
    std::string sheet;  ///< Of a workbook; empty for the first.
};

/// Reads a table, proposes what its columns hold, and checks every row.
/// @return As read_table() when it is none.
Result<Import> begin(App& app, const Importer& by, const AccountId& account, const Arrival& arrival);

/// Takes over what the columns were chosen for, and decides anew about every row.
/// @return ErrorCode::invalid for fields that do not exist or stand twice; ErrorCode::conflict
/// "import_started".
Result<Import> change(App& app, const ImportOwner& by, const json::Patch<Import>& patch);

/// What a person decides about one row.
struct RowEdit {
    Texts corrections;  ///< By field; replaces all earlier ones of the row. An empty text empties the cell.
    std::optional<RowChoice> choice;
    bool asks_again = false;  ///< A contact that was erased on request comes in, to be asked.

    static constexpr auto fields() {
        return std::tuple{field("corrections", &RowEdit::corrections).defaulted(),
                          field("choice", &RowEdit::choice),
                          field("asks_again", &RowEdit::asks_again).defaulted()};
    }
};
Result<ImportRow> edit_row(App& app, const ImportOwner& by, std::int64_t number, const RowEdit& edit);

/// Hands the import to a job.
/// @return ErrorCode::conflict "import_started", "rows_blocked" while rows have problems,
/// "nothing_to_import".
Result<Import> start(App& app, const ImportOwner& by);

/// @return ErrorCode::conflict "import_not_running" when it is written already: then it can be undone.
Result<Import> cancel(App& app, const ImportOwner& by);

/// Hands the undoing of a finished import to a job.
/// @return ErrorCode::conflict "import_not_done".
Result<Import> undo(App& app, const ImportOwner& by);

/// The rights under which an import is checked and written, asked anew.
Result<Importer> importer_of(App& app, const Viewer& viewer, const Import& import);

/// What a job of an import is told.
struct ImportOrder {
    ImportId import_id{};
    static constexpr auto fields() { return std::tuple{field("import_id", &ImportOrder::import_id)}; }
};
inline constexpr std::string_view run_job = "import_run", undo_job = "import_undo";

}  // namespace konbit::imports
