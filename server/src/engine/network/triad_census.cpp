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

/// Counts the triples of two actors with a tie and any third, each triple once.
class PairCount {
  public:
    PairCount(const Contacts& contacts, std::array<std::int64_t, 16>& census)
        : contacts_(contacts), census_(census) {}

    /// @param pair  v's tie to an actor of a higher number.
    void count(int v, const Contacts::Contact& pair) {
        const int u = pair.other;
        std::int64_t others = 0;
        for_each_third(v, u, [&](int w, int with_v, int with_u) {
            ++others;
            // Each triple is counted from its lowest pair (v, u) with a tie.
            if (!(u < w || (v < w && w < u && with_v == 0))) return;
            ++census_[pattern_of[pair.direction + 4 * with_v + 16 * with_u]];
        });
        census_[pair.weight() == 2 ? 2 : 1] += contacts_.node_count() - others - 2;
    }

  private:
    /// Merges both contact lists, so that a shared contact is visited once, with the tie to each of the two.
    template <class Visit>
    void for_each_third(int v, int u, Visit visit) {
        const auto of_v = contacts_.of(v), of_u = contacts_.of(u);
        auto a = of_v.begin(), b = of_u.begin();
        while (a != of_v.end() || b != of_u.end()) {
            const bool knows_v = a != of_v.end() && (b == of_u.end() || a->other <= b->other);
            const bool knows_u = b != of_u.end() && (a == of_v.end() || b->other <= a->other);
            const int w = knows_v ? a->other : b->other;
            if (w != v && w != u) visit(w, knows_v ? a->direction : 0, knows_u ? b->direction : 0);
            a += knows_v;
            b += knows_u;
        }
    }

    const Contacts& contacts_;
    std::array<std::int64_t, 16>& census_;
};

}  // namespace

std::array<std::int64_t, 16> triad_census(const Contacts& contacts) {
    std::array<std::int64_t, 16> census{};
    PairCount pairs(contacts, census);
    for (int v = 0; v < contacts.node_count(); ++v)
        for (const auto& contact : contacts.of(v))
            if (v < contact.other) pairs.count(v, contact);
    const std::int64_t n = contacts.node_count();
    census[0] =
        n * (n - 1) * (n - 2) / 6 - std::accumulate(census.begin() + 1, census.end(), std::int64_t{0});
    return census;
}

}  // namespace konbit::network
