// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "features/surveys/wave.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Sealed answers (docs/developers/sealed-answers.md): what is shown to nobody one to one.
namespace konbit::sealed {

/// All that one respondent said to one sealed question: a value for each place on the frozen roster, 0 where
/// none was named. The values never leave this process but as sums.
using Row = std::vector<unsigned char>;

/// To what a ciphertext belongs; opening it as another one's fails.
struct Place {
    WaveId wave{};
    RespondentId respondent{};
    QuestionId question{};
};

/// The ciphertext of a row. Its size depends on the roster only: `bytes_of(row.size())`.
std::string seal_row(const crypto::Key& wave_key, const Place& place, const Row& row);

/// @return Nothing when key, place or a single bit differs, or the row is not of that roster.
std::optional<Row> open_row(const crypto::Key& wave_key, const Place& place, std::string_view ciphertext);

/// By whichever of the keys opens it: a wave has two while its rows move to a new one (wave_keys.hpp).
std::optional<Row> open_row(std::span<const crypto::Key> wave_keys, const Place& place,
                            std::string_view ciphertext);

/// Octets of the ciphertext for a roster of that many members: header, one byte each, nonce and tag.
constexpr std::size_t bytes_of(std::size_t members) { return 3 + members + 40; }

}  // namespace konbit::sealed
