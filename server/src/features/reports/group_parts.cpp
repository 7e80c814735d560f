// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/compute.hpp"
#include "features/reports/evaluator_parts.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::reports {

namespace {

using pages::Words;
using stories::StoryGrouping;
using stories::StoryTable;

/// The index beside that of groups drawn by lot, as the page of results says it.
std::string index_line(const StoryTable& table, const Words& words) {
    if (!table.ei_index || !table.ei_expected) return words("report.groups.no_index");
    const bool is_inside = table.p_inside && *table.p_inside <= analyses::significance;
    std::string line = words(is_inside ? "story.ei.inside" : "story.ei.chance",
                             {{"index", signed_quantity(*table.ei_index, words)},
                              {"expected", signed_quantity(*table.ei_expected, words)}});
    if (table.p_inside) line += " " + words("report.groups.p", {{"p", chance(*table.p_inside, words)}});
    return line;
}

std::string withheld_line(const StoryTable& table, const Words& words) {
    const std::string reason = table.reason.value_or("few");
    return words(reason == "few" ? "report.groups.few" : "story.no_table." + reason);
}

Part group_part(const StoryTable& table, const Words& words) {
    Part part{.title = words("report.groups", {{"question", question_name(table.question, words)}})};
    if (table.groups.empty() || !are_enough(table.n)) {
        part.lines.push_back(withheld_line(table, words));
        return part;
    }
    part.lines = {words.count("network.basis", table.n) + ". " + words("story.pooled"),
                  index_line(table, words)};
    if (table.unplaced > 0) part.lines.push_back(words.count("story.unplaced", table.unplaced));
    part.table.head = {words("story.from"), words("story.to"), words("report.share")};
    for (const auto& cell : table.cells)
        part.table.rows.push_back({group_name(table.groups[cell.from], table.grouping, words),
                                   group_name(table.groups[cell.to], table.grouping, words),
                                   cell.share ? percent(words, *cell.share) : words("report.undefined")});
    return part;
}

}  // namespace

std::optional<StoryGrouping> grouping_of(const Material& material) {
    // Tables come grouping by grouping, in the order of choice.
    std::optional<StoryGrouping> first;
    for (const auto& table : material.tables)
        if (!table.groups.empty() && (!first || table.grouping < *first)) first = table.grouping;
    return first;
}

std::vector<Part> group_parts(const Material& material, const Words& words) {
    const auto grouping = grouping_of(material);
    std::vector<Part> parts;
    for (const auto& table : material.tables)
        if (grouping && table.grouping == *grouping) parts.push_back(group_part(table, words));
    if (parts.empty())
        parts.push_back({.title = words("story.groups"), .lines = {words("report.groups.few")}});
    return parts;
}

std::string group_name(const stories::StoryGroup& group, StoryGrouping grouping, const Words& words) {
    if (group.code.empty()) return words.count("story.joined", group.joined);
    if (grouping == StoryGrouping::country) return words.country(group.code);
    return grouping == StoryGrouping::side ? words("story.side." + group.code) : group.code;
}

std::string chance(double p, const Words& words) {
    const std::string half = words.quantity(0.5);  // "0.5" or "0,5"
    std::string text = fmt::format("{:.3f}", std::max(p, 0.001));
    text.replace(1, 1, half.substr(1, half.size() - 2));
    return p < 0.001 ? "< " + text : text;
}

std::string signed_quantity(double value, const Words& words) {
    return (value > 0 ? "+" : "") + words.quantity(value);
}

}  // namespace konbit::reports
