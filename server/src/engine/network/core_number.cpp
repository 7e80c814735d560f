// SPDX-License-Identifier: Apache-2.0
#include "engine/network/core_number.hpp"

#include <algorithm>

namespace konbit::network {

std::vector<double> core_undirected(const Graph& graph) {
    const Graph ties = undirected(graph);
    const int n = ties.node_count();
    std::vector<int> left(n);  // contacts that are not peeled off yet
    int most = 0;
    for (int node = 0; node < n; ++node)
        most = std::max(most, left[node] = static_cast<int>(ties.out(node).size()));
    std::vector<std::vector<int>> with(most + 1);
    for (int node = 0; node < n; ++node) with[left[node]].push_back(node);

    std::vector<double> core(n, -1);
    for (int k = 0; k <= most; ++k)
        for (std::size_t i = 0; i < with[k].size(); ++i) {
            const int node = with[k][i];
            if (core[node] >= 0) continue;  // it was met at an earlier level
            core[node] = k;
            for (const int other : ties.out(node))
                if (core[other] < 0 && left[other] > k) with[std::max(k, --left[other])].push_back(other);
        }
    return core;
}

}  // namespace konbit::network
