// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/networks/wave_data.hpp"
#include "features/sealed/sealed_store.hpp"

namespace konbit::networks {

/// A wave as it is stored, its sealed rows still sealed.
struct StoredWave {
    WaveData data{};
    std::vector<RespondentId> respondents{};  ///< Of each actor.
    std::vector<sealed::StoredRow> sealed_rows{};
};

/// Reads all that figures of a wave rest on. Rows of respondents who declined are not observed; a tie counts
/// only in an observed row.
Result<StoredWave> load(db::Session& db, const Analyst& by);

/// Opens the sealed rows and adds them to the answers. Decrypts: never inside a transaction.
/// @return ErrorCode::unavailable with "wave_key" when a row does not open with that key.
Result<WaveData> unsealed(StoredWave stored, const crypto::Key& wave_key);

/// SHA-256 over everything that was read. Sealed rows count by their ciphertext: a hash of what they say
/// could be guessed from the hash.
std::string hash_of(const StoredWave& stored);

}  // namespace konbit::networks
