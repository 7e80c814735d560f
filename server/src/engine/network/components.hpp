// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <optional>
#include <vector>

namespace konbit::network {

/// The pieces into which a network falls.
struct Components {
    int count = 0;
    std::vector<int> of{};    ///< Piece of each actor, numbered by their lowest member.
    std::vector<int> size{};  ///< Actors in each piece.

    std::vector<std::vector<int>> members() const;
};

/// Pieces connected by ties of either direction.
/// @complexity O(nodes + edges).
Components weak_components(const Graph& graph);

/// Pieces within which every actor reaches every other along the direction of ties; weak ones if undirected.
/// @complexity O(nodes + edges).
/// @source Tarjan (1972), SIAM Journal on Computing 1(2), 146-160, doi:10.1137/0201010.
Components strong_components(const Graph& graph);

/// Actors without any tie, ascending.
std::vector<int> isolates(const Graph& graph);

/// The share of pairs that no path connects: 1 - sum s(s-1) / (n(n-1)) over pieces of size s.
/// @return In [0, 1]; nothing for fewer than two actors.
/// @source Borgatti (2006), Computational & Mathematical Organization Theory 12, 21-34,
/// doi:10.1007/s10588-006-7084-x.
std::optional<double> fragmentation(const Components& components);

}  // namespace konbit::network
