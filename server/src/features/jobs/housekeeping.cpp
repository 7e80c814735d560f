// SPDX-License-Identifier: Apache-2.0
#include "features/jobs/housekeeping.hpp"

#include "core/log.hpp"
#include "db/database.hpp"
#include "features/accounts/session_store.hpp"
#include "features/attachments/attachment_store.hpp"
#include "features/claims/claim_store.hpp"
#include "features/erasures/settling.hpp"
#include "features/idempotency/claim_store.hpp"
#include "features/jobs/queue.hpp"
#include "features/jobs/runner.hpp"
#include "features/mail/outbox.hpp"
#include "features/people/erasure.hpp"
#include "features/rooms/room_store.hpp"
#include "features/starts/start_store.hpp"

namespace konbit::jobs {

namespace {

/// Each in a transaction of its own, so that a long one holds nobody up.
template <class Remove>
Result<void> tidy(App& app, std::string_view what, const Remove& remove) {
    KONBIT_TRY(const std::int64_t count,
               app.database.write([&](db::Session& db) -> Result<std::int64_t> { return remove(db); }));
    if (count > 0) log::info("removed what had ended", {{"what", what}, {"count", count}});
    return {};
}

Result<void> tidy_up(App& app) {
    const Instant now = app.clock.now();
    accounts::remove_ended_sessions(app);
    KONBIT_CHECK(tidy(app, "idempotency_keys", [&](db::Session& db) {
        return idempotency::remove_old(db, now - idempotency::kept_ms);
    }));
    KONBIT_CHECK(tidy(app, "claims", [&](db::Session& db) {
        return claims::remove_unproven(db, now - claims::link_limit_ms);
    }));
    KONBIT_CHECK(tidy(app, "starts",
                      [&](db::Session& db) { return starts::remove_old(db, now - starts::link_limit_ms); }));
    KONBIT_CHECK(
        tidy(app, "outbox_mail", [&](db::Session& db) { return mail::remove_old(db, now - mail_kept_ms); }));
    KONBIT_CHECK(tidy(app, "people", [&](db::Session& db) {
        return people::erase_ended(db, now - people::kept_after_last_role_ms, now);
    }));
    KONBIT_CHECK(erasures::settle(app));
    KONBIT_CHECK(
        tidy(app, "rooms", [&](db::Session& db) { return rooms::remove_old(db, now - rooms::kept_ms); }));
    KONBIT_CHECK(tidy(app, "attachments", attachments::remove_orphans));
    const files::FileStore store(app.database, app.clock, app.config.data / "files");
    // Files carry the time of the machine.
    store.sweep(SystemClock().now() - swept_after_ms);
    return tidy(app, "jobs",
                [&](db::Session& db) { return remove_finished(db, now - finished_jobs_kept_ms); });
}

}  // namespace

void add_housekeeping(Handlers& handlers, App& app) {
    handlers.add(
        "housekeeping", [&app](JobContext&) { return tidy_up(app); },
        {.attempts = 3, .first_delay_ms = minute_ms, .longest_delay_ms = hour_ms, .every_ms = hour_ms});
}

}  // namespace konbit::jobs
