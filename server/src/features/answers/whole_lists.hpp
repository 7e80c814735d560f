// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/answers/row_state.hpp"
#include "features/permission/capabilities.hpp"
#include "features/surveys/survey.hpp"

#include <string_view>

/// On a roster that is searched and not read (surveys::longest_read_roster) nobody has seen all names. Who is
/// not marked there is unknown until the respondent ends the question by saying that the list is complete;
/// behind such a gate nothing is known for certain either.
namespace konbit::answers {

/// What a row that the respondent calls answered counts as: partial behind a gate whose list is not complete,
/// else what was said.
RowState said_of_whole_list(db::Session& db, const Respondent& by, const Question& question, RowState said);

/// Which rows of `row_states` the end of the survey makes answered, as an SQL condition: all that were begun,
/// but on a searched roster only those behind a gate that is answered.
std::string_view ends_begun_rows(db::Session& db, const Respondent& by);

}  // namespace konbit::answers
