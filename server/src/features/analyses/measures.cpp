// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/measures.hpp"

#include "engine/network/observed_report.hpp"
#include "features/networks/figures.hpp"
#include "features/networks/observation.hpp"

#include <algorithm>
#include <cmath>

namespace konbit::analyses {

namespace {

using disclosure::ReportLevel;
using networks::QuestionData;
using networks::Rows;
using networks::WaveData;

std::vector<GraphMeasure> graph_measures(const QuestionData& question, const WaveData& data,
                                         ReportLevel level) {
    std::vector<GraphMeasure> measures;
    for (auto& figure : networks::figures_of(question, data, level, networks::Figures::all)) {
        GraphMeasure& measure = measures.emplace_back();
        if (const auto* metric = network::find_metric(figure.id)) {
            measure.page = metric->page;
            measure.range = metric->range;
        } else {
            measure.page = "nonresponse";
        }
        static_cast<networks::Figure&>(measure) = std::move(figure);
    }
    return measures;
}

bool is_of_nodes(const network::Metric& metric) { return metric.level == network::MetricLevel::node; }

NodeMeasure shown(const network::NodeColumn& column, const std::vector<bool>& has_answered) {
    NodeMeasure measure{std::string(column.metric->id),
                        std::string(column.metric->page),
                        std::string(column.metric->range),
                        {}};
    for (std::size_t i = 0; i < column.value.size(); ++i) {
        const bool is_known =
            !std::isnan(column.value[i]) && (has_answered[i] || !is_own_statement(*column.metric));
        measure.values.push_back(is_known ? std::optional(column.value[i]) : std::nullopt);
    }
    return measure;
}

network::Strengths strengths_of(const QuestionData& question, std::size_t members) {
    std::vector<network::WeightedTie> ties;
    for (const auto& tie : question.ties) ties.push_back({tie.from, tie.to, static_cast<double>(tie.value)});
    return network::strengths(static_cast<int>(members), ties, network::Direction::directed);
}

/// Larger sets take seconds, and the command line has them.
constexpr int most_key_players = 2;

/// Whether a set changes anything: where nobody's leaving does, the first of all equal sets would be shown.
bool tells_something(const network::Graph& graph, network::KeyPlayerGoal goal, double value) {
    return goal == network::KeyPlayerGoal::reach ||
           value > network::key_player_value(graph, {.goal = goal}, {});
}

std::vector<KeyPlayerMeasure> key_players_of(const network::Graph& graph, const WaveData& data) {
    using enum network::KeyPlayerGoal;
    std::vector<KeyPlayerMeasure> measures;
    for (const auto goal : {fragmentation, reach})
        for (int size = 1; size <= std::min(most_key_players, graph.node_count()); ++size) {
            const auto found = network::key_players(graph, {.goal = goal, .size = size});
            if (!tells_something(graph, goal, found.value)) continue;
            auto& measure = measures.emplace_back(goal, found.value, found.is_exact);
            for (const int node : found.nodes) measure.members.push_back(data.actors[node].member.id);
        }
    return measures;
}

void add_members(MeasureReport& report, const QuestionData& question, const WaveData& data) {
    const auto has_answered = networks::known_rows(question, Rows::named);
    const auto graph = reconstructed(networks::observed(question, Rows::named)).graph;
    const auto groups = networks::countries(data);
    const auto strengths = strengths_of(question, has_answered.size());
    for (const auto& column :
         network::report(graph, {.group_of = groups, .strengths = &strengths}, is_of_nodes).nodes)
        report.nodes.push_back(shown(column, has_answered));
    for (std::size_t i = 0; i < data.actors.size(); ++i)
        report.members.push_back({data.actors[i].member.id, data.actors[i].member.label, has_answered[i]});
    report.key_players = key_players_of(graph, data);
}

std::vector<QuestionKey> keys_of(const WaveData& data) {
    std::vector<QuestionKey> keys;
    for (const auto& each : data.questions)
        if (each.question.sensitivity != Sensitivity::sealed) keys.push_back(each.question.key);
    return keys;
}

}  // namespace

Result<MeasureReport> measures_of(const WaveData& data, QuestionKey key) {
    MeasureReport report;
    report.questions = keys_of(data);
    if (std::ranges::find(report.questions, key) == report.questions.end())
        return failure(ErrorCode::not_found, "question");
    const QuestionData question = networks::by_name(*data.find(key));
    report.wave_title = data.wave.title;
    report.question = key;
    report.rows = static_cast<int>(networks::places(networks::known_rows(question, Rows::named)).size());
    report.asked = data.asked();
    report.level = disclosure::report_level(report.rows, report.asked);
    report.graph = graph_measures(question, data, report.level);
    if (question.question.sensitivity == Sensitivity::open && report.level == ReportLevel::full)
        add_members(report, question, data);
    return report;
}

}  // namespace konbit::analyses
