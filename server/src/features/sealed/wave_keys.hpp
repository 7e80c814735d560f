// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "core/result.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/permission/capabilities.hpp"

namespace konbit::sealed {

/// Makes the key of a wave unless it has one: 32 random bytes, wrapped by the installation key, in
/// `DATA/keys/wave-<id>.key` (mode 0600). On disk before it returns, so that no sealed answer can outlive its
/// key. Never inside a transaction.
/// @return ErrorCode::unavailable with "wave_key" when a key is there but does not open.
Result<void> make_wave_key(const InstallationKeys& keys, const WaveId& wave);

/// @return ErrorCode::unavailable with "wave_key" when the file is missing or was wrapped by another
/// installation.
Result<crypto::Key> read_wave_key(const InstallationKeys& keys, const WaveId& wave);

/// Removes the key: what was sealed with it can never be read again.
/// @return Whether there was one.
bool destroy_wave_key(const InstallationKeys& keys, const WaveId& wave);

}  // namespace konbit::sealed
