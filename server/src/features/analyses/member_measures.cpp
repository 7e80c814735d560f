// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/member_measures.hpp"

#include "engine/network/layers.hpp"
#include "engine/network/observed_report.hpp"
#include "engine/network/sampled_betweenness.hpp"
#include "features/analyses/answered.hpp"
#include "features/networks/observation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace konbit::analyses {

namespace {

using network::Basis;
using network::Graph;
using network::Metric;
using networks::QuestionData;
using networks::Rows;
using networks::WaveData;

constexpr std::string_view mean_layers = "mean_layers";
/// Errors fall with the root of their number.
constexpr int pivots_of_large_networks = 1000;
/// What a page may wait for: a tenth of what the command line takes its time for.
constexpr double most_visits_of_page = 2e8;

bool is_of_nodes(const Metric& metric) { return metric.level == network::MetricLevel::node; }
bool is_counted(const Metric& metric) { return is_of_nodes(metric) && basis_of(metric) == Basis::available; }
bool is_placed(const Metric& metric) { return is_of_nodes(metric) && !is_counted(metric); }

/// Whether it takes the ways from everybody to everybody.
bool takes_all_ways(const Metric& metric) {
    constexpr std::array<std::string_view, 3> pages{"betweenness", "harmonic_closeness", "closeness"};
    return std::ranges::find(pages, metric.page) != pages.end() || metric.id.starts_with("reach_2");
}
bool is_placed_quickly(const Metric& metric) { return is_placed(metric) && !takes_all_ways(metric); }

NodeMeasure named(std::string_view id, std::string_view page, std::string_view range) {
    return {.id = std::string(id), .page = std::string(page), .range = std::string(range)};
}

std::optional<double> defined(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

NodeMeasure shown(const network::NodeColumn& column, const std::vector<bool>& has_answered) {
    NodeMeasure measure = named(column.metric->id, column.metric->page, column.metric->range);
    for (std::size_t i = 0; i < column.value.size(); ++i) {
        const bool is_known = has_answered[i] || !is_own_statement(*column.metric);
        measure.values.push_back(is_known ? defined(column.value[i]) : std::nullopt);
    }
    return measure;
}

NodeMeasure estimate(std::string_view id, const network::SampledBetweenness& sampled, double unit) {
    const Metric& metric = *network::find_metric(id);
    NodeMeasure measure = named(metric.id, metric.page, metric.range);
    measure.pivots = sampled.pivots;
    for (std::size_t i = 0; i < sampled.value.size(); ++i) {
        measure.values.push_back(sampled.value[i] / unit);
        measure.standard_errors.push_back(defined(sampled.standard_error[i] / unit));
    }
    return measure;
}

void add_estimates(std::vector<NodeMeasure>& measures, const Graph& graph) {
    const auto sampled = network::betweenness_sampled(graph, {.pivots = pivots_of_large_networks});
    const auto others = static_cast<double>(graph.node_count() - 1);
    measures.push_back(estimate("betweenness", sampled, 1));
    measures.push_back(estimate("betweenness_normalized", sampled, others * (others - 1)));
}

network::Strengths strengths_of(const QuestionData& question, std::size_t members) {
    std::vector<network::WeightedTie> ties;
    for (const auto& tie : question.ties) ties.push_back({tie.from, tie.to, static_cast<double>(tie.value)});
    return network::strengths(static_cast<int>(members), ties, network::Direction::directed);
}

/// Open questions by which members may be ranked.
std::vector<QuestionKey> layers_of(const WaveData& data) {
    std::vector<QuestionKey> keys;
    for (const auto& each : data.questions) {
        const auto rows = networks::known_rows(each, Rows::named);
        const auto answers = static_cast<int>(std::ranges::count(rows, true));
        const bool is_full = disclosure::report_level(answers, data.asked()) == disclosure::ReportLevel::full;
        if (each.question.sensitivity == Sensitivity::open && is_full) keys.push_back(each.question.key);
    }
    return keys;
}

std::vector<int> who_answered_all(const WaveData& data, const std::vector<QuestionKey>& keys) {
    std::vector<bool> is_known(data.actors.size(), true);
    for (const auto key : keys) {
        const auto rows = networks::known_rows(*data.find(key), Rows::named);
        for (std::size_t i = 0; i < is_known.size(); ++i) is_known[i] = is_known[i] && rows[i];
    }
    return networks::places(is_known);
}

/// Whether a set changes anything: where nobody's leaving does, the first of all equal sets would be shown.
bool tells_something(const Graph& graph, network::KeyPlayerGoal goal, double value) {
    return goal == network::KeyPlayerGoal::reach ||
           value > network::key_player_value(graph, {.goal = goal}, {});
}

}  // namespace

bool is_member_measure(std::string_view id) {
    const auto* metric = network::find_metric(id);
    return id == mean_layers || (metric != nullptr && is_of_nodes(*metric));
}

std::vector<NodeMeasure> member_measures_of(const QuestionData& question, const std::vector<int>& group_of,
                                            int most_exact) {
    const auto has_answered = networks::known_rows(question, Rows::named);
    const auto seen = networks::observed(question, Rows::named);
    const auto filled_in = reconstructed(seen).graph;
    const auto strengths = strengths_of(question, has_answered.size());
    const network::ReportOptions options{.group_of = group_of, .strengths = &strengths};
    const bool is_large = filled_in.node_count() > most_exact;
    std::vector<NodeMeasure> measures;
    for (const auto& column : network::report(seen.reported(), options, is_counted).nodes)
        measures.push_back(shown(column, has_answered));
    for (const auto& column :
         network::report(filled_in, options, is_large ? is_placed_quickly : is_placed).nodes)
        measures.push_back(shown(column, has_answered));
    if (is_large) add_estimates(measures, filled_in);
    return measures;
}

std::optional<NodeMeasure> layers_of_members(const WaveData& data) {
    const auto keys = layers_of(data);
    if (keys.size() < 2) return std::nullopt;
    const auto members = who_answered_all(data, keys);
    std::vector<network::Layer> layers;
    for (const auto key : keys) layers.push_back({std::string(name_of(key)), graph_of(data, key, members)});
    const auto found = network::multiplexity(layers).mean_layers;
    NodeMeasure measure = named(mean_layers, "layers", "1.." + std::to_string(keys.size()));
    measure.values.resize(data.actors.size());
    for (std::size_t i = 0; i < members.size(); ++i)
        measure.values[static_cast<std::size_t>(members[i])] = defined(found[i]);
    return measure;
}

std::vector<KeyPlayerMeasure> key_players_of(const QuestionData& question, const WaveData& data, int most) {
    using enum network::KeyPlayerGoal;
    const Graph graph = reconstructed(networks::observed(question, Rows::named)).graph;
    std::vector<KeyPlayerMeasure> measures;
    for (const auto goal : {fragmentation, distance_fragmentation, reach})
        for (int size = 1; size <= std::min(most, graph.node_count()); ++size) {
            const auto found =
                network::key_players(graph, {.goal = goal, .size = size, .most_visits = most_visits_of_page});
            if (!tells_something(graph, goal, found.value)) continue;
            auto& measure = measures.emplace_back(goal, found.value, found.is_exact);
            for (const int node : found.nodes) measure.members.push_back(data.actors[node].member.id);
        }
    return measures;
}

}  // namespace konbit::analyses
