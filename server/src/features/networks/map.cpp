// SPDX-License-Identifier: Apache-2.0
#include "features/networks/map.hpp"

#include "engine/network/report.hpp"
#include "features/networks/layout_store.hpp"
#include "features/networks/observation.hpp"
#include "features/networks/places.hpp"
#include "features/networks/response.hpp"

#include <algorithm>
#include <cmath>

namespace konbit::networks {

namespace {

using network::Edge;
using network::ObservedNetwork;

bool is_of_nodes(const network::Metric& metric) {
    return network::is_everyday(metric) && metric.level == network::MetricLevel::node;
}

/// What the nodes show of the map's question.
struct NodeFigures {
    ObservedNetwork network;
    network::Report report;
    std::vector<double> named_by;

    explicit NodeFigures(const QuestionData& question)
        : network(observed(question, Rows::named)),
          report(network::report(reconstructed(network).graph, {}, is_of_nodes)),
          named_by(indegree_share_of_observers(network)) {}

    double at(std::string_view metric, int node) const { return (*report.column(metric))[node]; }
    int whole(std::string_view metric, int node) const {
        return static_cast<int>(std::lround(at(metric, node)));
    }
};

std::optional<double> defined(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

void describe(MapNode& node, const WaveMember& member) {
    node.id = member.id;
    node.actor = actor_of(member);
    node.label = member.label;
    node.kind = member.kind;
    node.country_code = member.country_code;
    node.subsector = member.subsector;
    node.subgroup = member.subgroup;
    node.participates_in_programme = member.participates_in_programme;
    node.is_facilitator = member.is_facilitator;
}

void measure(MapNode& node, const NodeFigures& figures, int place, disclosure::ReportLevel level) {
    const auto& reported = figures.network.reported();
    node.community = figures.whole("community_leiden", place);
    node.core = figures.whole("core_undirected", place);
    if (level == disclosure::ReportLevel::interval_only) return;
    node.indegree = static_cast<int>(reported.in(place).size());
    node.indegree_share = defined(figures.named_by[place]);
    if (figures.network.has_answered(place)) node.outdegree = static_cast<int>(reported.out(place).size());
    if (level == disclosure::ReportLevel::full) node.betweenness = figures.at("betweenness", place);
}

void note_known_rows(std::vector<MapNode>& nodes, const QuestionData& question) {
    const auto is_known = known_rows(question, Rows::named);
    for (std::size_t place = 0; place < nodes.size(); ++place)
        if (is_known[place]) nodes[place].known_rows.push_back(question.question.key);
}

std::vector<MapTie> ties_of(const QuestionData& question, const WaveData& data) {
    const ObservedNetwork network = observed(question, Rows::named);
    const auto is_disputed = [&](const Tie& tie) {
        const Dispute dispute{question.question.id, tie.from, tie.to};
        return std::ranges::find(data.disputes, dispute) != data.disputes.end();
    };
    std::vector<MapTie> ties;
    for (const auto& tie : question.ties) {
        if (!network.has_answered(tie.from)) continue;
        ties.push_back({.from = data.actors[tie.from].member.id,
                        .to = data.actors[tie.to].member.id,
                        .question = question.question.key,
                        .value = tie.value,
                        .one_sided = !network.reported().has_edge(tie.to, tie.from),
                        .mutual = network.reported().has_edge(tie.to, tie.from),
                        .is_disputed = is_disputed(tie)});
    }
    return ties;
}

}  // namespace

MapReport map_of(const WaveData& data, disclosure::ReportLevel level) {
    const QuestionData& question = map_question(data);
    MapReport map;
    map.question = question.question.key;
    const NodeFigures figures(question);
    const auto points = places_of(data.layout);
    const auto has_answered = answered_any(data);
    for (int place = 0; place < data.size(); ++place) {
        MapNode& node = map.nodes.emplace_back();
        describe(node, data.actors[place].member);
        measure(node, figures, place, level);
        node.is_asked = data.actors[place].is_asked;
        node.answered = has_answered[place];
        const auto& point = points[static_cast<std::size_t>(data.actors[place].place_in_layout)];
        node.x = point.x;
        node.y = point.y;
    }
    for (const auto& each : data.questions) {
        if (each.question.sensitivity == Sensitivity::sealed) continue;
        map.layout_from.push_back(each.question.key);
        note_known_rows(map.nodes, each);
        std::ranges::copy(ties_of(each, data), std::back_inserter(map.ties));
    }
    return map;
}

}  // namespace konbit::networks
