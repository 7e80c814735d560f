// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/layout.hpp"

#include <optional>

namespace konbit::network {

/// Where to draw each actor of a network that has grown, so that two pictures can be laid side by side.
///
/// Whoever had a place stays near it: it goes at most a tenth of the way to where it would now stand best.
/// Newcomers stand among their contacts. Whoever stood alone and has found contacts moves to them; parts
/// without any known place stand below the rest, arranged as by layout().
///
/// @param known  One entry for each actor: its place in the picture before, in the units of layout().
/// @return One place for each actor. As layout() when nobody had a place.
/// @complexity O(nodes * edges) for the steps between actors, O(nodes^2) for each of thirty sweeps.
std::vector<Point> grown_layout(const Graph& graph, std::span<const std::optional<Point>> known);

}  // namespace konbit::network
