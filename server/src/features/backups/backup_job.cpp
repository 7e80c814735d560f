// SPDX-License-Identifier: Apache-2.0
#include "features/backups/backup_job.hpp"

#include "core/log.hpp"
#include "db/database.hpp"
#include "json/reader.hpp"
#include "json/writer.hpp"

#include <exception>

namespace konbit::backups {

namespace {

void note(App& app, const LastBackup& last) {
    app.database.write([&, text = json::text_of(last), now = app.clock.now()](db::Session& db) {
        db.change(
            "INSERT INTO settings (key, value, updated_at) VALUES ('last_backup', $1, $2)"
            " ON CONFLICT (key) DO UPDATE SET value = $1, updated_at = $2",
            text, now);
    });
}

void note_failure(App& app, const std::string& why) {
    LastBackup last = find_last(app.database);
    last.failure = why;
    note(app, last);
    log::error("the backup failed", {{"reason", why}});
}

void note_success(App& app, const Backup& made) {
    std::int64_t bytes = 0;
    for (const auto& file : made.manifest.files) bytes += file.bytes;
    note(app, {made.manifest.taken_at, made.folder.string(), bytes, {}});
    log::info("backed up", {{"folder", made.folder.string()}, {"bytes", bytes}});
}

/// A full disk is an error of the world as well.
Result<Backup> made(App& app, const Destination& destination) {
    try {
        return make(app, destination);
    } catch (const std::exception& error) {
        return failure(ErrorCode::unavailable, error.what());
    }
}

}  // namespace

LastBackup find_last(db::Database& database) {
    const auto text = database.read([](db::Session& db) {
        return db.one<std::string>("SELECT value FROM settings WHERE key = 'last_backup'");
    });
    if (!text) return {};
    return json::read<LastBackup>(*text, json::Purpose::stored).value_or(LastBackup{});
}

bool is_late(const LastBackup& last, Instant now) {
    return !last.taken_at || now - *last.taken_at > late_after_ms;
}

Result<Backup> make_and_note(App& app, const Plan& plan) {
    auto backup = made(app, plan.destination);
    if (!backup) {
        note_failure(app, backup.error().reason);
        return backup;
    }
    note_success(app, *backup);
    if (plan.keep != keep_all) prune(plan.destination, plan.keep);
    return backup;
}

void warn_when_late(App& app) {
    const LastBackup last = find_last(app.database);
    if (!is_late(last, app.clock.now())) return;
    log::error("the last good backup is older than 26 hours",
               {{"taken_at", last.taken_at ? last.taken_at->str() : "never"}, {"failure", last.failure}});
}

void add_backup_job(jobs::Handlers& handlers, App& app, Plan plan) {
    if (plan.destination.to.empty()) return;
    handlers.add(
        "backup",
        [&app, plan = std::move(plan)](jobs::JobContext&) -> Result<void> {
            KONBIT_CHECK(make_and_note(app, plan));
            return {};
        },
        {.attempts = 3, .first_delay_ms = 10 * minute_ms, .longest_delay_ms = hour_ms, .every_ms = day_ms});
    handlers.add("backup_watch",
                 [&app](jobs::JobContext&) -> Result<void> {
                     warn_when_late(app);
                     return {};
                 },
                 {.every_ms = hour_ms});
}

}  // namespace konbit::backups
