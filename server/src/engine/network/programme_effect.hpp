// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/permutation.hpp"
#include "engine/network/wave_change.hpp"

#include <optional>
#include <vector>

namespace konbit::network {

/// Ties among some pairs of actors, before and after.
struct BlockChange {
    std::int64_t cells = 0;  ///< Ordered pairs that can be compared.
    std::int64_t ties_before = 0, ties_after = 0;

    std::optional<double> density_before() const;
    std::optional<double> density_after() const;
    /// After less before; nothing without cells.
    std::optional<double> difference() const;
};

/// How ties changed among those who took part in a programme, beside all others.
struct ProgrammeEffect {
    int taking_part = 0;       ///< Members who did, of those who answered in both waves.
    int not_taking_part = 0;   ///< The others among them.
    BlockChange participants;  ///< Among those who took part.
    BlockChange mixed;         ///< Between one who did and one who did not.
    BlockChange others;        ///< Among those who did not.
    /// The participants' difference less the others', beside the same with participation shuffled among the
    /// members who answered in both waves. Nothing where a block has no cells.
    std::optional<PermutationTest> difference_in_differences;
};

/// Participation is compared, not caused: who takes part has often been better tied before.
///
/// A cell is comparable as in compare(): reported in both waves, of two members of both.
/// @param takes_part  One per actor.
/// @source Giuliani & Pietrobelli (2011), Social Network Analysis Methodologies for the Evaluation of Cluster
///         Development Programs, IDB Technical Notes IDB-TN-317, Inter-American Development Bank.
ProgrammeEffect programme_effect(const Wave& first, const Wave& second, const std::vector<bool>& takes_part,
                                 const Shuffles& shuffles = {});

}  // namespace konbit::network
