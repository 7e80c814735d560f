// SPDX-License-Identifier: Apache-2.0
#include "features/reports/evaluator_parts.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::reports {

namespace {

using networks::DensityStrip;
using pages::Words;
using wave_changes::ChangeTable;
using wave_changes::QuestionChange;

std::string share_text(const std::optional<double>& share, const Words& words) {
    return share ? percent(words, *share) : words("change.unknown");
}

/// "19% to 22%": what silence leaves open of a density.
std::string range_text(const DensityStrip& strip, const Words& words) {
    if (!strip.low()) return words("change.unknown");
    return words("story.range",
                 {{"low", percent(words, *strip.low())}, {"high", percent(words, *strip.high())}});
}

/// Whether two waves differ by more than silence could make.
std::string verdict_of(const QuestionChange& change) {
    const auto& before = change.strip_before.available;
    const auto& after = change.strip_after.available;
    if (!change.is_distinguishable || !before || !after) return "unknown";
    if (change.breaks_series) return "reworded";
    if (!*change.is_distinguishable) return "same";
    return *after > *before ? "more" : "fewer";
}

std::vector<std::string> change_row(const QuestionChange& change, const Words& words) {
    const std::string question = question_name(change.key, words);
    if (!are_enough(change.respondents)) {
        std::vector<std::string> row(7, words("report.withheld"));
        row.front() = question;
        return row;
    }
    return {
        question,
        words.number(change.respondents),
        words.number(change.kept),
        words.number(change.gained),
        words.number(change.lost),
        share_text(change.jaccard, words),
        words("change.verdict_" + verdict_of(change), {{"before", range_text(change.strip_before, words)},
                                                       {"after", range_text(change.strip_after, words)}})};
}

Part questions_part(const Material& material, const Words& words) {
    Part part = change_part(material, words);
    part.lines.resize(1);  // the table says the rest
    part.table.head = {words("report.question"), words("report.rests_on"), words("change.kept"),
                       words("change.gained"),   words("change.lost"),     words("change.stable"),
                       words("change.verdict")};
    for (const auto& change : material.change.questions) part.table.rows.push_back(change_row(change, words));
    return part;
}

/// Members who answered both times and stand in no group: the totals less those of the groups would be
/// theirs.
bool tells_of_few(const ChangeTable& table, const Material& material) {
    int left = 0;
    for (const auto& change : material.change.questions)
        if (change.key == table.question) left = change.respondents;
    for (const auto& group : table.groups) left -= group.answered;
    return left > 0 && !are_enough(left);
}

Part groups_part(const ChangeTable& table, const Material& material, const Words& words) {
    Part part{.title = words("report.change.groups", {{"question", question_name(table.question, words)}})};
    if (tells_of_few(table, material)) {
        part.lines.push_back(words("report.change.groups_withheld"));
        return part;
    }
    part.table.head = {words("story.from"),    words("story.to"),    words("change.kept"),
                       words("change.gained"), words("change.lost"), words("change.stable")};
    for (const auto& cell : table.cells)
        part.table.rows.push_back({group_name(table.groups[cell.from], table.grouping, words),
                                   group_name(table.groups[cell.to], table.grouping, words),
                                   words.number(cell.kept), words.number(cell.gained),
                                   words.number(cell.lost), share_text(cell.jaccard, words)});
    return part;
}

}  // namespace

std::vector<Part> change_parts(const Material& material, const Words& words) {
    if (!material.change.turnover.since) return {change_part(material, words)};
    std::vector<Part> parts{questions_part(material, words)};
    const auto grouping = grouping_of(material);
    for (const auto& table : material.change.tables)
        if (grouping && table.grouping == *grouping) parts.push_back(groups_part(table, material, words));
    if (parts.size() == 1) parts.front().lines.push_back(words("change.no_groups"));
    return parts;
}

}  // namespace konbit::reports
