// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "features/memberships/membership.hpp"
#include "features/memberships/roster_fields.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// What importing a row of a member list does.
enum class RosterAction {
    create,  ///< A new organization becomes a member.
    link,    ///< An organization of the directory becomes a member.
    update,  ///< A member's entry takes over what the row says.
    skip,    ///< Nothing: the row repeats another one, or the facilitator leaves it out.
};
constexpr auto names(RosterAction) {
    return std::to_array<std::string_view>({"create", "link", "update", "skip"});
}

/// A column of the file and what it was taken for.
struct RosterColumn {
    std::string header;
    std::optional<RosterField> field;  ///< Empty for a column that is not taken over.

    /// The member `field` hides the function of that name.
    static constexpr auto fields() {
        return std::tuple{
            konbit::field("header", &RosterColumn::header, Access::read_only),
            konbit::field("field", &RosterColumn::field, Access::read_only),
        };
    }
};

/// Something about a cell that its reader should know.
struct RosterProblem {
    std::string field;  ///< As in RosterField.
    std::string code;   ///< Worded as `error.<code>`.
    std::map<std::string, std::string> params;
    bool blocks = true;  ///< False for a remark: the row can be imported as it is.

    static constexpr auto fields() {
        return std::tuple{
            konbit::field("field", &RosterProblem::field, Access::read_only),
            konbit::field("code", &RosterProblem::code, Access::read_only),
            konbit::field("params", &RosterProblem::params, Access::read_only),
            konbit::field("blocks", &RosterProblem::blocks, Access::read_only),
        };
    }
    bool operator==(const RosterProblem&) const = default;
};

/// The organization or the earlier row that a row resembles.
struct RosterMatch {
    std::optional<int> row;
    std::optional<OrganizationId> organization_id;
    std::string name;

    static constexpr auto fields() {
        return std::tuple{
            field("row", &RosterMatch::row, Access::read_only),
            field("organization_id", &RosterMatch::organization_id, Access::read_only),
            field("name", &RosterMatch::name, Access::read_only),
        };
    }
};

/// A row of the file and what would be done with it.
struct RosterRow {
    int row = 0;                                ///< As a spreadsheet counts; the header is row 1.
    std::string organization;                   ///< The name as written.
    std::map<std::string, std::string> values;  ///< Cell texts by RosterField, cleaned; formulas taken out.
    RosterAction action = RosterAction::create;
    std::optional<RosterMatch> duplicate_of;
    std::vector<RosterProblem> problems;

    bool is_blocked() const;

    static constexpr auto fields() {
        return std::tuple{
            field("row", &RosterRow::row, Access::read_only),
            field("organization", &RosterRow::organization, Access::read_only),
            field("values", &RosterRow::values, Access::read_only),
            field("action", &RosterRow::action, Access::read_only),
            field("duplicate_of", &RosterRow::duplicate_of, Access::read_only),
            field("problems", &RosterRow::problems, Access::read_only),
        };
    }
};

/// How many rows meet which fate.
struct RosterCounts {
    int create = 0;
    int link = 0;
    int update = 0;
    int skip = 0;
    int problems = 0;  ///< Rows that cannot be imported as they are.

    static constexpr auto fields() {
        return std::tuple{
            field("create", &RosterCounts::create, Access::read_only),
            field("link", &RosterCounts::link, Access::read_only),
            field("update", &RosterCounts::update, Access::read_only),
            field("skip", &RosterCounts::skip, Access::read_only),
            field("problems", &RosterCounts::problems, Access::read_only),
        };
    }
};

/// What an import would do, before anything is written.
struct RosterPreview {
    std::string encoding;   ///< "utf-8", "windows-1252" …
    std::string delimiter;  ///< "," ";" or a tab.
    std::vector<RosterColumn> columns;
    std::vector<RosterField>
        missing_columns;  ///< Columns that a member list should have and this one has not.
    std::vector<RosterRow> rows;
    RosterCounts counts;

    static constexpr auto fields() {
        return std::tuple{
            field("encoding", &RosterPreview::encoding, Access::read_only),
            field("delimiter", &RosterPreview::delimiter, Access::read_only),
            field("columns", &RosterPreview::columns, Access::read_only),
            field("missing_columns", &RosterPreview::missing_columns, Access::read_only),
            field("rows", &RosterPreview::rows, Access::read_only),
            field("counts", &RosterPreview::counts, Access::read_only),
        };
    }
};

/// What an import did.
struct RosterResult {
    int created = 0;
    int linked = 0;
    int updated = 0;
    int skipped = 0;
    std::int64_t members = 0;  ///< Present members of the cluster afterwards.

    static constexpr auto fields() {
        return std::tuple{
            field("created", &RosterResult::created, Access::read_only),
            field("linked", &RosterResult::linked, Access::read_only),
            field("updated", &RosterResult::updated, Access::read_only),
            field("skipped", &RosterResult::skipped, Access::read_only),
            field("members", &RosterResult::members, Access::read_only),
        };
    }
};

}  // namespace konbit
