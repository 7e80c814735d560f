// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <vector>

namespace konbit::network {

/// How deep in the dense part of the network each actor lies: the largest k such that it belongs to a group
/// in which everyone has at least k contacts within the group. Direction is dropped.
///
/// @return 0 for isolates, at most the degree.
/// @complexity O(nodes + edges).
/// @source Seidman (1983), Social Networks 5(3), 269-287, doi:10.1016/0378-8733(83)90028-X; Batagelj &
/// Zaversnik
///         (2011), Advances in Data Analysis and Classification 5, 129-145, doi:10.1007/s11634-010-0079-y.
std::vector<double> core_undirected(const Graph& graph);

}  // namespace konbit::network
