// SPDX-License-Identifier: Apache-2.0
#include "engine/network/graph.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace konbit::network {
namespace {

/// For each actor the others of its ties, one list behind the other.
struct Rows {
    std::vector<int> start, others;
};

/// Puts each tie's `other` into the row of its `node`; within a row they keep their order.
/// @param for_each_tie  Calls its argument with (node, other) for every tie, twice the same.
template <class ForEachTie>
Rows rows_of(int node_count, ForEachTie for_each_tie) {
    Rows rows{std::vector<int>(node_count + 1), {}};
    for_each_tie([&](int node, int) { ++rows.start[node + 1]; });
    std::partial_sum(rows.start.begin(), rows.start.end(), rows.start.begin());
    rows.others.resize(rows.start.back());
    std::vector<int> next(rows.start.begin(), rows.start.end() - 1);
    for_each_tie([&](int node, int other) { rows.others[next[node]++] = other; });
    return rows;
}

/// The ties the other way round. Rows are visited in order, so that those of the result are sorted.
Rows turned_around(const Rows& rows) {
    const int node_count = static_cast<int>(rows.start.size()) - 1;
    return rows_of(node_count, [&](auto take) {
        for (int node = 0; node < node_count; ++node)
            for (int i = rows.start[node]; i < rows.start[node + 1]; ++i) take(rows.others[i], node);
    });
}

/// @param rows  Sorted, so that repetitions stand side by side.
/// @return How many were dropped.
std::int64_t drop_repeats(Rows& rows) {
    int kept = 0, from = 0;
    for (std::size_t node = 0; node + 1 < rows.start.size(); ++node) {
        const int row_start = kept;
        for (const int end = rows.start[node + 1]; from < end; ++from)
            if (kept == row_start || rows.others[kept - 1] != rows.others[from])
                rows.others[kept++] = rows.others[from];
        rows.start[node + 1] = kept;
    }
    const auto dropped = std::ssize(rows.others) - kept;
    rows.others.resize(kept);
    return dropped;
}

}  // namespace

Graph::Graph(int node_count, std::span<const Edge> edges, Direction direction) : direction_(direction) {
    const Rows incoming = rows_of(node_count, [&](auto take) {
        for (const auto& [from, to] : edges) {
            assert(from >= 0 && from < node_count && to >= 0 && to < node_count);
            if (from == to) continue;
            take(to, from);
            if (!is_directed()) take(from, to);
        }
    });
    const int arcs_per_tie = is_directed() ? 1 : 2;
    loops_dropped_ = std::ssize(edges) - std::ssize(incoming.others) / arcs_per_tie;
    Rows outgoing = turned_around(incoming);
    repeats_dropped_ = drop_repeats(outgoing) / arcs_per_tie;
    if (is_directed()) {
        Rows sorted = turned_around(outgoing);
        in_start_ = std::move(sorted.start);
        in_ = std::move(sorted.others);
    }
    out_start_ = std::move(outgoing.start);
    out_ = std::move(outgoing.others);
}

bool Graph::has_edge(int from, int to) const { return std::ranges::binary_search(out(from), to); }

std::vector<Edge> Graph::edges() const {
    std::vector<Edge> all;
    all.reserve(edge_count());
    for (int from = 0; from < node_count(); ++from)
        for (const int to : out(from))
            if (is_directed() || from < to) all.push_back({from, to});
    return all;
}

Graph undirected(const Graph& graph) {
    if (!graph.is_directed()) return graph;
    return {graph.node_count(), graph.edges(), Direction::undirected};
}

namespace {

Direction direction_of(const Graph& graph) {
    return graph.is_directed() ? Direction::directed : Direction::undirected;
}

}  // namespace

Graph isolating(const Graph& graph, std::span<const int> nodes) {
    std::vector<bool> gone(graph.node_count());
    for (const int node : nodes) gone[node] = true;
    std::vector<Edge> edges = graph.edges();
    std::erase_if(edges, [&](const Edge& edge) { return gone[edge.from] || gone[edge.to]; });
    return {graph.node_count(), edges, direction_of(graph)};
}

Graph keeping(const Graph& graph, std::span<const int> nodes) {
    std::vector<int> number(graph.node_count(), -1);
    for (int i = 0; const int node : nodes) {
        assert(number[node] == -1);
        number[node] = i++;
    }
    std::vector<Edge> edges;
    for (const Edge& edge : graph.edges())
        if (number[edge.from] >= 0 && number[edge.to] >= 0)
            edges.push_back({number[edge.from], number[edge.to]});
    return {static_cast<int>(nodes.size()), edges, direction_of(graph)};
}

Graph without(const Graph& graph, int node) {
    std::vector<int> others(graph.node_count());
    std::iota(others.begin(), others.end(), 0);
    std::erase(others, node);
    return keeping(graph, others);
}

}  // namespace konbit::network
