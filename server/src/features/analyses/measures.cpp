// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/measures.hpp"

#include "engine/network/metric.hpp"
#include "engine/network/mixing.hpp"
#include "features/analyses/member_measures.hpp"
#include "features/networks/figures.hpp"
#include "features/networks/observation.hpp"

#include <algorithm>
#include <set>

namespace konbit::analyses {

namespace {

using disclosure::ReportLevel;
using networks::QuestionData;
using networks::Rows;
using networks::WaveData;
using stories::StoryGrouping;

/// The roster divided by what its members have in common.
struct Grouped {
    std::vector<std::string> codes;  ///< Each once, in order.
    std::vector<int> of;             ///< Place of each member's code; -1 where it is not known.

    Grouped(const WaveData& data, StoryGrouping grouping) {
        const auto all = stories::codes_of(data, grouping);
        std::set<std::string> known(all.begin(), all.end());
        known.erase("");
        codes.assign(known.begin(), known.end());
        for (const auto& code : all)
            of.push_back(
                code.empty() ? -1 : static_cast<int>(std::ranges::lower_bound(codes, code) - codes.begin()));
    }
};

std::vector<StoryGrouping> groupings_of(const WaveData& data) {
    using enum StoryGrouping;
    std::vector<StoryGrouping> telling;
    for (const auto each : {country, subgroup, subsector, side})
        if (Grouped(data, each).codes.size() > 1) telling.push_back(each);
    return telling;
}

GraphMeasure measure_of(networks::Figure figure, std::string_view page, std::string_view range) {
    GraphMeasure measure{.page = std::string(page), .range = std::string(range)};
    static_cast<networks::Figure&>(measure) = std::move(figure);
    return measure;
}

std::vector<GraphMeasure> graph_measures(const QuestionData& question, const WaveData& data,
                                         ReportLevel level, const Grouped& groups) {
    std::vector<GraphMeasure> measures;
    for (auto& figure : networks::all_figures_of(question, data, level, groups.of)) {
        const auto* metric = network::find_metric(figure.id);
        measures.push_back(metric ? measure_of(std::move(figure), metric->page, metric->range)
                                  : measure_of(std::move(figure), "nonresponse", ""));
    }
    return measures;
}

/// What members think of one another, as far as the thresholds of sealed questions let it out.
void add_perceived(std::vector<GraphMeasure>& measures, const WaveData& data) {
    for (const auto& each : data.questions)
        if (each.question.scale == Scale::level4)
            for (auto& figure : networks::sealed_figures_of(each, data)) {
                const std::string_view range = figure.id == "ratings" ? "0.." : "1..4";
                measures.push_back(measure_of(std::move(figure), "perceived", range));
                measures.back().question = each.question.key;
            }
}

std::vector<GroupTies> mixing_of(const QuestionData& question, const Grouped& groups) {
    if (groups.codes.size() > most_groups_in_table) return {};
    const auto answerers = networks::places(networks::known_rows(question, Rows::named));
    std::vector<int> group_of;
    for (const int each : answerers) group_of.push_back(groups.of[each]);
    const auto reported = keeping(networks::observed(question, Rows::named).reported(), answerers);
    std::vector<GroupTies> cells;
    for (const auto& cell : network::mixing_table(reported, group_of).cells)
        if (cell.possible > 0)
            cells.push_back({groups.codes[cell.from_group], groups.codes[cell.to_group], cell.ties,
                             cell.possible, cell.odds()});
    return cells;
}

void add_members(MeasureReport& report, const QuestionData& question, const WaveData& data,
                 const Grouped& groups, int most_exact) {
    report.nodes = member_measures_of(question, groups.of, most_exact);
    if (auto layers = layers_of_members(data)) report.nodes.push_back(*std::move(layers));
    const auto has_answered = networks::known_rows(question, Rows::named);
    for (std::size_t i = 0; i < data.actors.size(); ++i)
        report.members.push_back({data.actors[i].member.id, data.actors[i].member.label, has_answered[i]});
}

std::vector<QuestionKey> keys_of(const WaveData& data) {
    std::vector<QuestionKey> keys;
    for (const auto& each : data.questions)
        if (each.question.sensitivity != Sensitivity::sealed) keys.push_back(each.question.key);
    return keys;
}

/// Whose measures are asked for, and of how many members how many are known by name.
MeasureReport begun(const WaveData& data, const QuestionData& question, const MeasuresAsked& asked) {
    MeasureReport report;
    report.wave_title = data.wave.title;
    report.question = asked.question;
    report.questions = keys_of(data);
    report.rows = static_cast<int>(networks::places(networks::known_rows(question, Rows::named)).size());
    report.asked = data.asked();
    report.level = disclosure::report_level(report.rows, report.asked);
    report.groupings = groupings_of(data);
    const auto first = report.groupings.empty() ? StoryGrouping::country : report.groupings.front();
    report.grouping = asked.grouping.value_or(first);
    return report;
}

}  // namespace

Result<MeasureReport> measures_of(const WaveData& data, const MeasuresAsked& asked, int most_exact) {
    if (asked.key_players < 1 || asked.key_players > most_key_players)
        return failure(ErrorCode::invalid, "invalid", {{"/key_players", "not_allowed", {}}});
    const QuestionData* found = data.find(asked.question);
    if (found == nullptr || found->question.sensitivity == Sensitivity::sealed)
        return failure(ErrorCode::not_found, "question");
    const QuestionData question = networks::by_name(*found);
    MeasureReport report = begun(data, question, asked);
    const Grouped groups(data, report.grouping);
    report.graph = graph_measures(question, data, report.level, groups);
    add_perceived(report.graph, data);
    if (report.level != ReportLevel::interval_only) report.mixing = mixing_of(question, groups);
    if (question.question.sensitivity == Sensitivity::open && report.level == ReportLevel::full) {
        add_members(report, question, data, groups, most_exact);
        report.key_players = key_players_of(question, data, asked.key_players);
    }
    return report;
}

}  // namespace konbit::analyses
