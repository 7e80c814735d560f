// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/reports/material.hpp"

#include <string>
#include <vector>

/// What the evaluator reads beside the board, from the same figures as the pages of results.
namespace konbit::reports {

/// From group to group: shares in whole percent, without counts, and the E-I index. One grouping for the
/// whole report, as two of them, each safe, could tell together what neither tells.
std::vector<Part> group_parts(const Material& material, const pages::Words& words);

/// What became of the ties of each question since the wave before, and the same by groups.
std::vector<Part> change_parts(const Material& material, const pages::Words& words);

/// The funnel of this wave and of those before it.
Part timeline_part(const Material& material, const pages::Words& words);

/// The guided tests that were run on the wave.
Part tests_part(const Material& material, const pages::Words& words);

/// The grouping of the report: the first that leaves two groups large enough.
std::optional<stories::StoryGrouping> grouping_of(const Material& material);

std::string group_name(const stories::StoryGroup& group, stories::StoryGrouping grouping,
                       const pages::Words& words);

/// A probability as tables print it, to three decimals; never 0, since more shuffles might have found one.
std::string chance(double p, const pages::Words& words);

/// With its sign, to two decimals.
std::string signed_quantity(double value, const pages::Words& words);

}  // namespace konbit::reports
