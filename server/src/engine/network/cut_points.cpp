// SPDX-License-Identifier: Apache-2.0
#include "engine/network/cut_points.hpp"

#include "engine/network/components.hpp"

#include <algorithm>

namespace konbit::network {
namespace {

/// Depth-first search with its own stack; `low` is the earliest actor that a subtree reaches by one tie back.
class CutSearch {
  public:
    explicit CutSearch(const Graph& ties)
        : ties_(ties), order_(ties.node_count(), -1), low_(order_), cuts_(ties.node_count()) {}

    CutPoints run() {
        for (int root = 0; root < ties_.node_count(); ++root)
            if (order_[root] < 0) search_from(root);
        CutPoints found{.bridges = std::move(bridges_)};
        for (int node = 0; node < ties_.node_count(); ++node)
            if (cuts_[node]) found.articulation_points.push_back(node);
        std::ranges::sort(found.bridges);
        return found;
    }

  private:
    struct Visit {
        int node, parent;
        std::size_t next;
    };

    void search_from(int root) {
        int branches_of_root = 0;
        enter(root, -1);
        while (!visits_.empty()) {
            Visit& visit = visits_.back();
            const auto neighbors = ties_.out(visit.node);
            if (visit.next == neighbors.size()) {
                leave(root);
            } else if (const int other = neighbors[visit.next++]; order_[other] < 0) {
                branches_of_root += visit.node == root;
                enter(other, visit.node);
            } else if (other != visit.parent) {
                low_[visit.node] = std::min(low_[visit.node], order_[other]);
            }
        }
        cuts_[root] = branches_of_root > 1;
    }

    void enter(int node, int parent) {
        order_[node] = low_[node] = clock_++;
        visits_.push_back({node, parent, 0});
    }

    void leave(int root) {
        const auto [node, parent, next] = visits_.back();
        visits_.pop_back();
        if (parent < 0) return;
        low_[parent] = std::min(low_[parent], low_[node]);
        if (low_[node] > order_[parent]) bridges_.push_back({std::min(node, parent), std::max(node, parent)});
        if (low_[node] >= order_[parent] && parent != root) cuts_[parent] = true;
    }

    const Graph& ties_;
    std::vector<int> order_, low_;
    std::vector<bool> cuts_;
    std::vector<Edge> bridges_;
    std::vector<Visit> visits_;
    int clock_ = 0;
};

}  // namespace

CutPoints cut_points(const Graph& graph) {
    const Graph ties = undirected(graph);
    return CutSearch(ties).run();
}

Departure departure_of(const Graph& graph, int node) {
    const Components before = weak_components(graph);
    const Components after = weak_components(isolating(graph, std::span(&node, 1)));
    // The leaver stays in `after` as a piece of its own.
    Departure departure{.components_before = before.count, .components_after = after.count - 1};
    int largest = -1;
    for (int other = 0; other < graph.node_count(); ++other) {
        if (other == node || before.of[other] != before.of[node]) continue;
        if (largest < 0 || after.size[after.of[other]] > after.size[largest]) largest = after.of[other];
    }
    for (int other = 0; other < graph.node_count(); ++other)
        if (other != node && before.of[other] == before.of[node] && after.of[other] != largest)
            departure.cut_off.push_back(other);
    return departure;
}

}  // namespace konbit::network
