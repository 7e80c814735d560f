// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/network_store.hpp"
#include "features/surveys/wave_store.hpp"

namespace konbit::networks {

/// SHA-256 over what the results of a wave rest on: its roster, wordings, consent text, row states, ties, and
/// the sealed rows by their ciphertext. Titles, names of clusters and other waves do not count: they may
/// change, and the results stay the same.
std::string results_hash(db::Session& db, const StoredWave& stored);

/// Freezes a closed wave and notes the hash of what it holds, in one transaction.
/// @return ErrorCode::conflict when the wave is not closed, or members may still object (wave_rules.hpp).
Result<Wave> freeze_wave(db::Session& db, const WaveFacilitator& by, Instant now);

/// Notes the hash of every wave that was frozen without one, such as those of the demonstration.
Result<void> note_missing_freezes(db::Session& db);

/// Why results are worked out anew after freezing.
enum class ReleaseCause { withdrawal, objection, narrowed, retention, new_key, key_lost };
constexpr auto names(ReleaseCause) {
    return std::to_array<std::string_view>(
        {"withdrawal", "objection", "narrowed", "retention", "new_key", "key_lost"});
}

/// Notes what a frozen wave holds now that somebody's answers or name were taken out of it, or
/// its answers were sealed by a new key, in the same transaction. Former hashes are kept.
/// @return Nothing is noted when the wave is not frozen.
Result<void> release(db::Session& db, const ClusterId& cluster, const WaveId& wave, ReleaseCause cause,
                     Instant now);

/// What was noted when the wave was frozen, compared with what it holds now.
/// @return Nothing when the wave is not frozen.
std::optional<Freeze> find_freeze(db::Session& db, const StoredWave& stored);

}  // namespace konbit::networks
