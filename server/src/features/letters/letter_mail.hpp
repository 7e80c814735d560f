// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/letters/letter.hpp"
#include "features/mail/mail.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit::letters {

/// What stands in the link of a mailed letter.
std::string token_of(const App& app, const LetterId& id);
/// @return The letter of a token, or nothing when it is none of ours.
std::optional<LetterId> letter_of(const App& app, std::string_view token);

/// The mail to the office: who we are, what the page will say, how to correct it or to object, and until
/// when.
mail::Mail mail_of(const App& app, const Letter& letter, const Stub& stub);

/// Tells whoever wrote what they answered.
mail::Mail answer_mail(const App& app, const Letter& letter, std::string_view record_name,
                       std::string_view email, std::string_view language);

}  // namespace konbit::letters
