// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "features/app.hpp"
#include "features/jobs/handlers.hpp"
#include "features/mail/mail.hpp"

#include <string_view>

namespace konbit::mail {

/// The kind of the jobs that deliver mail, one for each message.
inline constexpr std::string_view delivery_kind = "mail_delivery";

/// Their payload.
struct DeliveryOrder {
    MailId mail_id{};

    static constexpr auto fields() { return std::tuple{field("mail_id", &DeliveryOrder::mail_id)}; }
};

/// A message that has waited longer is not sent any more: what it asks for has mostly passed.
inline constexpr std::int64_t longest_wait_ms = 5 * day_ms;

/// Makes this node deliver mail: every message at least once, again with growing delays for two and a half
/// days while the server cannot take it, and never again once it refused. Without an smtp_url nothing is
/// added and mail waits in the outbox.
/// @param app  Must outlive the handlers.
/// @return ErrorCode::invalid "mail_from" when mail could be delivered but the sender is missing or no
/// address.
Result<void> add_delivery(jobs::Handlers& handlers, App& app);

}  // namespace konbit::mail
