// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <span>
#include <vector>

namespace konbit::network {

struct Point {
    double x = 0;
    double y = 0;

    bool operator==(const Point&) const = default;
};

/// Where to draw each actor: distances on the picture follow the steps between actors as well as a plane
/// allows.
///
/// One step is about one unit. Components stand beside each other, the largest first; isolates stand in rows
/// below. Equal networks give equal pictures. y grows downward. The smallest x and y are 0.
///
/// To keep positions across waves, lay out the union of their ties once.
///
/// @complexity O(nodes^2) per sweep, at most some hundred sweeps.
/// @source Gansner, Koren & North (2004), Graph Drawing, LNCS 3383, 239-250,
/// doi:10.1007/978-3-540-31843-9_25;
///         start by Brandes & Pich (2006), LNCS 4372, 42-53, doi:10.1007/978-3-540-70904-6_6.
std::vector<Point> layout(const Graph& graph);

/// How far a picture is from the steps it shows: sum of squared errors, each relative to its distance, over
/// all connected pairs, divided by the number of such pairs, at the best scale.
/// @return In [0, 1]; 0 is perfect. 0 when no two actors are connected.
double normalized_stress(const Graph& graph, std::span<const Point> points);

}  // namespace konbit::network
