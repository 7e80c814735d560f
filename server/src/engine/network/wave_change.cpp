// SPDX-License-Identifier: Apache-2.0
#include "engine/network/wave_change.hpp"

#include "engine/network/share.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>

namespace konbit::network {
namespace {

/// Which members took part in both waves, and whose answers there are from both.
class Comparable {
  public:
    Comparable(const Wave& first, const Wave& second) : stayed_(first.is_member.size()), answered_(stayed_) {
        for (std::size_t node = 0; node < stayed_.size(); ++node) {
            const int number = static_cast<int>(node);
            stayed_[node] = first.is_member[node] && second.is_member[node];
            answered_[node] =
                stayed_[node] && first.network.has_answered(number) && second.network.has_answered(number);
        }
    }

    std::int64_t cells() const {
        return std::ranges::count(answered_, true) * (std::ranges::count(stayed_, true) - 1);
    }
    std::vector<Edge> ties(const Wave& wave) const {
        std::vector<Edge> edges = wave.network.reported().edges();
        std::erase_if(edges, [&](const Edge& edge) { return !answered_[edge.from] || !stayed_[edge.to]; });
        return edges;
    }

  private:
    std::vector<bool> stayed_, answered_;
};

std::vector<int> only_in(const Wave& one, const Wave& other) {
    std::vector<int> nodes;
    for (int node = 0; node < one.network.node_count(); ++node)
        if (one.is_member[node] && !other.is_member[node]) nodes.push_back(node);
    return nodes;
}

}  // namespace

std::optional<double> WaveChange::jaccard() const {
    return share(std::ssize(kept), std::ssize(kept) + std::ssize(lost) + std::ssize(gained));
}

std::optional<double> WaveChange::retention() const {
    return share(std::ssize(kept), std::ssize(kept) + std::ssize(lost));
}

std::optional<double> WaveChange::correlation() const {
    const auto cells = static_cast<double>(comparable_cells), both = static_cast<double>(kept.size()),
               before = both + static_cast<double>(lost.size()),
               after = both + static_cast<double>(gained.size());
    const double spread = std::sqrt(before * (cells - before) * after * (cells - after));
    if (spread == 0) return std::nullopt;
    return (cells * both - before * after) / spread;
}

WaveChange compare(const Wave& first, const Wave& second) {
    assert(first.network.node_count() == second.network.node_count());
    const Comparable comparable(first, second);
    const std::vector<Edge> before = comparable.ties(first), after = comparable.ties(second);
    WaveChange change{.comparable_cells = comparable.cells()};
    std::ranges::set_intersection(before, after, std::back_inserter(change.kept));
    std::ranges::set_difference(before, after, std::back_inserter(change.lost));
    std::ranges::set_difference(after, before, std::back_inserter(change.gained));
    change.joined = only_in(second, first);
    change.left = only_in(first, second);
    return change;
}

}  // namespace konbit::network
