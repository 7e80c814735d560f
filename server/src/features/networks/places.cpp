// SPDX-License-Identifier: Apache-2.0
#include "features/networks/places.hpp"

#include "engine/network/layout_growth.hpp"

#include <algorithm>
#include <optional>

namespace konbit::networks {

namespace {

using network::Point;

/// Of an actor or a tie; everything is of the first wave where waves are not told apart.
int wave_of(const std::vector<int>& waves, std::size_t number) { return waves.empty() ? 0 : waves[number]; }

int last_wave(const LayoutData& layout) {
    int last = 0;
    for (const auto* waves : {&layout.actor_waves, &layout.tie_waves})
        if (!waves->empty()) last = std::max(last, std::ranges::max(*waves));
    return last;
}

std::vector<int> actors_until(const LayoutData& layout, int wave) {
    std::vector<int> actors;
    for (int actor = 0; actor < layout.actor_count; ++actor)
        if (wave_of(layout.actor_waves, static_cast<std::size_t>(actor)) <= wave) actors.push_back(actor);
    return actors;
}

network::Graph ties_until(const LayoutData& layout, int wave) {
    std::vector<network::Edge> ties;
    for (std::size_t i = 0; i < layout.ties.size(); ++i)
        if (wave_of(layout.tie_waves, i) <= wave) ties.push_back(layout.ties[i]);
    return {layout.actor_count, ties, network::Direction::undirected};
}

/// Whoever stands alone has no place worth keeping once it has contacts.
void forget_lonely(const network::Graph& before, const network::Graph& now,
                   std::vector<std::optional<Point>>& places) {
    for (int actor = 0; actor < now.node_count(); ++actor)
        if (before.out(actor).empty() && !now.out(actor).empty())
            places[static_cast<std::size_t>(actor)].reset();
}

void add_wave(const network::Graph& ties, const std::vector<int>& actors,
              std::vector<std::optional<Point>>& places) {
    std::vector<std::optional<Point>> known;
    for (const int actor : actors) known.push_back(places[static_cast<std::size_t>(actor)]);
    const auto points = network::grown_layout(keeping(ties, actors), known);
    for (std::size_t i = 0; i < actors.size(); ++i) places[static_cast<std::size_t>(actors[i])] = points[i];
}

/// Into [-1, 1] both ways, centered, without changing the shape.
void fit(std::vector<Point>& points) {
    if (points.empty()) return;
    const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
    const Point center{(left.x + right.x) / 2, (top.y + bottom.y) / 2};
    const double half = std::max({(right.x - left.x) / 2, (bottom.y - top.y) / 2, 1e-9});
    for (auto& point : points) point = {(point.x - center.x) / half, (point.y - center.y) / half};
}

}  // namespace

std::vector<Point> places_of(const LayoutData& layout) {
    std::vector<std::optional<Point>> places(static_cast<std::size_t>(layout.actor_count));
    network::Graph before(layout.actor_count, {}, network::Direction::undirected);
    for (int wave = 0; wave <= last_wave(layout); ++wave) {
        network::Graph now = ties_until(layout, wave);
        forget_lonely(before, now, places);
        add_wave(now, actors_until(layout, wave), places);
        before = std::move(now);
    }
    std::vector<Point> points;
    for (const auto& place : places) points.push_back(place.value_or(Point{}));
    fit(points);
    return points;
}

}  // namespace konbit::networks
