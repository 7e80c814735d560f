// SPDX-License-Identifier: Apache-2.0
#include "engine/network/qap.hpp"

#include <cassert>
#include <cmath>

namespace konbit::network {
namespace {

/// A network as a table of bits, for many questions about single ties.
class TieTable {
  public:
    explicit TieTable(const Graph& graph)
        : words_((static_cast<std::size_t>(graph.node_count()) + 63) / 64),
          bits_(words_ * graph.node_count()) {
        for (int from = 0; from < graph.node_count(); ++from)
            for (const int to : graph.out(from))
                bits_[from * words_ + to / 64] |= std::uint64_t{1} << (to % 64);
    }

    std::int64_t operator()(int from, int to) const {
        return static_cast<std::int64_t>(bits_[from * words_ + to / 64] >> (to % 64) & 1);
    }

  private:
    std::size_t words_;
    std::vector<std::uint64_t> bits_;
};

/// The correlation hangs on the number of shared ties alone: all else stays when actors are shuffled.
class Correlation {
  public:
    Correlation(const Graph& one, const Graph& other)
        : cells_(static_cast<double>(one.node_count()) * (one.node_count() - 1) /
                 (one.is_directed() ? 1 : 2)),
          ties_(static_cast<double>(one.edge_count())),
          other_ties_(static_cast<double>(other.edge_count())),
          spread_(std::sqrt(ties_ * (cells_ - ties_) * other_ties_ * (cells_ - other_ties_))) {}

    bool is_defined() const { return spread_ > 0; }
    double at(std::int64_t shared) const {
        return (cells_ * static_cast<double>(shared) - ties_ * other_ties_) / spread_;
    }

  private:
    double cells_, ties_, other_ties_, spread_;
};

std::int64_t shared_ties(const Graph& one, const Graph& other) {
    std::int64_t shared = 0;
    for (const auto& [from, to] : one.edges()) shared += other.has_edge(from, to);
    return shared;
}

}  // namespace

std::optional<double> graph_correlation(const Graph& one, const Graph& other) {
    assert(one.node_count() == other.node_count() && one.is_directed() == other.is_directed());
    const Correlation correlation(one, other);
    if (!correlation.is_defined()) return std::nullopt;
    return correlation.at(shared_ties(one, other));
}

std::optional<PermutationTest> qap(const Graph& one, const Graph& other, const Shuffles& shuffles) {
    const auto observed = graph_correlation(one, other);
    if (!observed) return std::nullopt;
    const bool one_is_sparser = one.edge_count() <= other.edge_count();
    const std::vector<Edge> ties = (one_is_sparser ? one : other).edges();
    const TieTable table(one_is_sparser ? other : one);
    const Correlation correlation(one, other);
    const auto shuffled = shuffled_values(shuffles, [&] {
        return [&, place = std::vector<int>(one.node_count())](Random& random) mutable {
            shuffle_anew(place, random);
            std::int64_t shared = 0;
            for (const auto& [from, to] : ties) shared += table(place[from], place[to]);
            return correlation.at(shared);
        };
    });
    return permutation_test(*observed, shuffled);
}

}  // namespace konbit::network
