// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/distances.hpp"
#include "engine/network/layout.hpp"

namespace konbit::network {

/// Positions of the actors of one connected, undirected graph, centered on the origin; layout() arranges
/// several.
std::vector<Point> majorize_stress(const DistanceMatrix& distance);

/// Where an actor would best stand if the others stayed: the weighted mean of what each of them asks for.
/// Whoever no path leads to asks for nothing; at least one path must lead somewhere.
Point best_place(const DistanceMatrix& distance, std::span<const Point> points, int node);

/// Sum over pairs of (|p_i - p_j| - d_ij)^2 / d_ij^2.
double stress(const DistanceMatrix& distance, std::span<const Point> points);

}  // namespace konbit::network
