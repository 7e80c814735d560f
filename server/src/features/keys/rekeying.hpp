// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/surveys/wave.hpp"

#include <cstdint>

namespace konbit::keys {

/// How long a wave keeps its former key after its rows have moved: a request that read the key before may
/// still be about to store a row.
inline constexpr std::int64_t former_key_kept_ms = hour_ms;

/// Gives a wave a new key and seals its rows anew by it, while answers come in. One that was killed goes on
/// with finish_rekeying(). Never inside a transaction.
/// @return How many rows were sealed anew; ErrorCode::not_found "wave", ErrorCode::unavailable "wave_key"
/// when the wave's key or a row does not open.
Result<std::int64_t> rekey(App& app, const WaveId& wave);

/// Finishes what rekey() began in every wave: moves the rows that are left, and drops former keys that have
/// stood for an hour.
/// @param machine_now  By the clock of the machine, which dates files.
/// @return How many waves have their one key again.
Result<std::int64_t> finish_rekeying(App& app, Instant machine_now);

}  // namespace konbit::keys
