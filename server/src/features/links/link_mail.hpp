// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/links/link_store.hpp"
#include "features/mail/mail.hpp"

namespace konbit {
class Catalog;
}

namespace konbit::links {

/// What mails and messages about links say besides the link.
struct MailContext {
    std::string cluster_name;
    std::string wave_title;
    /// Once the wave is closed: the last moment to correct. The mail then tells of the own network.
    std::optional<Instant> reply_until{};
};

MailContext mail_context(db::Session& db, const WaveFacilitator& by);

/// The mail that brings a member its personal link, in the member's language.
/// @param row  With its address filled in and an e-mail address.
mail::Mail link_mail(const Catalog& texts, const LinkRow& row, const MailContext& context);

/// The same as a short text for a messaging app.
/// @param row  With its address filled in.
std::string link_message(const Catalog& texts, const LinkRow& row, const MailContext& context);

}  // namespace konbit::links
