// SPDX-License-Identifier: Apache-2.0
#include "engine/network/triad_census.hpp"

#include <numeric>

namespace konbit::network {
namespace {

/// Pattern of the 64 ways to tie v, u, w: bits v-u, u-v, v-w, w-v, u-w, w-u from the lowest.
constexpr std::array<int, 64> pattern_of{0, 1, 1, 2,  1, 3,  5,  7,  1, 5,  4,  6,  2,  7,  6,  10,
                                         1, 5, 3, 7,  4, 8,  8,  12, 5, 9,  8,  13, 6,  13, 11, 14,
                                         1, 4, 5, 6,  5, 8,  9,  13, 3, 8,  8,  11, 7,  12, 13, 14,
                                         2, 6, 7, 10, 6, 11, 13, 14, 7, 13, 12, 14, 10, 14, 14, 15};

/// The tie between two actors as two bits: 1 = from a to b, 2 = from b to a.
int tie_code(const Graph& graph, int a, int b) { return graph.has_edge(a, b) + 2 * graph.has_edge(b, a); }

/// Two actors with a tie, and the codes of their ties to the others.
class PairCount {
  public:
    PairCount(const Graph& graph, const Graph& ties, std::array<std::int64_t, 16>& census)
        : graph_(graph), ties_(ties), census_(census) {}

    void count(int v, int u) {
        const int code = tie_code(graph_, v, u);
        std::int64_t others = 0;
        const auto visit = [&](int w, bool knows_v) {
            ++others;
            // Each triple is counted from its lowest pair (v, u) with a tie.
            if (!(u < w || (v < w && w < u && !knows_v))) return;
            ++census_[pattern_of[code + 4 * tie_code(graph_, v, w) + 16 * tie_code(graph_, u, w)]];
        };
        for_each_third(v, u, visit);
        census_[code == 3 ? 2 : 1] += graph_.node_count() - others - 2;
    }

  private:
    /// Merges both contact lists, so that a shared contact is visited once.
    template <class Visit>
    void for_each_third(int v, int u, Visit visit) {
        const auto of_v = ties_.out(v), of_u = ties_.out(u);
        auto a = of_v.begin(), b = of_u.begin();
        while (a != of_v.end() || b != of_u.end()) {
            const bool knows_v = a != of_v.end() && (b == of_u.end() || *a <= *b);
            const bool knows_u = b != of_u.end() && (a == of_v.end() || *b <= *a);
            const int w = knows_v ? *a : *b;
            a += knows_v;
            b += knows_u;
            if (w != v && w != u) visit(w, knows_v);
        }
    }

    const Graph& graph_;
    const Graph& ties_;
    std::array<std::int64_t, 16>& census_;
};

}  // namespace

std::array<std::int64_t, 16> triad_census(const Graph& graph) {
    const Graph ties = undirected(graph);
    std::array<std::int64_t, 16> census{};
    PairCount pairs(graph, ties, census);
    for (int v = 0; v < graph.node_count(); ++v)
        for (const int u : ties.out(v))
            if (v < u) pairs.count(v, u);
    const std::int64_t n = graph.node_count();
    census[0] =
        n * (n - 1) * (n - 2) / 6 - std::accumulate(census.begin() + 1, census.end(), std::int64_t{0});
    return census;
}

}  // namespace konbit::network
