// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <optional>

namespace konbit::network {

/// Which share of the ties that could exist does exist.
///
/// @return In [0, 1]; nothing for fewer than two actors.
/// @note Falls as a cluster grows even when everybody keeps as many contacts: compare mean degree as well.
/// @source Wasserman & Faust (1994), Social Network Analysis, chapter 4, doi:10.1017/CBO9780511815478.
std::optional<double> density(const Graph& graph);

/// Ties per actor: ties given (directed) or contacts (undirected).
/// @return At least 0; nothing without actors.
std::optional<double> mean_degree(const Graph& graph);

}  // namespace konbit::network
