// SPDX-License-Identifier: Apache-2.0
#include "features/keys/loss.hpp"

#include "features/keys/installation_keys.hpp"
#include "features/keys/key_mark.hpp"
#include "features/networks/freezing.hpp"
#include "features/sealed/sealed_store.hpp"
#include "features/sealed/wave_keys.hpp"

#include <array>
#include <string_view>

namespace konbit::keys {

namespace {

constexpr std::array<std::string_view, 7> made_with_the_key{
    "DELETE FROM one_time_codes",
    "DELETE FROM recovery_codes",
    "UPDATE outbox_mail SET state = 'failed', last_error = 'key_lost' WHERE state = 'waiting'",
    "DELETE FROM competition_flags",
    "DELETE FROM competition_sums",
    "DELETE FROM erased_contacts",
    "DELETE FROM reminder_stops",
};

std::int64_t count(db::Session& db, std::string_view from) {
    return db.value<std::int64_t>("SELECT count(*) FROM " + std::string(from));
}

/// Those that have sealed answers or may get some, and no key to open them.
std::vector<WaveId> list_unreadable(App& app) {
    auto waves = app.database.read([](db::Session& db) { return sealed::list_waves(db); });
    std::erase_if(waves,
                  [&](const WaveId& wave) { return sealed::read_wave_key(app.keys, wave).has_value(); });
    return waves;
}

/// A new key comes last: a run that ended before it finds the wave again.
Result<std::int64_t> begin_wave_anew(App& app, const WaveId& wave) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const std::int64_t rows, app.database.write([&](db::Session& db) -> Result<std::int64_t> {
        const auto count = sealed::forget_wave(db, wave);
        const auto cluster = db.value<ClusterId>("SELECT cluster_id FROM waves WHERE id = $1", wave);
        KONBIT_CHECK(networks::release(db, cluster, wave, networks::ReleaseCause::key_lost, now));
        return count;
    }));
    sealed::destroy_wave_key(app.keys, wave);
    KONBIT_CHECK(sealed::make_wave_key(app.keys, wave));
    return rows;
}

}  // namespace

Loss measure(db::Database& database) {
    return database.read([](db::Session& db) {
        return Loss{.waves = static_cast<std::int64_t>(sealed::list_waves(db).size()),
                    .sealed_rows = sealed::count(db),
                    .secrets = count(db, "one_time_codes"),
                    .messages = count(db, "outbox_mail WHERE state = 'waiting'"),
                    .flags = count(db, "competition_flags"),
                    .marks = count(db, "erased_contacts") + count(db, "reminder_stops")};
    });
}

Result<Loss> go_on_without_wave_keys(App& app) {
    Loss loss;
    for (const auto& wave : list_unreadable(app)) {
        KONBIT_TRY(const std::int64_t rows, begin_wave_anew(app, wave));
        loss.sealed_rows += rows;
        ++loss.waves;
    }
    return loss;
}

Result<Loss> go_on_with_new_key(App& app) {
    Loss loss = measure(app.database);
    KONBIT_TRY(const Loss waves, go_on_without_wave_keys(app));
    loss.waves = waves.waves;
    KONBIT_CHECK(app.database.write([](db::Session& db) -> Result<void> {
        for (const auto statement : made_with_the_key) db.change(std::string(statement));
        // Requests that are repeated could not be recognized, and would be taken for others.
        db.change("DELETE FROM idempotency_keys");
        return {};
    }));
    set_mark(app.database, app.keys, app.clock.now());
    return loss;
}

}  // namespace konbit::keys
