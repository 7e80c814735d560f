// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/breaches/breach.hpp"
#include "features/jobs/handlers.hpp"

#include <cstdint>
#include <optional>

namespace konbit::breaches {

/// What those who answer for data of people are reminded of.
enum class BreachStep {
    found,    ///< Somebody entered a breach.
    soon,     ///< A day or less is left for the next authority.
    overdue,  ///< The hours are over.
};
constexpr auto names(BreachStep) { return std::to_array<std::string_view>({"found", "soon", "overdue"}); }

inline constexpr std::int64_t soon_ms = day_ms;

/// Where an open breach stands: the last step that was reached.
BreachStep step_of(const Breach& breach, Instant now);

/// Mails administrators and the regional team; each step of a breach once.
/// @return How many mails were queued.
Result<std::int64_t> send_reminders(App& app);

/// Adds the hourly job that does this.
void add_breach_reminders(jobs::Handlers& handlers, App& app);

}  // namespace konbit::breaches
