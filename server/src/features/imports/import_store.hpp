// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/database.hpp"
#include "features/imports/import_row.hpp"
#include "features/permission/capabilities.hpp"

#include <string_view>
#include <vector>

/// Imports and their rows in the database. Only who brought a table reads it.
namespace konbit::imports {

/// Keeps an import that was just read. Rows go in by a thousand, so that nobody waits for them; the import
/// itself comes last, and rows without one are nobody's.
void insert(db::Database& database, const Import& import, const std::vector<ImportRow>& rows);

/// An import with the progress of its job.
struct ImportView : Import {
    double progress = 0;             ///< 0 to 1, of what is under way.
    std::vector<std::string> names;  ///< Of the fields that columns can be taken for.

    static constexpr auto fields() {
        return std::tuple_cat(Import::fields(),
                              std::tuple{field("progress", &ImportView::progress, Access::read_only),
                                         field("names", &ImportView::names, Access::read_only)});
    }
};

Result<Import> find(db::Session& session, const ImportId& id);
Result<ImportView> view(db::Session& session, const ImportOwner& by);

/// The imports of an account, the last ones first, at most fifty.
std::vector<Import> list_own(db::Session& session, const AccountId& account);

/// Which rows a page shows.
enum class RowsShown { all, blocked, duplicates, remarks, kept };
constexpr auto names(RowsShown) {
    return std::to_array<std::string_view>({"all", "blocked", "duplicates", "remarks", "kept"});
}
/// A page of the rows in the order of the table; `after` is the number of the last row seen.
std::vector<ImportRow> list_rows(db::Session& session, const ImportId& id, RowsShown shown,
                                 std::int64_t after, std::int64_t limit);
std::vector<ImportRow> all_rows(db::Session& session, const ImportId& id);
Result<ImportRow> find_row(db::Session& session, const ImportOwner& by, std::int64_t number);

/// Writes the import over the version that it was read at, and those rows that differ from `before`.
Result<Import> update(db::Session& session, Import import, const std::vector<ImportRow>& before,
                      const std::vector<ImportRow>& rows);

/// Takes the import from one state to another. @return Whether it was in the first one.
bool move(db::Session& session, const ImportId& id, ImportState from, ImportState to);

/// Ends an import in `to` with its counts; what failed is said in `failure`.
bool finish(db::Session& session, const ImportId& id, ImportState from, ImportState to,
            const ImportCounts& counts, std::string_view failure, Instant now);

void update_row(db::Session& session, const ImportRow& row);

/// What the account took the columns of this header for the last time; nothing when it never saw it.
std::vector<ImportColumn> remembered(db::Session& session, const AccountId& account, ImportKind kind,
                                     std::string_view signature);
void remember(db::Session& session, const Import& import, Instant now);

/// Erases imports begun before `before`, with the contacts that their tables hold. @return How many.
std::int64_t remove_old(db::Session& session, Instant before);

}  // namespace konbit::imports
