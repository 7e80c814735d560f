// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/introductions/introduction_store.hpp"
#include "features/mail/mail.hpp"

namespace konbit::introductions {

/// What one of the people of an introduction is told, in its own language. It says why, and nothing that
/// somebody answered.
struct IntroductionMessage {
    IntroductionSide side = IntroductionSide::one;
    std::string label;
    std::optional<std::string> contact_name;
    bool has_address = false;  ///< Whether Konbit can mail it; else it is copied or said.
    std::string language;
    std::string subject;
    std::string text;  ///< With the address at which that member says no.

    static constexpr auto fields() {
        return std::tuple{
            field("side", &IntroductionMessage::side),
            field("label", &IntroductionMessage::label),
            field("contact_name", &IntroductionMessage::contact_name),
            field("has_address", &IntroductionMessage::has_address),
            field("language", &IntroductionMessage::language),
            field("subject", &IntroductionMessage::subject),
            field("text", &IntroductionMessage::text),
        };
    }
};

/// A message with where it goes to.
struct Letter {
    IntroductionMessage message;
    std::string address;       ///< Empty when there is none.
    std::string country_code;  ///< Whose days and hours its reader keeps.
};

/// To both and, where there is one, to the introducer.
std::vector<Letter> letters_of(db::Session& db, const App& app, const Introduction& introduction);

mail::Mail mail_of(const Letter& letter);

/// Where one of them says no, without signing in.
std::string decline_url(const App& app, const IntroductionId& id, IntroductionSide side,
                        std::string_view language);
/// Whether somebody holds that address.
bool may_decline(const App& app, const IntroductionId& id, IntroductionSide side, std::string_view key);

}  // namespace konbit::introductions
