// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <span>
#include <vector>

namespace konbit::network {

/// With whom each actor has a tie, whoever reports it, and who does: one merged list where a Graph has two.
///
/// Made of a graph without a word, so that functions of contacts can be called with a graph; who calls
/// several of them makes the contacts once.
class Contacts {
  public:
    static constexpr int names = 1;     ///< The actor names the other.
    static constexpr int is_named = 2;  ///< The other names the actor.

    struct Contact {
        int other;
        int direction;  ///< `names`, `is_named` or both; both in an undirected graph.

        /// 2 for a mutual tie, 1 for one that one side reports.
        int weight() const { return direction == (names | is_named) ? 2 : 1; }
    };

    /// @complexity O(nodes + edges).
    Contacts(const Graph& graph);

    int node_count() const { return static_cast<int>(start_.size()) - 1; }
    /// In ascending order of the other.
    std::span<const Contact> of(int node) const {
        return {all_.data() + start_[node], all_.data() + start_[node + 1]};
    }

  private:
    std::vector<int> start_;
    std::vector<Contact> all_;
};

}  // namespace konbit::network
