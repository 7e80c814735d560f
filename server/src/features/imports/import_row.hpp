// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/duplicates/score.hpp"
#include "features/imports/import.hpp"

namespace konbit {

using ImportRowId = Id<struct ImportRowTag>;
using MembershipId = Id<struct MembershipTag>;

/// What importing a row does.
enum class RowAction {
    create,     ///< A new record (and, in a roster, its membership).
    link,       ///< An organization of the directory becomes a member.
    update,     ///< A record takes over what the row says.
    unchanged,  ///< The record says the same already: nothing is written.
    skip,
};
constexpr auto names(RowAction) {
    return std::to_array<std::string_view>({"create", "link", "update", "unchanged", "skip"});
}

/// What a person decided about a row.
enum class RowChoice { create, update, skip };
constexpr auto names(RowChoice) { return std::to_array<std::string_view>({"create", "update", "skip"}); }

/// What became of a row.
enum class RowOutcome { created, linked, updated, unchanged, skipped, undone, kept };
constexpr auto names(RowOutcome) {
    return std::to_array<std::string_view>(
        {"created", "linked", "updated", "unchanged", "skipped", "undone", "kept"});
}

/// Something about a cell that its reader should know.
struct RowProblem {
    std::string target;  ///< Name of an ImportField.
    std::string code;    ///< Worded as `error.<code>`.
    std::map<std::string, std::string> params;
    bool blocks = true;  ///< False for a remark: the row can be imported as it is.

    static constexpr auto fields() {
        return std::tuple{
            field("target", &RowProblem::target),
            field("code", &RowProblem::code),
            field("params", &RowProblem::params),
            field("blocks", &RowProblem::blocks),
        };
    }
    bool operator==(const RowProblem&) const = default;
};

/// A record, or an earlier row, that a row resembles.
struct RowDuplicate {
    std::optional<OrganizationId> organization_id;
    std::optional<std::int64_t> number;  ///< Of the earlier row.
    std::string name;
    std::optional<std::string> slug;
    double score = 0;
    std::vector<duplicates::Reason> reasons;

    static constexpr auto fields() {
        return std::tuple{
            field("organization_id", &RowDuplicate::organization_id),
            field("number", &RowDuplicate::number),
            field("name", &RowDuplicate::name),
            field("slug", &RowDuplicate::slug),
            field("score", &RowDuplicate::score),
            field("reasons", &RowDuplicate::reasons),
        };
    }
    bool operator==(const RowDuplicate&) const = default;
};

using Texts = std::map<std::string, std::string>;  ///< By the name of an ImportField.

/// A row of the table, what would be done with it, and later what was.
struct ImportRow {
    ImportRowId id{};
    ImportId import_id{};
    std::int64_t number = 0;         ///< As a spreadsheet counts; the header is usually row 1.
    std::string organization;        ///< The name as understood.
    std::vector<std::string> cells;  ///< As written.
    Texts corrections;               ///< What a person wrote instead.
    Texts understood;                ///< What is imported: dates and phones in one form.
    Texts replaced;                  ///< What the record says now, or said before, where the row changes it.
    std::optional<RowChoice> choice;
    bool asks_again = false;  ///< Its contact was erased on request, and shall be asked again.
    RowAction action = RowAction::create;
    std::vector<RowDuplicate> duplicates;  ///< The most alike first, at most three.
    std::vector<RowProblem> problems;
    bool is_blocked = false;
    std::optional<RowOutcome> outcome;
    std::optional<OrganizationId> organization_id;  ///< Which the row means, or made.
    std::optional<std::int64_t> organization_version;
    std::optional<MembershipId> membership_id;
    std::optional<std::int64_t> membership_version;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &ImportRow::id, Access::never_sent),
            field("import_id", &ImportRow::import_id, Access::never_sent),
            field("number", &ImportRow::number, Access::read_only),
            field("organization", &ImportRow::organization, Access::read_only),
            field("cells", &ImportRow::cells, Access::read_only),
            field("corrections", &ImportRow::corrections).defaulted(),
            field("understood", &ImportRow::understood, Access::read_only),
            field("replaced", &ImportRow::replaced, Access::read_only),
            field("choice", &ImportRow::choice),
            field("asks_again", &ImportRow::asks_again).defaulted(),
            field("action", &ImportRow::action, Access::read_only),
            field("duplicates", &ImportRow::duplicates, Access::read_only),
            field("problems", &ImportRow::problems, Access::read_only),
            field("is_blocked", &ImportRow::is_blocked, Access::read_only),
            field("outcome", &ImportRow::outcome, Access::read_only),
            field("organization_id", &ImportRow::organization_id, Access::read_only),
            field("organization_version", &ImportRow::organization_version, Access::never_sent),
            field("membership_id", &ImportRow::membership_id, Access::never_sent),
            field("membership_version", &ImportRow::membership_version, Access::never_sent),
        };
    }
};

}  // namespace konbit
