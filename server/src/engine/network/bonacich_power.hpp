// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <vector>

namespace konbit::network {

/// Power by contacts: degree, plus half as much of what contacts have as the network can bear.
///
/// The solution of c = A 1 + b A c with b = 1 / (2 * eigenvalue), scaled so that squares have the mean 1.
/// With b = 0 it would be degree, toward 1 / eigenvalue it becomes eigenvector centrality; unlike that, it is
/// above 0 for everybody who has a tie.
///
/// @param graph       Direction is dropped.
/// @param eigenvalue  The largest of the network (eigenvector_undirected_maxnorm()); above 0.
/// @return 0 for isolates.
/// @complexity O(edges): each of about fifty rounds halves what is left.
/// @source Bonacich (1987), American Journal of Sociology 92(5), 1170-1182, doi:10.1086/228631.
std::vector<double> bonacich_power(const Graph& graph, double eigenvalue);

}  // namespace konbit::network
