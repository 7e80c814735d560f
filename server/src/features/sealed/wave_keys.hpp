// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/permission/capabilities.hpp"

#include <cstdint>
#include <vector>

namespace konbit::sealed {

/// Makes the key of a wave unless it has one: 32 random bytes, wrapped by the installation key, in
/// `DATA/keys/wave-<id>.key` (mode 0600). On disk before it returns, so that no sealed answer can outlive its
/// key. Never inside a transaction.
/// @return ErrorCode::unavailable with "wave_key" when a key is there but does not open.
Result<void> make_wave_key(const InstallationKeys& keys, const WaveId& wave);

/// The key with which rows of the wave are sealed.
/// @return ErrorCode::unavailable with "wave_key" when the file is missing or was wrapped by another
/// installation.
Result<crypto::Key> read_wave_key(const InstallationKeys& keys, const WaveId& wave);

/// The keys by which rows of the wave are opened: the newest first, and former ones while rows still move
/// away from them (rekeying.hpp).
/// @return As read_wave_key(); never empty.
Result<std::vector<crypto::Key>> read_wave_keys(const InstallationKeys& keys, const WaveId& wave);

/// Removes the key: what was sealed with it can never be read again.
/// @return Whether there was one.
bool destroy_wave_key(const InstallationKeys& keys, const WaveId& wave);

/// The waves that have a key, whether it opens or not.
std::vector<WaveId> list_waves_with_keys(const InstallationKeys& keys);

/// Wraps by the newest installation key what former ones wrapped. A key that does not open is left alone,
/// and one that is destroyed meanwhile stays destroyed.
/// @return How many were wrapped anew.
std::int64_t rewrap_wave_keys(const InstallationKeys& keys);

/// Puts a new key in front of those that the wave has.
/// @return As read_wave_key().
Result<void> add_wave_key(const InstallationKeys& keys, const WaveId& wave);

/// When the wave's file was last written; by the clock of the machine.
Instant wave_key_changed_at(const InstallationKeys& keys, const WaveId& wave);

/// Keeps the newest key of the wave alone. No row may need the others.
/// @return As read_wave_key().
Result<void> drop_former_wave_keys(const InstallationKeys& keys, const WaveId& wave);

}  // namespace konbit::sealed
