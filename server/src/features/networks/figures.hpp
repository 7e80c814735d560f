// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/network_report.hpp"

namespace konbit::networks {

/// How far this question of the wave may be shown, and why not further.
struct Disclosure {
    Shown shown = Shown::full;
    std::optional<std::string> reason;  ///< Set when hidden: "wave_not_frozen", "few_respondents",
                                        ///< "few_givers", "answers_withdrawn".
};
Disclosure disclosure_of(const QuestionData& question, const WaveData& data);

/// The figures of one question for the network page; groups are countries. Besides the engine's metrics:
/// `density_low` and `density_high` (all unknown ties absent, all present), `silent_isolates` (members who
/// neither answered nor were named), `ties_across_countries` and `pairs` (of members who count as tied by the
/// question's own rule, Symmetrization).
///
/// Counts and densities rest on observed rows; reciprocity, dyads and triads on members who all answered;
/// paths, pieces and circles on the network filled in from one side (engine/network/observed.hpp).
///
/// @param level  Below full report, what ranks or rests on single persons is suppressed; at interval_only,
/// all but
///               ties and the interval.
std::vector<Figure> figures_of(const QuestionData& question, const WaveData& data,
                               disclosure::ReportLevel level);

/// The same with those for analysts.
/// @param group_of  Group of each actor for what is said of groups; negative where it is not known.
std::vector<Figure> all_figures_of(const QuestionData& question, const WaveData& data,
                                   disclosure::ReportLevel level, const std::vector<int>& group_of);

/// The figures of a sealed question: ties, density, mean degree, reciprocity and ties across countries, each
/// only when at least three respondents gave what it counts, and at least three gave what it leaves out. Of
/// ratings (Scale::level4), which are no ties: `mean_rating`, over all that were given, and `ratings`, their
/// number.
std::vector<Figure> sealed_figures_of(const QuestionData& question, const WaveData& data);

}  // namespace konbit::networks
