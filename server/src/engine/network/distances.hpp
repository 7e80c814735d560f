// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <vector>

namespace konbit::network {

/// Steps between all pairs of a graph, row by row.
class DistanceMatrix {
  public:
    /// @complexity O(nodes * edges) time, O(nodes^2) memory: for the sizes that are drawn and advised on.
    explicit DistanceMatrix(const Graph& graph);

    int node_count() const { return n_; }
    /// Steps from one to the other; -1 where no path leads.
    int operator()(int from, int to) const { return steps_[static_cast<std::size_t>(from) * n_ + to]; }

  private:
    int n_;
    std::vector<int> steps_;
};

}  // namespace konbit::network
