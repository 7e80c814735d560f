// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/meetings/meeting.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// Meetings pasted as a table: date, title, kind, and who was there by name.
namespace konbit::meetings {

/// A member as the names of a table are compared with.
struct NamedMember {
    MembershipId id{};
    std::string label;
    std::string name;  ///< Of its organization.

    static constexpr auto fields() {
        return std::tuple{field("id", &NamedMember::id), field("label", &NamedMember::label),
                          field("name", &NamedMember::name)};
    }
};

struct MeetingTableRow {
    int row = 0;  ///< As a spreadsheet counts.
    std::string title;
    std::optional<Date> held_on;
    std::optional<MeetingKind> kind;
    std::vector<MembershipId> membership_ids;
    std::vector<std::string> unknown;   ///< Names that fit no member, or more than one.
    std::vector<std::string> problems;  ///< "held_on", "kind", "title", "in_future": what cannot be read.
    bool is_there_already = false;      ///< Same day and title: it is passed over.

    bool is_sound() const { return problems.empty() && unknown.empty(); }

    static constexpr auto fields() {
        return std::tuple{
            field("row", &MeetingTableRow::row),
            field("title", &MeetingTableRow::title),
            field("held_on", &MeetingTableRow::held_on),
            field("kind", &MeetingTableRow::kind),
            field("membership_ids", &MeetingTableRow::membership_ids),
            field("unknown", &MeetingTableRow::unknown),
            field("problems", &MeetingTableRow::problems),
            field("is_there_already", &MeetingTableRow::is_there_already),
        };
    }
};

struct MeetingTable {
    std::vector<std::string> missing_columns;  ///< Of "held_on", "title", "attended".
    std::vector<MeetingTableRow> rows;

    bool is_sound() const;

    static constexpr auto fields() {
        return std::tuple{field("missing_columns", &MeetingTable::missing_columns),
                          field("rows", &MeetingTable::rows)};
    }
};

/// What a table is compared with.
struct TableContext {
    std::vector<NamedMember> members;
    std::vector<Meeting> known;
    Date today{};
};

/// Reads a table with a header in English, Spanish or French. A day is 2026-03-31 or 31/3/2026; names are
/// separated by ";", or by "|"; a kind is its name in any of the three languages, a missing one `other`.
/// @return As read_csv() for what is no table.
Result<MeetingTable> read_table(const Catalog& texts, std::string_view bytes, const TableContext& context);

}  // namespace konbit::meetings
