// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/introductions/introduction_mail.hpp"
#include "features/jobs/handlers.hpp"

namespace konbit::introductions {

/// Puts a letter on its way: it goes out by day, on working days of its reader's country, and not while
/// nobody there is asked for anything (features/reminders/quiet_hours.hpp, features/suspensions).
void plan_letter(db::Session& db, const IntroductionId& id, IntroductionSide side);

/// Sends those of the waiting letters whose readers may be written to now. Letters of an introduction that
/// was declined, or to somebody who is no part of it any more, are dropped.
/// @return How many were queued as mail.
Result<int> send_waiting(db::Session& db, const App& app, Instant now);

/// How many letters of an introduction wait.
int count_waiting(db::Session& db, const IntroductionId& id);

/// Looks four times an hour for letters that may go out.
void add_letter_job(jobs::Handlers& handlers, App& app);

}  // namespace konbit::introductions
