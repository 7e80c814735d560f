// SPDX-License-Identifier: Apache-2.0
#include "engine/network/graph.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace konbit::network {
namespace {

struct Rows {
    std::vector<int> start, neighbors;
};

/// @param edges  Sorted by (from, to), so that each row comes out sorted.
Rows rows_of(int node_count, const std::vector<Edge>& edges) {
    Rows rows{std::vector<int>(node_count + 1), std::vector<int>(edges.size())};
    for (const Edge& edge : edges) ++rows.start[edge.from + 1];
    std::partial_sum(rows.start.begin(), rows.start.end(), rows.start.begin());
    std::ranges::transform(edges, rows.neighbors.begin(), &Edge::to);
    return rows;
}

void turn_around(std::vector<Edge>& edges) {
    for (Edge& edge : edges) std::swap(edge.from, edge.to);
    std::ranges::sort(edges);
}

std::int64_t drop_repeats(std::vector<Edge>& edges) {
    std::ranges::sort(edges);
    const auto repeats = std::ranges::unique(edges);
    const auto dropped = static_cast<std::int64_t>(repeats.size());
    edges.erase(repeats.begin(), repeats.end());
    return dropped;
}

}  // namespace

Graph::Graph(int node_count, std::span<const Edge> edges, Direction direction) : direction_(direction) {
    std::vector<Edge> kept;
    kept.reserve(edges.size() * (is_directed() ? 1 : 2));
    for (const Edge& edge : edges) {
        assert(edge.from >= 0 && edge.from < node_count && edge.to >= 0 && edge.to < node_count);
        const bool forward = is_directed() || edge.from < edge.to;
        if (edge.from != edge.to) kept.push_back(forward ? edge : Edge{edge.to, edge.from});
    }
    loops_dropped_ = static_cast<std::int64_t>(edges.size() - kept.size());
    repeats_dropped_ = drop_repeats(kept);
    if (!is_directed()) {
        const auto pairs = kept.size();
        for (std::size_t i = 0; i < pairs; ++i) kept.push_back({kept[i].to, kept[i].from});
        std::ranges::sort(kept);
    }
    Rows outgoing = rows_of(node_count, kept);
    out_start_ = std::move(outgoing.start);
    out_ = std::move(outgoing.neighbors);
    if (!is_directed()) return;
    turn_around(kept);
    Rows incoming = rows_of(node_count, kept);
    in_start_ = std::move(incoming.start);
    in_ = std::move(incoming.neighbors);
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
