// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/answers/answer.hpp"
#include "features/unlisted/unlisted.hpp"

/// What respondents say of organizations that the roster lacks. As with the roster, the last received wins:
/// within a device by its sequence, between devices by arrival.
namespace konbit::unlisted {

/// Adds an organization, or corrects its description until the facilitator has decided about it.
/// @return ErrorCode::conflict "consent_missing" or as answers::standing(), "too_many" above
///         most_of_one_respondent; ErrorCode::not_found for the id of another respondent's.
Result<void> save(db::Session& db, const Respondent& by, const UnlistedId& id,
                  const UnlistedOrganization& organization, Instant now);

/// Writes one tap. Taken back at a gate, it goes from what is asked behind it. About an organization that
/// turned out to be a member it is a tap about that member.
/// @return As answers::save_tap().
Result<void> save_tap(db::Session& db, const Respondent& by, const QuestionId& question, const UnlistedId& id,
                      const answers::Tap& tap, Instant now);

/// What the respondent has added and still marks at a gate, in the order of the names. Limited answers that
/// count in figures only come back to the device that gave them, as on the roster.
std::vector<PageUnlisted> list_of(db::Session& db, const Respondent& by, std::string_view device);

/// Erases all that the respondent added.
void remove_all(db::Session& db, const RespondentId& respondent);

/// Drops the limited answers of other devices (answers::save_consent()).
void forget_limited_of_others(db::Session& db, const Respondent& by, std::string_view device);

}  // namespace konbit::unlisted
