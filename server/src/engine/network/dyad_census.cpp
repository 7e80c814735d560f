// SPDX-License-Identifier: Apache-2.0
#include "engine/network/dyad_census.hpp"

#include "engine/network/share.hpp"

namespace konbit::network {
DyadCensus dyad_census(const Graph& graph) {
    const std::int64_t n = graph.node_count();
    std::int64_t answered = 0, all = 0;
    for (int from = 0; from < n; ++from)
        for (const int to : graph.out(from)) {
            ++all;
            answered += graph.has_edge(to, from);
        }
    DyadCensus dyads{.mutual = answered / 2, .asymmetric = all - answered};
    dyads.null = n * (n - 1) / 2 - dyads.mutual - dyads.asymmetric;
    return dyads;
}

std::optional<double> reciprocity_edgewise(const DyadCensus& dyads) {
    return share(2 * dyads.mutual, 2 * dyads.mutual + dyads.asymmetric);
}

std::optional<double> reciprocity_dyadic_nonnull(const DyadCensus& dyads) {
    return share(dyads.mutual, dyads.mutual + dyads.asymmetric);
}

}  // namespace konbit::network
