// SPDX-License-Identifier: Apache-2.0
#include "features/meetings/meeting_table.hpp"

#include "core/csv.hpp"
#include "core/names.hpp"
#include "core/text.hpp"
#include "features/texts/catalog.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace konbit::meetings {

namespace {

struct Synonym {
    std::string_view header;
    std::string_view field;
};
constexpr auto synonyms = std::to_array<Synonym>({
    {"date", "held_on"},       {"day", "held_on"},
    {"fecha", "held_on"},      {"title", "title"},
    {"meeting", "title"},      {"titulo", "title"},
    {"reunion", "title"},      {"titre", "title"},
    {"kind", "kind"},          {"type", "kind"},
    {"tipo", "kind"},          {"genre", "kind"},
    {"attended", "attended"},  {"present", "attended"},
    {"members", "attended"},   {"asistentes", "attended"},
    {"presentes", "attended"}, {"miembros", "attended"},
    {"presents", "attended"},  {"participants", "attended"},
    {"membres", "attended"},
});

using Columns = std::map<std::string_view, std::size_t>;

Columns columns_of(const CsvTable& table) {
    Columns columns;
    for (std::size_t i = 0; i < table.header.size(); ++i)
        for (const auto& [header, field] : synonyms)
            if (text::fold(table.header[i]) == header) columns.try_emplace(field, i);
    return columns;
}

std::string cell(const CsvRow& row, const Columns& columns, std::string_view field) {
    const auto at = columns.find(field);
    return at == columns.end() ? std::string() : text::trim(row.cells[at->second]);
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(separators), text.size());
        if (auto part = text::trim(text.substr(0, end)); !part.empty()) parts.push_back(std::move(part));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::optional<int> number(const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// 31/3/2026: the Caribbean writes the day first.
std::optional<Date> day_of(const std::string& text) {
    if (const auto date = Date::parse(text)) return date;
    const auto parts = split(text, "/.");
    if (parts.size() != 3) return std::nullopt;
    const auto day = number(parts[0]), month = number(parts[1]), year = number(parts[2]);
    return day && month && year ? Date::of(*year, *month, *day) : std::nullopt;
}

std::optional<MeetingKind> kind_of(const Catalog& texts, const std::string& word) {
    if (word.empty()) return MeetingKind::other;
    constexpr auto kinds = names(MeetingKind{});
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (text::fold(word) == text::fold(kinds[i])) return static_cast<MeetingKind>(i);
        for (const std::string_view language : {"en", "es", "fr"})
            if (text::fold(word) ==
                text::fold(texts.text(language, fmt::format("meeting.kind.{}", kinds[i]))))
                return static_cast<MeetingKind>(i);
    }
    return std::nullopt;
}

/// The only member of that name.
std::optional<MembershipId> member_of(const std::string& name, const std::vector<NamedMember>& members) {
    std::optional<MembershipId> found;
    const std::string wanted = text::fold(name);
    for (const auto& member : members) {
        if (text::fold(member.label) != wanted && text::fold(member.name) != wanted) continue;
        if (found) return std::nullopt;
        found = member.id;
    }
    return found;
}

void add_members(MeetingTableRow& line, const std::vector<std::string>& names, const TableContext& context) {
    for (const auto& name : names)
        if (const auto member = member_of(name, context.members))
            line.membership_ids.push_back(*member);
        else
            line.unknown.push_back(name);
}

void note_problems(MeetingTableRow& line, const TableContext& context) {
    if (line.title.empty()) line.problems.push_back("title");
    if (!line.held_on) line.problems.push_back("held_on");
    if (!line.kind) line.problems.push_back("kind");
    if (line.held_on && *line.held_on > context.today) line.problems.push_back("in_future");
}

bool is_known(const MeetingTableRow& line, const std::vector<Meeting>& known) {
    return std::ranges::any_of(known, [&](const Meeting& each) {
        return line.held_on == each.held_on && text::fold(line.title) == text::fold(each.title);
    });
}

}  // namespace

bool MeetingTable::is_sound() const {
    return missing_columns.empty() && !rows.empty() && std::ranges::all_of(rows, &MeetingTableRow::is_sound);
}

Result<MeetingTable> read_table(const Catalog& texts, std::string_view bytes, const TableContext& context) {
    KONBIT_TRY(const CsvTable csv, read_csv(bytes));
    const Columns columns = columns_of(csv);
    MeetingTable table;
    for (const std::string_view field : {"held_on", "title", "attended"})
        if (!columns.contains(field)) table.missing_columns.emplace_back(field);
    if (!table.missing_columns.empty()) return table;
    for (const auto& row : csv.rows) {
        MeetingTableRow line{.row = row.number, .title = cell(row, columns, "title")};
        line.held_on = day_of(cell(row, columns, "held_on"));
        line.kind = kind_of(texts, cell(row, columns, "kind"));
        add_members(line, split(cell(row, columns, "attended"), ";|\n"), context);
        note_problems(line, context);
        line.is_there_already = is_known(line, context.known);
        table.rows.push_back(std::move(line));
    }
    return table;
}

}  // namespace konbit::meetings
