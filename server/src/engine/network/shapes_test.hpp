// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <initializer_list>

/// Small networks whose values one can work out by hand.
namespace konbit::network::shapes {

inline Graph directed(int nodes, std::initializer_list<Edge> edges) {
    return {nodes, std::span(edges.begin(), edges.size()), Direction::directed};
}

inline Graph undirected(int nodes, std::initializer_list<Edge> edges) {
    return {nodes, std::span(edges.begin(), edges.size()), Direction::undirected};
}

/// 0 - 1 - 2 - 3
inline Graph path() { return undirected(4, {{0, 1}, {1, 2}, {2, 3}}); }

/// 0 in the middle of 1, 2, 3, 4.
inline Graph star() { return undirected(5, {{0, 1}, {0, 2}, {0, 3}, {0, 4}}); }

/// The triangle 0, 1, 2 with 3 hanging on 2, and 4 alone.
inline Graph kite() { return undirected(5, {{0, 1}, {1, 2}, {0, 2}, {2, 3}}); }

/// Two triangles, 0-2 and 3-5, joined by the tie 2 - 3.
inline Graph barbell() { return undirected(6, {{0, 1}, {1, 2}, {0, 2}, {2, 3}, {3, 4}, {4, 5}, {3, 5}}); }

/// 0 -> 1 -> 2 -> 0 and 2 -> 3.
inline Graph cycle_with_tail() { return directed(4, {{0, 1}, {1, 2}, {2, 0}, {2, 3}}); }

}  // namespace konbit::network::shapes
