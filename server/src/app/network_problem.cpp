// SPDX-License-Identifier: Apache-2.0
#include "app/network_problem.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace konbit {
namespace {

/// "row:12/to" as people say it.
std::string place(std::string_view pointer) {
    const auto slash = pointer.find('/');
    std::string words = fmt::format("row {}", pointer.substr(4, slash == pointer.npos ? slash : slash - 4));
    if (slash != pointer.npos) words += fmt::format(", {}", pointer.substr(slash + 1));
    return words;
}

std::string_view in_words(std::string_view code) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 20> words{{
        {"missing_column", "there is no such column"},
        {"missing_id", "the cell is empty"},
        {"duplicate_id", "this id occurs twice"},
        {"unknown_id", "no member has this id"},
        {"not_a_number", "this is no number"},
        {"not_xml", "this is no XML"},
        {"not_this_format", "this is not what stands here in a file of this format"},
        {"several_networks", "the file has several networks"},
        {"too_many_members", "too many members"},
        {"too_many_ties", "too many ties"},
        {"too_many_values", "too many columns for so many members"},
        {"wrong_count", "the numbers of rows and members differ"},
        {"not_a_wave", "this is no number of a wave"},
        {"not_text", "this is not a text file; save the sheet as CSV"},
        {"no_header", "the file has no header"},
        {"empty_column_name", "a column has no name"},
        {"duplicate_column", "two columns have this name"},
        {"too_many_cells", "the row has more cells than the header"},
        {"unclosed_quote", "a quotation mark is not closed"},
        {"text_after_quote", "text follows a closing quotation mark"},
    }};
    const auto found = std::ranges::find(words, code, [](const auto& pair) { return pair.first; });
    return found == words.end() ? code : found->second;
}

}  // namespace

std::string problem_of_network(const Error& error, const std::string& edges, const std::string& nodes) {
    if (error.code == ErrorCode::not_found) return fmt::format("{}: cannot be read", error.reason);
    const std::string& file = error.reason == "nodes" && !nodes.empty() ? nodes : edges;
    const FieldError& finding = error.fields.front();
    const auto value = finding.params.find("value");
    const std::string quoted = value == finding.params.end() ? "" : fmt::format(" (\"{}\")", value->second);
    return fmt::format("{}: {}: {}{}", file, place(finding.pointer), in_words(finding.code), quoted);
}

}  // namespace konbit
