// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/graph.hpp"
#include "engine/network/permutation.hpp"

#include <optional>
#include <span>

namespace konbit::network {

/// The E-I index beside what it would be if the groups had other members: labels of groups are shuffled among
/// the actors, so that sizes of groups and ties stay.
///
/// @param group_of  Group of each actor; negative labels (unknown) stay with their actors.
/// @return Nothing where ei_index() is undefined. A small p_le says that ties stay inside groups more than by
/// chance.
/// @source Krackhardt & Stern (1988), Social Psychology Quarterly 51(2), 123-140, doi:10.2307/2786835.
std::optional<PermutationTest> ei_index_test(const Graph& graph, std::span<const int> group_of,
                                             const Shuffles& shuffles = {});

/// The fit of the best core and periphery beside the best fits of networks in which everybody has as many
/// ties as here.
///
/// @return Nothing where core_periphery() is. A small p_ge says that degrees alone do not make this core.
std::optional<PermutationTest> core_periphery_test(const Graph& graph, const Shuffles& shuffles = {});

/// How many times denser its triangles and how many times longer its ways are than in random networks with as
/// many actors and ties: well above 1 in a "small world".
struct SmallWorld {
    double transitivity_ratio = 0;
    double path_length_ratio = 0;
    PermutationTest
        test{};  ///< ratio() beside that of the random networks, each held against their means too.

    double ratio() const { return transitivity_ratio / path_length_ratio; }
};

/// Direction is dropped.
/// @return Nothing when the network or all random ones have no triple to close or no path.
/// @note Depends on size and density: compare like with like only.
/// @source Watts & Strogatz (1998), Nature 393, 440-442, doi:10.1038/30918; Humphries & Gurney (2008), PLoS
/// ONE 3(4),
///         e0002051, doi:10.1371/journal.pone.0002051.
std::optional<SmallWorld> small_world(const Graph& graph, const Shuffles& shuffles = {});

}  // namespace konbit::network
