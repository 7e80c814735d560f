// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"
#include "engine/random.hpp"

namespace konbit::network {

/// A random network in which every actor has as many ties as here: names as many, and is named by as many.
///
/// Pairs of ties exchange their ends, twenty times as often as there are ties; exchanges that would make a
/// loop or repeat a tie are left out.
/// @complexity O(edges log edges).
/// @source Maslov & Sneppen (2002), Science 296, 910-913, doi:10.1126/science.1065103.
Graph rewired(const Graph& graph, Random& random);

}  // namespace konbit::network
