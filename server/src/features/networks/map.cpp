// SPDX-License-Identifier: Apache-2.0
#include "features/networks/map.hpp"

#include "engine/network/layout.hpp"
#include "engine/network/report.hpp"
#include "features/networks/observation.hpp"
#include "features/networks/response.hpp"

#include <algorithm>
#include <cmath>

namespace konbit::networks {

namespace {

using network::Edge;
using network::ObservedNetwork;
using network::Point;

/// Into [-1, 1] both ways, centered, without changing the shape.
void fit(std::vector<Point>& points) {
    if (points.empty()) return;
    const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
    const Point center{(left.x + right.x) / 2, (top.y + bottom.y) / 2};
    const double half = std::max({(right.x - left.x) / 2, (bottom.y - top.y) / 2, 1e-9});
    for (auto& point : points) point = {(point.x - center.x) / half, (point.y - center.y) / half};
}

/// One point for each actor of the wave.
std::vector<Point> positions(const WaveData& data) {
    const network::Graph all(data.layout.actor_count, data.layout.ties, network::Direction::undirected);
    auto points = network::layout(all);
    fit(points);
    std::vector<Point> own;
    for (const auto& actor : data.actors) own.push_back(points[actor.place_in_layout]);
    return own;
}

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
    node.label = member.label;
    node.kind = member.kind;
    node.country_code = member.country_code;
    node.subsector = member.subsector;
    node.subgroup = member.subgroup;
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
    const auto points = positions(data);
    const auto has_answered = answered_any(data);
    for (int place = 0; place < data.size(); ++place) {
        MapNode& node = map.nodes.emplace_back();
        describe(node, data.actors[place].member);
        measure(node, figures, place, level);
        node.is_asked = data.actors[place].is_asked;
        node.answered = has_answered[place];
        node.x = points[place].x;
        node.y = points[place].y;
    }
    for (const auto& each : data.questions) {
        if (each.question.sensitivity == Sensitivity::sealed) continue;
        map.layout_from.push_back(each.question.key);
        std::ranges::copy(ties_of(each, data), std::back_inserter(map.ties));
    }
    return map;
}

}  // namespace konbit::networks
