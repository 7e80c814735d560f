// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/jobs/job.hpp"
#include "features/permission/capabilities.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// What a table brings.
enum class ImportKind {
    organizations,  ///< Records of the directory.
    roster,         ///< Members of one cluster, with the organizations behind them.
};
constexpr auto names(ImportKind) { return std::to_array<std::string_view>({"organizations", "roster"}); }

enum class ImportFormat { csv, xlsx };
constexpr auto names(ImportFormat) { return std::to_array<std::string_view>({"csv", "xlsx"}); }

enum class ImportState {
    draft,      ///< It is being looked at; nothing is written.
    running,    ///< A job writes it, whole or not at all.
    done,       ///< It is written, and can be undone.
    failed,     ///< Nothing was written; `failure` says why.
    cancelled,  ///< Nothing was written.
    undoing,
    undone,  ///< Taken back, but for the rows that were edited since.
};
constexpr auto names(ImportState) {
    return std::to_array<std::string_view>(
        {"draft", "running", "done", "failed", "cancelled", "undoing", "undone"});
}

/// How a column writes 3/4/2025.
enum class DateOrder { day_first, month_first };
constexpr auto names(DateOrder) { return std::to_array<std::string_view>({"day_first", "month_first"}); }

/// Why a column was taken for what it is.
enum class Basis { remembered, header, contents, chosen };
constexpr auto names(Basis) {
    return std::to_array<std::string_view>({"remembered", "header", "contents", "chosen"});
}

/// A column of the table and what it was taken for.
struct ImportColumn {
    std::string header;                 ///< As written; "C" for a column without a name.
    std::optional<std::string> target;  ///< Name of an ImportField; empty for a column that is left out.
    std::optional<Basis> basis;
    std::vector<std::string> samples;     ///< The first cells that hold something, at most three.
    bool asks_date_order = false;         ///< Its dates can be read in two ways, and nothing in it decides.
    std::optional<DateOrder> date_order;  ///< As chosen, or as its own cells decide.

    static constexpr auto fields() {
        return std::tuple{
            field("header", &ImportColumn::header).defaulted(),
            field("target", &ImportColumn::target),
            field("basis", &ImportColumn::basis),
            field("samples", &ImportColumn::samples).defaulted(),
            field("asks_date_order", &ImportColumn::asks_date_order).defaulted(),
            field("date_order", &ImportColumn::date_order),
        };
    }
};

/// What to do with a row that resembles a record, when nobody has decided about the row itself.
enum class OnPossible {
    ask,   ///< The row waits for a decision.
    same,  ///< It is the record that it resembles most.
    new_,  ///< It is another organization.
};
constexpr auto names(OnPossible) { return std::to_array<std::string_view>({"ask", "same", "new"}); }

/// How many rows meet which fate; after an import, how many met it.
struct ImportCounts {
    std::int64_t rows = 0;
    std::int64_t create = 0;
    std::int64_t link = 0;
    std::int64_t update = 0;
    std::int64_t unchanged = 0;
    std::int64_t skip = 0;
    std::int64_t blocked = 0;     ///< Rows that cannot be imported as they are.
    std::int64_t remarks = 0;     ///< Rows with something to know that blocks nothing.
    std::int64_t duplicates = 0;  ///< Rows that resemble a record or an earlier row.
    std::int64_t kept = 0;        ///< After an undo: rows that stayed, because somebody edited them since.

    static constexpr auto fields() {
        return std::tuple{
            field("rows", &ImportCounts::rows),
            field("create", &ImportCounts::create),
            field("link", &ImportCounts::link),
            field("update", &ImportCounts::update),
            field("unchanged", &ImportCounts::unchanged),
            field("skip", &ImportCounts::skip),
            field("blocked", &ImportCounts::blocked),
            field("remarks", &ImportCounts::remarks),
            field("duplicates", &ImportCounts::duplicates),
            field("kept", &ImportCounts::kept),
        };
    }
};

/// A table on its way in (glossary: "import").
struct Import {
    ImportId id{};
    ImportKind kind = ImportKind::organizations;
    std::optional<ClusterId> cluster_id;
    AccountId account_id{};
    std::string file_name;
    ImportFormat format = ImportFormat::csv;
    std::optional<std::string> encoding;
    std::optional<std::string> delimiter;
    std::optional<std::string> sheet;
    std::vector<std::string> other_sheets;
    std::vector<ImportColumn> columns;
    std::string signature;        ///< Of the header, for remembering what its columns mean.
    std::string default_country;  ///< Of rows without a country.
    OnPossible on_possible = OnPossible::ask;
    bool skips_blocked = false;  ///< Rows with problems are left out.
    ImportState state = ImportState::draft;
    ImportCounts counts;
    std::string failure;  ///< Worded as `error.<code>`, with the row before a colon: "12:taken".
    std::optional<jobs::JobId> job_id;
    std::int64_t version = 1;
    Instant created_at{};
    std::optional<Instant> finished_at;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Import::id, Access::read_only),
            field("kind", &Import::kind, Access::read_only),
            field("cluster_id", &Import::cluster_id, Access::read_only),
            field("account_id", &Import::account_id, Access::never_sent),
            field("file_name", &Import::file_name, Access::read_only),
            field("format", &Import::format, Access::read_only),
            field("encoding", &Import::encoding, Access::read_only),
            field("delimiter", &Import::delimiter, Access::read_only),
            field("sheet", &Import::sheet, Access::read_only),
            field("other_sheets", &Import::other_sheets, Access::read_only),
            field("columns", &Import::columns),
            field("signature", &Import::signature, Access::never_sent),
            field("default_country", &Import::default_country),
            field("on_possible", &Import::on_possible),
            field("skips_blocked", &Import::skips_blocked),
            field("state", &Import::state, Access::read_only),
            field("counts", &Import::counts, Access::read_only),
            field("failure", &Import::failure, Access::read_only),
            field("job_id", &Import::job_id, Access::never_sent),
            field("version", &Import::version, Access::read_only),
            field("created_at", &Import::created_at, Access::read_only),
            field("finished_at", &Import::finished_at, Access::read_only),
        };
    }
};

/// What was remembered of a header.
struct ImportMapping {
    Id<struct ImportMappingTag> id{};
    AccountId account_id{};
    ImportKind kind = ImportKind::organizations;
    std::string signature;
    std::vector<ImportColumn> columns;
    Instant used_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &ImportMapping::id),           field("account_id", &ImportMapping::account_id),
            field("kind", &ImportMapping::kind),       field("signature", &ImportMapping::signature),
            field("columns", &ImportMapping::columns), field("used_at", &ImportMapping::used_at),
        };
    }
};

}  // namespace konbit
