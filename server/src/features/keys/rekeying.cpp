// SPDX-License-Identifier: Apache-2.0
#include "features/keys/rekeying.hpp"

#include "db/database.hpp"
#include "features/networks/freezing.hpp"
#include "features/sealed/sealed_store.hpp"
#include "features/sealed/wave_keys.hpp"

namespace konbit::keys {

namespace {

/// A row before and after.
struct Move {
    sealed::StoredRow former;
    sealed::StoredRow row;
};

Result<ClusterId> cluster_of(App& app, const WaveId& wave) {
    const auto cluster = app.database.read([&](db::Session& db) {
        return db.one<ClusterId>("SELECT cluster_id FROM waves WHERE id = $1", wave);
    });
    if (!cluster) return failure(ErrorCode::not_found, "wave");
    return *cluster;
}

std::vector<sealed::StoredRow> rows_of(App& app, const ClusterId& cluster, const WaveId& wave) {
    return app.database.read(
        [&](db::Session& db) { return sealed::list_of_wave(db, System::analyst(cluster, wave)); });
}

/// Those that the newest key does not open, sealed by it.
Result<std::vector<Move>> moves_of(App& app, const ClusterId& cluster, const WaveId& wave) {
    KONBIT_TRY(const auto keys, sealed::read_wave_keys(app.keys, wave));
    std::vector<Move> moves;
    for (auto& stored : rows_of(app, cluster, wave)) {
        const sealed::Place place{wave, stored.respondent_id, stored.question_id};
        if (sealed::open_row(keys.front(), place, stored.ciphertext.data)) continue;
        const auto row = sealed::open_row(keys, place, stored.ciphertext.data);
        if (!row) return failure(ErrorCode::unavailable, "wave_key");
        sealed::StoredRow anew = stored;
        anew.ciphertext.data = sealed::seal_row(keys.front(), place, *row);
        moves.push_back({std::move(stored), std::move(anew)});
    }
    return moves;
}

/// @return How many still stood as they were read.
Result<std::int64_t> carry_out(App& app, const ClusterId& cluster, const WaveId& wave,
                               const std::vector<Move>& moves) {
    const Instant now = app.clock.now();
    return app.database.write_large([&](db::Session& db) -> Result<std::int64_t> {
        std::int64_t count = 0;
        for (const auto& [former, row] : moves) count += sealed::replace_unchanged(db, former, row) ? 1 : 0;
        KONBIT_CHECK(networks::release(db, cluster, wave, networks::ReleaseCause::new_key, now));
        return count;
    });
}

/// Until the newest key opens every row: meanwhile members answer.
Result<std::int64_t> move_rows(App& app, const WaveId& wave) {
    KONBIT_TRY(const ClusterId cluster, cluster_of(app, wave));
    std::int64_t count = 0;
    while (true) {
        KONBIT_TRY(const auto moves, moves_of(app, cluster, wave));
        if (moves.empty()) return count;
        KONBIT_TRY(const std::int64_t moved, carry_out(app, cluster, wave, moves));
        count += moved;
    }
}

}  // namespace

Result<std::int64_t> rekey(App& app, const WaveId& wave) {
    KONBIT_CHECK(cluster_of(app, wave));
    KONBIT_CHECK(sealed::add_wave_key(app.keys, wave));
    return move_rows(app, wave);
}

Result<std::int64_t> finish_rekeying(App& app, Instant machine_now) {
    std::int64_t count = 0;
    for (const auto& wave : sealed::list_waves_with_keys(app.keys)) {
        const auto keys = sealed::read_wave_keys(app.keys, wave);
        if (!keys || keys->size() == 1) continue;
        KONBIT_CHECK(move_rows(app, wave));
        if (machine_now - sealed::wave_key_changed_at(app.keys, wave) < former_key_kept_ms) continue;
        KONBIT_CHECK(sealed::drop_former_wave_keys(app.keys, wave));
        ++count;
    }
    return count;
}

}  // namespace konbit::keys
