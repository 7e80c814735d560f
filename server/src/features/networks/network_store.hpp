// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/networks/joining.hpp"
#include "features/sealed/sealed_store.hpp"

namespace konbit::networks {

/// Somebody who answers for a member.
struct StoredInformant {
    RespondentId id{};
    int place = 0;  ///< Of the member.
};

/// A wave as it is stored, its sealed rows still sealed.
struct StoredWave {
    WaveData data{};
    std::vector<StoredInformant> informants{};
    /// For each question of `data`, the one about organizations outside last, what each informant said, in
    /// the order of `informants`.
    std::vector<std::vector<InformantRow>> said{};
    std::vector<sealed::StoredRow> sealed_rows{};
};

/// Reads all that figures of a wave rest on. Rows of respondents who declined are not observed; a tie counts
/// only in an observed row. What several informants of a member said is joined.
Result<StoredWave> load(db::Session& db, const Analyst& by);

/// Opens the sealed rows and adds them to the answers. Decrypts: never inside a transaction.
/// @return ErrorCode::unavailable with "wave_key" when a row opens with none of the keys.
Result<WaveData> unsealed(StoredWave stored, std::span<const crypto::Key> wave_keys);

/// Whether anybody answers for a member beside somebody else.
bool has_several_informants(const StoredWave& stored);

/// What the informants said to one question, for hashing.
std::string text_of(std::span<const InformantRow> said);

/// What is known of organizations outside, for hashing.
std::string text_of(const std::optional<ExternalData>& externals);

/// SHA-256 over everything that was read. Sealed rows count by their ciphertext: a hash of what they say
/// could be guessed from the hash.
std::string hash_of(const StoredWave& stored);

}  // namespace konbit::networks
