// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <vector>

namespace konbit::network {

/// With how many others an actor has a tie, whoever of the two reports it.
/// @return One number per actor, 0 .. actors-1.
std::vector<double> degree(const Graph& graph);

/// How many actors name this one.
std::vector<double> indegree(const Graph& graph);

/// How many actors this one names.
std::vector<double> outdegree(const Graph& graph);

/// How unequal a degree is: 0 when all actors have the same, 1 when one of them has every tie (Freeman).
///
/// @param degrees     One per actor.
/// @param is_directed In- and out-degrees are compared with a star's (n-1)^2, undirected ones with
/// (n-1)(n-2).
/// @return In [0, 1]; NaN below two (directed) or three (undirected) actors.
/// @source Freeman (1979), Social Networks 1(3), 215-239, doi:10.1016/0378-8733(78)90021-7.
double degree_centralization(const std::vector<double>& degrees, bool is_directed);

}  // namespace konbit::network
