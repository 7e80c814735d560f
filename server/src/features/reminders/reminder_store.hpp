// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/reminders/reminder_rules.hpp"

namespace konbit::reminders {

/// Everybody who is asked by a wave that reminds, over all clusters.
std::vector<Asked> list_asked(db::Session& db, const System& by);
/// Everybody whom this wave asks, whatever its plan.
std::vector<Asked> list_asked(db::Session& db, const WaveFacilitator& by);

/// What else decides about mails to them.
Circumstances circumstances(db::Session& db, const InstallationKeys& keys, std::span<const Asked> asked,
                            Instant now);

/// The plan of a wave; that of one who never made one is off.
ReminderPlan find_plan(db::Session& db, const WaveFacilitator& by);
/// Writes the plan, new or not.
/// @return ErrorCode::stale when it was changed meanwhile.
Result<ReminderPlan> save_plan(db::Session& db, const WaveFacilitator& by, ReminderPlan plan);

/// Notes that somebody got the mail of a step; what holds a link counts as its mailing.
void note_sent(db::Session& db, const System& by, const Asked& asked, const Step& step, Instant now);

/// Ends the reminders to the address at which a respondent is reached, for every wave; done twice it is the
/// same. Nothing happens when there is no address any more.
void stop(db::Session& db, const InstallationKeys& keys, const RespondentId& respondent);

/// Forgets what was kept of the mails to a member's contact.
void forget(db::Session& db, const MembershipId& membership);

}  // namespace konbit::reminders
