// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/analyses/compute.hpp"

/// Questions about the shape of a network, each beside what chance makes of as many ties.
namespace konbit::analyses {

/// The fit of a core and a periphery beside that of networks in which everybody has as many ties.
AnalysisResult core(const AnalysisQuestion& asked, const Input& input, Watch& watch);

/// Triangles and lengths of ways beside those of networks with as many ties.
AnalysisResult small_world(const AnalysisQuestion& asked, const Input& input, Watch& watch);

/// Densities from group to group, beside groups of the same sizes with other members. Groups that fewer than
/// disclosure::least_people answered are taken together (stories::groups_of).
AnalysisResult groups_differ(const AnalysisQuestion& asked, const Input& input, Watch& watch);

/// How several kinds of ties lie upon each other, every two of them tested by QAP. `more` and `less` say that
/// some two go together or avoid each other further than chance, at a level divided by their number
/// (Bonferroni).
AnalysisResult layered(const AnalysisQuestion& asked, const Input& input, Watch& watch);

}  // namespace konbit::analyses
