// SPDX-License-Identifier: Apache-2.0
#include "features/nudges/nudge_job.hpp"

#include "core/log.hpp"
#include "db/database.hpp"
#include "features/jobs/runner.hpp"
#include "features/mail/outbox.hpp"
#include "features/nudges/nudge.hpp"

namespace konbit::nudges {

namespace {

/// A mail server takes so many in one go; the others wait for tomorrow.
constexpr int most_a_day = 500;

Result<void> ask(App& app) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const std::size_t asked, app.database.write([&](db::Session& session) -> Result<std::size_t> {
        const auto due = list_due(session, System{}, now, most_a_day);
        for (const Nudge& nudge : due) {
            KONBIT_CHECK(mail::queue_mail(session, app.keys, mail_of(app, nudge, now), now));
            note(session, nudge, now);
        }
        return due.size();
    }));
    if (asked > 0)
        log::info("asked whether records are right", {{"count", static_cast<std::int64_t>(asked)}});
    return {};
}

}  // namespace

void add_nudge_job(jobs::Handlers& handlers, App& app) {
    handlers.add(
        "nudges", [&app](jobs::JobContext&) { return ask(app); },
        {.attempts = 3, .first_delay_ms = minute_ms, .longest_delay_ms = hour_ms, .every_ms = day_ms});
}

}  // namespace konbit::nudges
