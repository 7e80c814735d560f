// SPDX-License-Identifier: Apache-2.0
#include "engine/network/core_periphery.hpp"

#include "engine/network/contacts.hpp"
#include "engine/random.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace konbit::network {
namespace {

constexpr double same = 1e-12;

/// A division that changes one actor at a time. The fit hangs on two numbers only: how large the core is, and
/// how many arcs run within the periphery, where there should be none.
class Division {
  public:
    explicit Division(const Contacts& contacts)
        : contacts_(contacts), is_core_(contacts.node_count()), outside_(contacts.node_count()) {
        for (int node = 0; node < n(); ++node)
            for (const auto& contact : contacts_.of(node)) outside_[node] += contact.weight();
        arcs_ = arcs_outside_ = std::accumulate(outside_.begin(), outside_.end(), 0) / 2;
    }

    int n() const { return contacts_.node_count(); }
    bool is_core(int node) const { return is_core_[node] != 0; }
    double fit() const { return fit_of(core_size_, arcs_outside_); }
    double fit_after_flip(int node) const {
        return is_core(node) ? fit_of(core_size_ - 1, arcs_outside_ + outside_[node])
                             : fit_of(core_size_ + 1, arcs_outside_ - outside_[node]);
    }
    void flip(int node) {
        const int sign = is_core(node) ? 1 : -1;
        arcs_outside_ += sign * outside_[node];
        core_size_ -= sign;
        is_core_[node] = !is_core_[node];
        for (const auto& contact : contacts_.of(node)) outside_[contact.other] += sign * contact.weight();
    }
    /// Arcs between the actor and the periphery.
    int outside(int node) const { return outside_[node]; }
    std::vector<int> core() const {
        std::vector<int> nodes;
        for (int node = 0; node < n(); ++node)
            if (is_core(node)) nodes.push_back(node);
        return nodes;
    }

  private:
    double fit_of(double core, double arcs_outside) const {
        const double nodes = n(), cells = nodes * (nodes - 1), periphery = nodes - core;
        const double ideal = cells - periphery * (periphery - 1), arcs = arcs_;
        const double spread = std::sqrt(arcs * (cells - arcs) * ideal * (cells - ideal));
        return spread == 0 ? -1 : (cells * (arcs - arcs_outside) - arcs * ideal) / spread;
    }

    const Contacts& contacts_;
    std::vector<char> is_core_;
    std::vector<int> outside_;
    int core_size_ = 0, arcs_ = 0, arcs_outside_ = 0;
};

void keep_better(CorePeriphery& best, const Division& division) {
    if (division.fit() <= best.fit + same) return;
    best.fit = division.fit();
    best.core = division.core();
}

/// All divisions, each one actor away from the one before (Gray code).
CorePeriphery best_of_all(const Contacts& contacts) {
    CorePeriphery best{.core = {}, .fit = -1, .is_exact = true};
    Division division(contacts);
    for (std::uint32_t step = 1; step < std::uint32_t{1} << contacts.node_count(); ++step) {
        division.flip(std::countr_zero(step));
        keep_better(best, division);
    }
    return best;
}

/// Flips the actor that gains most; whether there was one.
bool flip_best(Division& division) {
    int best = -1;
    double highest = division.fit() + same;
    for (int node = 0; node < division.n(); ++node)
        if (const double fit = division.fit_after_flip(node); fit > highest) best = node, highest = fit;
    if (best >= 0) division.flip(best);
    return best >= 0;
}

/// Exchanges the core's actor with the fewest arcs outside for the periphery's with the most; whether that
/// gains.
bool swap_ends(Division& division) {
    int weakest = -1, strongest = -1;
    for (int node = 0; node < division.n(); ++node) {
        int& place = division.is_core(node) ? weakest : strongest;
        const int sign = division.is_core(node) ? -1 : 1;
        if (place < 0 || sign * division.outside(node) > sign * division.outside(place)) place = node;
    }
    if (weakest < 0 || strongest < 0) return false;
    const double before = division.fit();
    division.flip(weakest);
    division.flip(strongest);
    if (division.fit() > before + same) return true;
    division.flip(strongest);
    division.flip(weakest);
    return false;
}

void climb(Division& division) {
    while (flip_best(division) || swap_ends(division)) {
    }
}

/// From the core of those with most ties, then from random ones.
CorePeriphery best_of_search(const Contacts& contacts, CorePeripherySearch search) {
    CorePeriphery best{.core = {}, .fit = -1};
    Random random(search.seed);
    for (int i = 0; i < search.restarts; ++i) {
        Division division(contacts);
        const double share = random.unit();
        for (int node = 0; i > 0 && node < division.n(); ++node)
            if (random.unit() < share) division.flip(node);
        climb(division);
        keep_better(best, division);
    }
    return best;
}

}  // namespace

std::optional<CorePeriphery> core_periphery(const Graph& graph, CorePeripherySearch search) {
    if (graph.node_count() > most_for_exact_core) return core_periphery_search(graph, search);
    CorePeriphery best = best_of_all(Contacts(graph));
    if (best.core.empty()) return std::nullopt;
    return best;
}

std::optional<CorePeriphery> core_periphery_search(const Graph& graph, CorePeripherySearch search) {
    CorePeriphery best = best_of_search(Contacts(graph), search);
    if (best.core.empty()) return std::nullopt;
    return best;
}

}  // namespace konbit::network
