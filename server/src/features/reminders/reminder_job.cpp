// SPDX-License-Identifier: Apache-2.0
#include "features/reminders/reminder_job.hpp"

#include "core/log.hpp"
#include "db/database.hpp"
#include "features/jobs/runner.hpp"
#include "features/mail/outbox.hpp"
#include "features/reminders/reminder_mail.hpp"
#include "features/reminders/reminder_store.hpp"

#include <algorithm>

namespace konbit::reminders {

namespace {

/// A mail server takes so many in one go; the others go a quarter of an hour later.
constexpr std::size_t most_at_once = 300;

}  // namespace

Result<std::size_t> send_due(App& app) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<std::size_t> {
        const System system;
        const auto asked = list_asked(db, system);
        auto due = bundles(asked, circumstances(db, app.keys, asked, now), now);
        due.resize(std::min(due.size(), most_at_once));
        for (const Bundle& bundle : due) {
            KONBIT_CHECK(mail::queue_mail(db, app.keys, mail_of(app, bundle), now));
            for (const auto& [each, step] : bundle.items) note_sent(db, system, *each, step, now);
        }
        return due.size();
    });
}

void add_reminder_job(jobs::Handlers& handlers, App& app) {
    const auto run = [&app](jobs::JobContext&) -> Result<void> {
        KONBIT_TRY(const std::size_t sent, send_due(app));
        if (sent > 0) log::info("reminded members", {{"mails", static_cast<std::int64_t>(sent)}});
        return {};
    };
    handlers.add(
        "reminders", run,
        {.attempts = 3, .first_delay_ms = minute_ms, .longest_delay_ms = hour_ms, .every_ms = hour_ms / 4});
}

}  // namespace konbit::reminders
