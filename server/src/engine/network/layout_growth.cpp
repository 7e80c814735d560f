// SPDX-License-Identifier: Apache-2.0
#include "engine/network/layout_growth.hpp"

#include "engine/network/stress_majorization.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace konbit::network {
namespace {

constexpr int sweeps = 30;
constexpr double willingness = 0.1;  ///< Of those who had a place, to move toward a better one.
constexpr double gap = 1;

using Places = std::vector<std::optional<Point>>;

Point toward(const Point& from, const Point& to, double share) {
    return {from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)};
}

/// Newcomers around one member would else stand on one another.
Point aside(int node) {
    const double golden_angle = 2.399963;
    return {0.5 * std::cos(golden_angle * node), 0.5 * std::sin(golden_angle * node)};
}

std::optional<Point> middle_of(std::span<const int> nodes, const Places& places) {
    double x = 0, y = 0;
    int count = 0;
    for (const int node : nodes)
        if (const auto& place = places[node]) x += place->x, y += place->y, ++count;
    if (count == 0) return std::nullopt;
    return Point{x / count, y / count};
}

/// One ring of newcomers around those who stand; false when there was none.
bool add_ring(const Graph& ties, Places& places) {
    Places next = places;
    bool has_grown = false;
    for (int node = 0; node < ties.node_count(); ++node) {
        if (places[node]) continue;
        const auto middle = middle_of(ties.out(node), places);
        if (!middle) continue;
        const Point step = aside(node);
        next[node] = {middle->x + step.x, middle->y + step.y};
        has_grown = true;
    }
    places = std::move(next);
    return has_grown;
}

/// The corner from which what stands apart is laid out: below everybody, at the left edge.
Point corner_below(const Places& places) {
    const double none = std::numeric_limits<double>::infinity();
    Point corner{none, -none};
    for (const auto& place : places)
        if (place) corner = {std::min(corner.x, place->x), std::max(corner.y, place->y + gap)};
    return corner.x == none ? Point{} : corner;
}

void add_parts_apart(const Graph& ties, Places& places) {
    std::vector<int> apart;
    for (int node = 0; node < ties.node_count(); ++node)
        if (!places[node]) apart.push_back(node);
    const Point corner = corner_below(places);
    const auto points = layout(keeping(ties, apart));
    for (std::size_t i = 0; i < apart.size(); ++i)
        places[apart[i]] = Point{corner.x + points[i].x, corner.y + points[i].y};
}

void settle(const Graph& ties, std::span<const std::optional<Point>> anchors, std::vector<Point>& points) {
    const DistanceMatrix distance(ties);
    for (int sweep = 0; sweep < sweeps; ++sweep)
        for (int node = 0; node < ties.node_count(); ++node) {
            if (ties.out(node).empty()) continue;
            const Point best = best_place(distance, points, node);
            points[node] = anchors[node] ? toward(*anchors[node], best, willingness) : best;
        }
}

}  // namespace

std::vector<Point> grown_layout(const Graph& graph, std::span<const std::optional<Point>> known) {
    if (std::ranges::none_of(known, [](const auto& place) { return place.has_value(); }))
        return layout(graph);
    const Graph ties = undirected(graph);
    Places places(known.begin(), known.end());
    while (add_ring(ties, places)) {
    }
    add_parts_apart(ties, places);
    std::vector<Point> points;
    for (const auto& place : places) points.push_back(*place);
    settle(ties, known, points);
    return points;
}

}  // namespace konbit::network
