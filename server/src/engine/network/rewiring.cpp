// SPDX-License-Identifier: Apache-2.0
#include "engine/network/rewiring.hpp"

#include <unordered_set>

namespace konbit::network {
namespace {

constexpr int exchanges_per_tie = 20;

class Wiring {
  public:
    explicit Wiring(const Graph& graph) : graph_(graph), ties_(graph.edges()) {
        for (const Edge& tie : ties_) taken_.insert(key(tie));
    }

    void exchange(Random& random) {
        const int count = static_cast<int>(ties_.size());
        Edge& one = ties_[random.below(count)];
        Edge& other = ties_[random.below(count)];
        // Without direction either end of a tie may be exchanged.
        if (!graph_.is_directed() && random.below(2) == 1) std::swap(other.from, other.to);
        const Edge first{one.from, other.to}, second{other.from, one.to};
        if (!is_free(first) || !is_free(second) || key(first) == key(second)) return;
        taken_.erase(key(one));
        taken_.erase(key(other));
        taken_.insert(key(first));
        taken_.insert(key(second));
        one = first;
        other = second;
    }

    Graph graph() const {
        return {graph_.node_count(), ties_,
                graph_.is_directed() ? Direction::directed : Direction::undirected};
    }

  private:
    std::int64_t key(const Edge& tie) const {
        const bool turned = !graph_.is_directed() && tie.to < tie.from;
        return turned ? key({tie.to, tie.from}) : tie.from * std::int64_t{graph_.node_count()} + tie.to;
    }
    bool is_free(const Edge& tie) const { return tie.from != tie.to && !taken_.contains(key(tie)); }

    const Graph& graph_;
    std::vector<Edge> ties_;
    std::unordered_set<std::int64_t> taken_;
};

}  // namespace

Graph rewired(const Graph& graph, Random& random) {
    Wiring wiring(graph);
    for (std::int64_t i = 0; i < exchanges_per_tie * graph.edge_count(); ++i) wiring.exchange(random);
    return wiring.graph();
}

}  // namespace konbit::network
