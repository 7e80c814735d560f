// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/mail/mail.hpp"
#include "features/reminders/reminder_rules.hpp"

namespace konbit::reminders {

/// The mail of a bundle, in the language of the member whose wave comes first in it.
mail::Mail mail_of(const App& app, const Bundle& bundle);

/// Where one click ends the reminders to whoever a respondent is.
std::string stop_url(const App& app, const RespondentId& respondent, std::string_view language);
/// Whether somebody holds that address.
bool may_stop(const App& app, const RespondentId& respondent, std::string_view key);

}  // namespace konbit::reminders
