// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/distances.hpp"
#include "engine/network/layout.hpp"

namespace konbit::network {

/// Positions of the actors of one connected, undirected graph, centered on the origin; layout() arranges
/// several.
std::vector<Point> majorize_stress(const DistanceMatrix& distance);

/// Sum over pairs of (|p_i - p_j| - d_ij)^2 / d_ij^2.
double stress(const DistanceMatrix& distance, std::span<const Point> points);

}  // namespace konbit::network
