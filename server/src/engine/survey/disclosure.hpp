// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace konbit::disclosure {

/// Every threshold below which a figure is withheld, and nothing else: routes, exports and screens ask here.
/// docs/users/who-sees-what.md explains them to the people they protect.

/// A sealed question is summed up only over at least this many answered rows ...
inline constexpr int least_sealed_respondents = 5;
/// ... of which at least this many gave a tie; fewer would point at persons.
inline constexpr int least_sealed_givers = 3;
/// A mean of sealed ratings rests on at least this many raters: were they fewer, two of them could know that
/// the others are just the givers whom the rule above asks for, and work out what each of these said.
inline constexpr int least_raters = 6;
/// Rows of a limited question whose givers agreed to figures only count once there are this many of them: the
/// ties by name are known, so the figures of all less those of the named would else be one member's.
inline constexpr int least_unnamed_rows = 3;
/// Members of whom two people answered, beneath a figure of how far such people agree: with fewer it would
/// tell how two colleagues differ.
inline constexpr int least_compared_members = 3;
/// Firms behind one published value, and the most that the largest of them may hold of it.
inline constexpr int least_firms_in_cell = 5;
inline constexpr double largest_share_in_cell = 0.60;
/// People behind a summary of what people think, within the cluster and on a public page.
inline constexpr int least_people = 5;
inline constexpr int least_people_in_public = 10;

/// From this response rate on, a wave is reported in full.
inline constexpr double full_report_rate = 0.80;
/// From this rate on, direction only: no ranking of persons. Below it, an interval of the density.
inline constexpr double directional_report_rate = 0.65;

/// How much a wave's response rate lets its report say.
enum class ReportLevel {
    full,           ///< Everything.
    directional,    ///< No lists of the most named and no brokers.
    interval_only,  ///< The density as an interval, and the map.
};
constexpr auto names(ReportLevel) {
    return std::to_array<std::string_view>({"full", "directional", "interval_only"});
}

/// @param answered  Rows that count as observed, "none of these" included.
/// @param asked     Members of the wave; nobody asked reads as interval_only.
constexpr ReportLevel report_level(int answered, int asked) {
    if (asked <= 0) return ReportLevel::interval_only;
    const double rate = static_cast<double>(answered) / asked;
    if (rate >= full_report_rate) return ReportLevel::full;
    return rate >= directional_report_rate ? ReportLevel::directional : ReportLevel::interval_only;
}

/// @param rows  Observed rows of one question whose ties may not be shown by name.
constexpr bool may_count_unnamed(int rows) { return rows >= least_unnamed_rows; }

/// @param respondents  Members whose answer to the sealed question is known.
/// @param givers       Those among them who named at least one member.
constexpr bool may_show_sealed(int respondents, int givers) {
    return respondents >= least_sealed_respondents && givers >= least_sealed_givers;
}

}  // namespace konbit::disclosure
