// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/wave_change.hpp"

#include <array>
#include <string_view>

namespace konbit::network {

/// What two actors say of each other.
enum class DyadState { mutual, asymmetric, null };

constexpr std::array<std::string_view, 3> names(DyadState) { return {"mutual", "asymmetric", "null"}; }

/// How many pairs went from one state to another between two waves.
struct DyadTransitions {
    std::array<std::array<std::int64_t, 3>, 3> pairs{};  ///< [before][after], in the order of DyadState.
    /// Asymmetric ties that turned round: the same state before and after, and yet another tie.
    std::int64_t reversed = 0;
};

/// Counts pairs of which both answered in both waves; the others' states are not known.
/// @complexity O(nodes^2).
/// @source Holland & Leinhardt (1977), Journal of Mathematical Sociology 5(1), 5-20,
/// doi:10.1080/0022250X.1977.9989862.
DyadTransitions dyad_transitions(const Wave& first, const Wave& second);

}  // namespace konbit::network
