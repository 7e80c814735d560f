// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/jobs/handlers.hpp"

#include <cstdint>
#include <string>

namespace konbit::audit {

/// A letter goes out this often, ...
inline constexpr std::int64_t letter_every_ms = 7 * day_ms;
/// ... with the heads of this time, so that one that is lost leaves no gap.
inline constexpr std::int64_t letter_covers_ms = 21 * day_ms;

/// Mails the heads of the finished days and the present end of each chain to where the database's owner
/// cannot write.
/// @param to  An address; empty: every administrator.
/// @return How many mails were queued; none while no chain has begun.
Result<std::int64_t> mail_heads(App& app, const std::string& to);

/// Adds the weekly job.
void add_heads_letter(jobs::Handlers& handlers, App& app, std::string to);

}  // namespace konbit::audit
