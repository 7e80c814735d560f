// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

/// The network engine: pure functions over an immutable graph; every one may run on several threads at once.
namespace konbit::network {

/// A tie between two actors, given by their numbers (0 .. actors-1).
struct Edge {
    int from = 0;
    int to = 0;

    auto operator<=>(const Edge&) const = default;
};

/// Whether a tie is a statement of one actor about another, or something the two have in common.
enum class Direction { directed, undirected };

/// Who has a tie with whom: a simple graph without loops and without repeated ties.
///
/// Actors are numbers; those without ties belong to the graph all the same. Neighbors come in ascending
/// order.
class Graph {
  public:
    Graph() : Graph(0, {}, Direction::directed) {}

    /// @param node_count  How many actors there are, with or without ties.
    /// @param edges       Every end is at least 0 and below `node_count` (asserted). Loops and repetitions
    /// are dropped
    ///                    and counted; in an undirected graph (a, b) repeats (b, a).
    /// @complexity O(node_count + edges log edges).
    Graph(int node_count, std::span<const Edge> edges, Direction direction);

    int node_count() const { return static_cast<int>(out_start_.size()) - 1; }
    /// Directed: ordered pairs with a tie. Undirected: pairs with a tie.
    std::int64_t edge_count() const { return is_directed() ? arcs() : arcs() / 2; }
    bool is_directed() const { return direction_ == Direction::directed; }

    /// Actors that `node` names; in an undirected graph, those it has a tie with.
    std::span<const int> out(int node) const { return slice(out_start_, out_, node); }
    /// Actors that name `node`; in an undirected graph the same as out().
    std::span<const int> in(int node) const {
        return is_directed() ? slice(in_start_, in_, node) : out(node);
    }
    /// @complexity O(log of the neighbors of `from`).
    bool has_edge(int from, int to) const;
    /// Every tie once, in ascending order; undirected ties with from < to.
    std::vector<Edge> edges() const;

    std::int64_t loops_dropped() const { return loops_dropped_; }
    std::int64_t repeats_dropped() const { return repeats_dropped_; }

  private:
    std::int64_t arcs() const { return static_cast<std::int64_t>(out_.size()); }
    static std::span<const int> slice(const std::vector<int>& start, const std::vector<int>& all, int node) {
        return {all.data() + start[node], all.data() + start[node + 1]};
    }

    Direction direction_;
    std::int64_t loops_dropped_ = 0;
    std::int64_t repeats_dropped_ = 0;
    std::vector<int> out_start_, out_;
    std::vector<int> in_start_, in_;  ///< Empty in an undirected graph.
};

/// The graph in which two actors have a tie when at least one of them names the other; itself if undirected.
Graph undirected(const Graph& graph);

/// The ties that are left without some actors. Numbers stay: a left-out actor remains, without ties.
/// To keep them out of counts as well, use keeping().
Graph isolating(const Graph& graph, std::span<const int> nodes);

/// The graph of some actors only, numbered anew in the order given; each may appear once (asserted).
Graph keeping(const Graph& graph, std::span<const int> nodes);

/// The graph without one actor: "what if X leaves?" Higher numbers move down by one.
Graph without(const Graph& graph, int node);

}  // namespace konbit::network
