// SPDX-License-Identifier: Apache-2.0
#include "features/keys/rotation.hpp"

#include "core/log.hpp"
#include "db/database.hpp"
#include "features/accounts/second_factor.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/keys/key_lock.hpp"
#include "features/keys/key_mark.hpp"
#include "features/keys/rekeying.hpp"
#include "features/mail/outbox.hpp"
#include "features/sealed/wave_keys.hpp"
#include "features/statements/competition.hpp"

#include <algorithm>

namespace konbit::keys {

namespace {

/// After freezing the right of reply has ended; whoever then uses a right is given a new link.
std::int64_t count_waves_with_links_before(db::Session& db, Instant replaced_at) {
    return db.value<std::int64_t>(R"(
        SELECT count(*) FROM waves w
        WHERE w.state IN ('draft', 'open', 'closed')
          AND (w.opens_at < $1
               OR EXISTS (SELECT 1 FROM respondents r
                          WHERE r.wave_id = w.id AND (r.mailed_at < $1 OR r.handed_at < $1))))",
                                  replaced_at);
}

FormerKey former_key(db::Session& db, const KeyLabel& label, const KeyLabel& successor) {
    const Instant replaced_at = successor.made_at.value_or(Instant{});
    return {.label = label,
            .replaced_at = replaced_at,
            .waves = count_waves_with_links_before(db, replaced_at),
            .kept_until = replaced_at + former_kept_ms};
}

void drop(App& app, const KeyLabel& label) {
    // Should the mark still name this key, the next start would take the remaining ones for foreign.
    set_mark(app.database, app.keys, app.clock.now());
    const KeyLock lock(app.keys.folder());
    app.keys.drop(label.id);
    log::info("a former installation key went", {{"key", label.id}});
}

/// Until a whole pass finds nothing: a request may have sealed by a key that it read before it was replaced.
Result<void> move_all(App& app) {
    Moved last{.wave_keys = 1};
    while (last.total() > 0) {
        KONBIT_TRY(last, move_sealed(app));
    }
    return {};
}

Result<void> run_daily(App& app) {
    KONBIT_CHECK(finish_rekeying(app, SystemClock().now()));
    KONBIT_CHECK(retire(app));
    return {};
}

}  // namespace

Result<Moved> move_sealed(App& app) {
    Moved moved;
    {
        const KeyLock lock(app.keys.folder());
        app.keys.move_lasting();
    }
    moved.wave_keys = sealed::rewrap_wave_keys(app.keys);
    KONBIT_TRY(moved.secrets, accounts::move_codes(app));
    KONBIT_TRY(moved.messages, mail::move_bodies(app));
    KONBIT_TRY(moved.flags, competition::move_flags(app));
    return moved;
}

std::vector<FormerKey> list_former(App& app) {
    const auto labels = app.keys.labels();
    return app.database.read([&](db::Session& db) {
        std::vector<FormerKey> all;
        for (std::size_t i = 1; i < labels.size(); ++i)
            all.push_back(former_key(db, labels[i], labels[i - 1]));
        return all;
    });
}

Result<Moved> rotate(App& app) {
    {
        const KeyLock lock(app.keys.folder());
        const KeyLabel added = app.keys.add(app.clock.now());
        log::info("a new installation key stands in front", {{"key", added.id}});
    }
    set_mark(app.database, app.keys, app.clock.now());
    return move_sealed(app);
}

Result<std::vector<KeyLabel>> retire(App& app) {
    std::vector<KeyLabel> gone;
    const Instant now = app.clock.now();
    const auto former = list_former(app);
    if (former.empty()) return gone;
    KONBIT_CHECK(move_all(app));
    for (const auto& each : former) {
        if (each.is_needed(now)) continue;
        drop(app, each.label);
        gone.push_back(each.label);
    }
    return gone;
}

Result<void> retire_now(App& app, const std::string& id) {
    const auto former = list_former(app);
    const auto found =
        std::ranges::find_if(former, [&](const FormerKey& each) { return each.label.id == id; });
    if (found == former.end()) return failure(ErrorCode::not_found, "former_key");
    KONBIT_CHECK(move_all(app));
    drop(app, found->label);
    return {};
}

void add_key_job(jobs::Handlers& handlers, App& app) {
    handlers.add(
        "keys", [&app](jobs::JobContext&) { return run_daily(app); },
        {.attempts = 3, .first_delay_ms = minute_ms, .longest_delay_ms = hour_ms, .every_ms = day_ms});
}

}  // namespace konbit::keys
