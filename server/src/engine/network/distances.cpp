// SPDX-License-Identifier: Apache-2.0
#include "engine/network/distances.hpp"

#include "engine/network/paths.hpp"

namespace konbit::network {

DistanceMatrix::DistanceMatrix(const Graph& graph) : n_(graph.node_count()) {
    steps_.reserve(static_cast<std::size_t>(n_) * n_);
    for (int node = 0; node < n_; ++node) {
        const std::vector<int> row = distances_from(graph, node);
        steps_.insert(steps_.end(), row.begin(), row.end());
    }
}

}  // namespace konbit::network
