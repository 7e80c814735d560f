// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/mail/outbox.hpp"
#include "features/texts/catalog.hpp"
#include "http/html.hpp"

#include <span>
#include <string>
#include <string_view>

namespace konbit::mail {

/// The outbox as a page, in the reader's language.
std::string outbox_page(const Catalog& texts, std::string_view language,
                        std::span<const OutboxMail> messages);

/// One message as a page. @param mail  Empty when it was sealed with another key.
std::string message_page(const Catalog& texts, std::string_view language, const OutboxMail& stored,
                         const std::optional<Mail>& mail);

/// A plain text with its web addresses as links.
html::Html linked(std::string_view text);

}  // namespace konbit::mail
