// SPDX-License-Identifier: Apache-2.0
#include "engine/network/components.hpp"

#include <algorithm>
#include <limits>

namespace konbit::network {
namespace {

/// Numbers pieces by their lowest member and counts them, whatever labels a search gave them.
Components numbered(const std::vector<int>& label) {
    Components found{.of = std::vector<int>(label.size())};
    std::vector<int> number(label.size(), -1);
    for (std::size_t node = 0; node < label.size(); ++node) {
        int& piece = number[label[node]];
        if (piece < 0) {
            piece = found.count++;
            found.size.push_back(0);
        }
        found.of[node] = piece;
        ++found.size[piece];
    }
    return found;
}

/// Tarjan's search with its own stack of visits: a long chain must not end the process.
class StrongSearch {
  public:
    explicit StrongSearch(const Graph& graph)
        : graph_(graph), order_(graph.node_count(), unseen), lowest_(order_), label_(order_) {}

    std::vector<int> labels() {
        for (int node = 0; node < graph_.node_count(); ++node)
            if (order_[node] == unseen) search_from(node);
        return label_;
    }

  private:
    struct Visit {
        int node;
        std::size_t next;
    };
    static constexpr int unseen = -1;

    void search_from(int root) {
        enter(root);
        while (!visits_.empty()) {
            auto& [node, next] = visits_.back();
            const auto neighbors = graph_.out(node);
            if (next == neighbors.size()) {
                leave(node);
            } else if (const int other = neighbors[next++]; order_[other] == unseen) {
                enter(other);
            } else if (label_[other] == unseen) {
                lowest_[node] = std::min(lowest_[node], order_[other]);
            }
        }
    }

    void enter(int node) {
        order_[node] = lowest_[node] = clock_++;
        open_.push_back(node);
        visits_.push_back({node, 0});
    }

    void leave(int node) {
        if (lowest_[node] == order_[node]) close(node);
        visits_.pop_back();
        if (visits_.empty()) return;
        int& of_parent = lowest_[visits_.back().node];
        of_parent = std::min(of_parent, lowest_[node]);
    }

    void close(int root) {
        int node = unseen;
        do {
            node = open_.back();
            open_.pop_back();
            label_[node] = root;
        } while (node != root);
    }

    const Graph& graph_;
    std::vector<int> order_, lowest_, label_, open_;
    std::vector<Visit> visits_;
    int clock_ = 0;
};

}  // namespace

std::vector<std::vector<int>> Components::members() const {
    std::vector<std::vector<int>> all(count);
    for (int node = 0; node < static_cast<int>(of.size()); ++node) all[of[node]].push_back(node);
    return all;
}

Components weak_components(const Graph& graph) {
    std::vector<int> label(graph.node_count(), -1), waiting;
    for (int root = 0; root < graph.node_count(); ++root) {
        if (label[root] >= 0) continue;
        label[root] = root;
        waiting.assign(1, root);
        const auto reach = [&](std::span<const int> neighbors) {
            for (const int other : neighbors) {
                if (label[other] >= 0) continue;
                label[other] = root;
                waiting.push_back(other);
            }
        };
        while (!waiting.empty()) {
            const int node = waiting.back();
            waiting.pop_back();
            reach(graph.out(node));
            if (graph.is_directed()) reach(graph.in(node));
        }
    }
    return numbered(label);
}

Components strong_components(const Graph& graph) {
    return graph.is_directed() ? numbered(StrongSearch(graph).labels()) : weak_components(graph);
}

std::vector<int> isolates(const Graph& graph) {
    std::vector<int> alone;
    for (int node = 0; node < graph.node_count(); ++node)
        if (graph.out(node).empty() && graph.in(node).empty()) alone.push_back(node);
    return alone;
}

std::optional<double> fragmentation(const Components& components) {
    const double n = static_cast<double>(components.of.size());
    if (n < 2) return std::nullopt;
    double connected = 0;
    for (const double size : components.size) connected += size * (size - 1);
    return 1 - connected / (n * (n - 1));
}

}  // namespace konbit::network
