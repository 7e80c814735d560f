// SPDX-License-Identifier: Apache-2.0
#include "engine/network/key_players.hpp"

#include "engine/parallel.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace konbit::network {
namespace {

constexpr double most_sets = 1e6;
constexpr double gain = 1e-12;

/// Values of sets, with buffers that are used again.
class Valuer {
  public:
    Valuer(const Graph& ties, const KeyPlayerSearch& search)
        : ties_(ties), search_(search), distance_(ties.node_count()) {}

    double value_of(const std::vector<int>& set) {
        std::ranges::fill(distance_, unseen);
        if (search_.goal == KeyPlayerGoal::reach) return reach(set);
        for (const int node : set) distance_[node] = gone;
        const auto rest = static_cast<double>(ties_.node_count() - std::ssize(set));
        if (rest < 2) return 0;
        const bool by_distance = search_.goal == KeyPlayerGoal::distance_fragmentation;
        return 1 - (by_distance ? closeness_of_pairs() : connected_pairs()) / (rest * (rest - 1));
    }

  private:
    static constexpr int unseen = -1, gone = -2;

    /// Breadth first from what stands in order_, at most `steps` far.
    void spread(int steps) {
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const int distance = distance_[order_[i]];
            if (distance == steps) return;
            for (const int other : ties_.out(order_[i])) {
                if (distance_[other] != unseen) continue;
                distance_[other] = distance + 1;
                order_.push_back(other);
            }
        }
    }

    void start_at(int node) {
        order_.assign(1, node);
        distance_[node] = 0;
    }

    double reach(const std::vector<int>& set) {
        order_ = set;
        for (const int node : set) distance_[node] = 0;
        spread(search_.steps);
        return static_cast<double>(order_.size());
    }

    double connected_pairs() {
        double pairs = 0;
        for (int node = 0; node < ties_.node_count(); ++node) {
            if (distance_[node] != unseen) continue;
            start_at(node);
            spread(ties_.node_count());
            const auto size = static_cast<double>(order_.size());
            pairs += size * (size - 1);
        }
        return pairs;
    }

    double closeness_of_pairs() {
        double sum = 0;
        for (int node = 0; node < ties_.node_count(); ++node) {
            if (distance_[node] == gone) continue;
            start_at(node);
            spread(ties_.node_count());
            for (std::size_t i = 1; i < order_.size(); ++i) sum += 1.0 / distance_[order_[i]];
            for (const int other : order_) distance_[other] = unseen;
        }
        return sum;
    }

    const Graph& ties_;
    const KeyPlayerSearch& search_;
    std::vector<int> distance_, order_;
};

bool is_better(const KeyPlayers& one, const KeyPlayers& other) {
    if (other.nodes.empty()) return true;
    if (one.value > other.value + gain) return true;
    return one.value >= other.value - gain && one.nodes < other.nodes;
}

void keep_better(KeyPlayers& best, const std::vector<int>& nodes, double value) {
    if (const KeyPlayers found{.nodes = nodes, .value = value}; is_better(found, best)) best = found;
}

/// The next set of that size in lexicographic order with the same first actor; whether there is one.
bool advance(std::vector<int>& set, int node_count) {
    const int size = static_cast<int>(set.size());
    int place = size - 1;
    while (place > 0 && set[place] == node_count - size + place) --place;
    if (place <= 0) return false;
    ++set[place];
    for (int i = place + 1; i < size; ++i) set[i] = set[i - 1] + 1;
    return true;
}

bool is_stopped(const KeyPlayerSearch& search) {
    return search.watch != nullptr && search.watch->is_stopped();
}

KeyPlayers best_with_first(int first, Valuer& valuer, const Graph& ties, const KeyPlayerSearch& search) {
    KeyPlayers best;
    std::vector<int> set(search.size);
    std::iota(set.begin(), set.end(), first);
    do keep_better(best, set, valuer.value_of(set));
    while (!is_stopped(search) && advance(set, ties.node_count()));
    return best;
}

KeyPlayers best_of_all(const Graph& ties, const KeyPlayerSearch& search) {
    const int firsts = ties.node_count() - search.size + 1;
    std::vector<KeyPlayers> best(firsts);
    const int threads = search.threads > 0 ? search.threads : useful_threads(1e9);
    if (search.watch != nullptr) search.watch->expect(firsts);
    parallel_for(firsts, threads, [&] {
        return [&, valuer = Valuer(ties, search)](int first) mutable {
            best[first] = best_with_first(first, valuer, ties, search);
            if (search.watch != nullptr) search.watch->done();
        };
    });
    KeyPlayers found = best.front();
    for (const KeyPlayers& each : best)
        if (is_better(each, found)) found = each;
    found.is_exact = true;
    return found;
}

/// The best of the sets in which `place` holds another actor.
KeyPlayers best_at(int place, const std::vector<int>& set, Valuer& valuer, int node_count,
                   const KeyPlayerSearch& search) {
    KeyPlayers best;
    std::vector<int> others = set;
    others.erase(others.begin() + place);
    for (int node = 0; node < node_count && !is_stopped(search); ++node) {
        if (std::ranges::find(others, node) != others.end()) continue;
        std::vector<int> changed = others;
        changed.insert(std::ranges::upper_bound(changed, node), node);
        keep_better(best, changed, valuer.value_of(changed));
    }
    return best;
}

KeyPlayers best_of_search(const Graph& ties, const KeyPlayerSearch& search) {
    Valuer valuer(ties, search);
    KeyPlayers best;
    for (int size = 1; size <= search.size && !is_stopped(search); ++size) {
        std::vector<int> grown = best.nodes;
        grown.push_back(0);  // whoever fits best is put there
        best = best_at(size - 1, grown, valuer, ties.node_count(), search);
    }
    for (bool gained = true; gained && !is_stopped(search);) {
        gained = false;
        for (int place = 0; place < search.size && !gained; ++place) {
            const KeyPlayers changed = best_at(place, best.nodes, valuer, ties.node_count(), search);
            gained = changed.value > best.value + gain;
            if (gained) best = changed;
        }
    }
    return best;
}

double sets_of(int size, int node_count) {
    double sets = 1;
    for (int i = 0; i < size; ++i) sets *= static_cast<double>(node_count - i) / (i + 1);
    return sets;
}

bool may_try_all(const Graph& ties, const KeyPlayerSearch& search) {
    const double sets = sets_of(search.size, ties.node_count());
    const double visits = static_cast<double>(ties.node_count()) + 2 * static_cast<double>(ties.edge_count());
    const double searches = search.goal == KeyPlayerGoal::distance_fragmentation ? ties.node_count() : 1;
    return sets <= most_sets && sets * visits * searches <= search.most_visits;
}

}  // namespace

KeyPlayers key_players(const Graph& graph, const KeyPlayerSearch& search) {
    assert(search.size >= 1 && search.size <= graph.node_count());
    const Graph ties = undirected(graph);
    return may_try_all(ties, search) ? best_of_all(ties, search) : best_of_search(ties, search);
}

double key_player_value(const Graph& graph, const KeyPlayerSearch& search, const std::vector<int>& nodes) {
    const Graph ties = undirected(graph);
    return Valuer(ties, search).value_of(nodes);
}

}  // namespace konbit::network
