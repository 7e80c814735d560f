// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace konbit::network {

/// A division into a core, tied within and to everybody, and a periphery without ties of its own.
struct CorePeriphery {
    std::vector<int> core{};  ///< Ascending.
    /// Pearson correlation of the ties with the ideal: 1 in each cell with an end in the core, 0 between two
    /// of the periphery; a member's cell with itself does not count.
    double fit = 0;
    bool is_exact = false;  ///< Whether every division was looked at; otherwise the best of a search.
};

struct CorePeripherySearch {
    int restarts = 30;       ///< Above the size that is searched whole.
    std::uint64_t seed = 1;  ///< Equal seeds give equal results.
};

/// Up to this many actors every division is looked at.
inline constexpr int most_for_exact_core = 20;

/// The division that fits best (discrete model of Borgatti & Everett).
///
/// Directed ties count as they are. Of equal fits the first core in the order of the search is kept.
/// @return Nothing when no division can be told from another: fewer than three actors, no tie, or all of
/// them.
/// @note Every network has a best division: compare the fit with that of networks of the same degrees.
/// @complexity O(2^nodes) up to most_for_exact_core actors, above it about O(restarts * nodes * edges).
/// @source Borgatti & Everett (1999), Social Networks 21(4), 375-395, doi:10.1016/S0378-8733(99)00019-2.
std::optional<CorePeriphery> core_periphery(const Graph& graph, CorePeripherySearch search = {});

/// The same by search whatever the size: never better, and for large networks the only way.
std::optional<CorePeriphery> core_periphery_search(const Graph& graph, CorePeripherySearch search);

}  // namespace konbit::network
