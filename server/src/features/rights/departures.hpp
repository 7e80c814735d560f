// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/app.hpp"
#include "features/jobs/handlers.hpp"
#include "features/permission/capabilities.hpp"

#include <cstdint>
#include <optional>

/// Telling beforehand that names leave (retention.hpp).
namespace konbit::rights {

/// How long before.
inline constexpr std::int64_t told_before_ms = 30 * day_ms;

/// When the names leave the waves of a cluster, all on one day.
/// @return Nothing while a wave is open, and where no wave holds names that will leave.
std::optional<Instant> names_leave_at(db::Session& db, const ClusterId& cluster);

/// The same, once it is so near that the facilitator is told.
std::optional<Instant> names_leave_soon_at(db::Session& db, const ClusterId& cluster, Instant now);

/// Mails every facilitator of each cluster whose names leave within told_before_ms; once for each such day. A
/// cluster that nobody runs is told as soon as somebody does.
/// @return How many mails were queued.
Result<std::int64_t> send_departure_notices(App& app);

/// Adds the daily job that does this.
void add_departure_notices(jobs::Handlers& handlers, App& app);

}  // namespace konbit::rights
