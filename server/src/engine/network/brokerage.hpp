// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"

#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace konbit::network {

/// What a broker does who passes on from one actor to another with no tie of their own, by the groups of the
/// three.
enum class BrokerRole {
    coordinator,     ///< All in one group.
    itinerant,       ///< The two in one group, the broker outside it.
    representative,  ///< From the broker's group to another.
    gatekeeper,      ///< From another group to the broker's.
    liaison,         ///< Three groups.
    any,             ///< All of these.
};

inline constexpr int broker_roles = 6;

/// Short names of the roles in the literature, in the order of BrokerRole.
constexpr std::array<std::string_view, broker_roles> names(BrokerRole) {
    return {"w_I", "w_O", "b_IO", "b_OI", "b_O", "t"};
}

/// How often something was counted, beside what chance would give.
struct CountBesideChance {
    double count = 0;
    double expected = 0;
    std::optional<double> z;  ///< Standard deviations above the expectation; nothing when there is no spread.
};

struct Brokerage {
    /// By role and actor: triples i -> actor -> k without i -> k. NaN for actors of unknown group.
    std::array<std::vector<double>, broker_roles> count;
    /// By role and actor: standard deviations above what the actor's group and the density would give by
    /// chance.
    std::array<std::vector<double>, broker_roles> z;
    std::array<CountBesideChance, broker_roles> total;  ///< By role.
};

/// Counts who stands between groups. An undirected tie counts as one each way, so each triple counts twice.
///
/// Chance means a network of the same actors, groups and density in which every tie is there independently.
/// @param group_of  Group of each actor; those with a negative number are left out of counts and chance.
/// @note The variances of the totals are the published ones. They leave out that two triples of the same
/// three actors
///       hinder each other, and so are slightly too large.
/// @complexity O(sum of indegree * outdegree * log degree).
/// @source Gould & Fernandez (1989), Sociological Methodology 19, 89-126, doi:10.2307/270949.
Brokerage brokerage(const Graph& graph, std::span<const int> group_of);

}  // namespace konbit::network
