// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/mail/outbox.hpp"
#include "features/pages/frame.hpp"
#include "http/html.hpp"

#include <span>
#include <string>
#include <string_view>

namespace konbit::mail {

/// The outbox as a page, newest first.
pages::Content outbox_page(const pages::Words& words, std::span<const OutboxMail> messages);

/// One message as a page. @param mail  Empty when it was sealed with another key.
pages::Content message_page(const pages::Words& words, const OutboxMail& stored,
                            const std::optional<Mail>& mail);

/// A plain text with its web addresses as links.
html::Html linked(std::string_view text);

}  // namespace konbit::mail
