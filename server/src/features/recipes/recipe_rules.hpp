// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/wave_data.hpp"
#include "features/recipes/recipe.hpp"

namespace konbit::recipes {

/// The recipe tidied, if it keeps every rule that needs no database.
/// @return ErrorCode::invalid with "in_future" or "before_from" at a date, "too_long" at a text, "too_many"
/// at
///         "/leader_ids".
Result<Recipe> checked(Recipe recipe, Date today);

/// @param first  The first closed wave of the cluster; null without one.
EarlierWork earlier_work(const Recipe& recipe, const networks::WaveData* first);

/// @param meetings  All of the cluster.
TrustActs trust_acts(const Recipe& recipe, const std::vector<Meeting>& meetings);

RecipeFigures figures_of(const Recipe& recipe, const EarlierWork& earlier, const TrustActs& acts);

/// Medians over other clusters, each where enough have the figure.
PeerMedians medians_of(const std::vector<RecipeFigures>& others);

}  // namespace konbit::recipes
