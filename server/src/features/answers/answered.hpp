// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

/// What counts as answered: the one rule behind response rates, the number of answers beneath a figure,
/// sentences, tables and statements.
///
/// A row is answered when its respondent takes part and either named somebody and ended the question (went on
/// from it, or finished the survey), or said "none of these". Where a gate was answered with "none of these",
/// finishing answers what stands behind it in the same way. A member has answered a wave when at least one of
/// its rows is answered, finished or not.
///
/// Whatever else there is of a row, begun, skipped, refused or taken back, is unknown and never empty.
namespace konbit::answers {

/// The respondent `r` takes part, as an SQL condition.
inline constexpr std::string_view takes_part = "r.state NOT IN ('declined', 'withdrawn')";

/// The row `s` of the respondent `r` is answered, as an SQL condition; is_observed() says the same of a
/// state.
inline constexpr std::string_view is_answered =
    "s.state IN ('answered', 'answered_empty') AND r.state NOT IN ('declined', 'withdrawn')";

/// The wave member `m` is asked, as an SQL condition. A pilot asks a few of its roster.
inline constexpr std::string_view is_asked =
    "EXISTS (SELECT 1 FROM respondents r WHERE r.wave_member_id = m.id)";

/// The wave member `m` has answered its wave, as an SQL condition.
inline constexpr std::string_view has_answered =
    "EXISTS (SELECT 1 FROM respondents r JOIN row_states s ON s.respondent_id = r.id"
    " WHERE r.wave_member_id = m.id AND s.state IN ('answered', 'answered_empty')"
    " AND r.state NOT IN ('declined', 'withdrawn'))";

}  // namespace konbit::answers
