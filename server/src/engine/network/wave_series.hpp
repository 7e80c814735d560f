// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/exchange.hpp"

#include <span>

namespace konbit::network {

/// What one wave of a survey saw, by the numbering of its series.
struct SeriesWave {
    std::vector<bool> is_member;     ///< Who was on the roster.
    std::vector<bool> has_answered;  ///< Whose row is known; never somebody who was no member.
    std::vector<WeightedTie> ties;   ///< Ascending; of members who answered, to members.

    bool operator==(const SeriesWave&) const = default;
};

/// Several waves of one survey, on a numbering of everybody who was a member in some of them.
struct WaveSeries {
    Direction direction = Direction::directed;
    std::vector<std::string> ids;  ///< Names of the actors, each once and none empty.
    std::vector<ActorColumn> columns;
    std::vector<SeriesWave> waves;  ///< In order of time.

    /// One wave with its members only. Whether a member without ties answered is not told by the document.
    NetworkDocument document(std::size_t wave) const;
    bool operator==(const WaveSeries&) const = default;
};

inline constexpr std::size_t most_waves = 50;

/// One wave on its own numbering.
struct WaveDocument {
    NetworkDocument network;
    std::vector<bool> has_answered;  ///< Of each of its actors.
    bool has_roster = true;          ///< Without one everybody in some wave counts as a member.
};

/// Puts waves on one numbering, by names.
///
/// Of a column the last wave that has a value counts. Loops and ties of those who did not answer are left
/// out; of a tie given twice the larger weight stays.
/// @param waves  At least one, with the same direction (asserted).
WaveSeries joined(std::span<const WaveDocument> waves);

/// GEXF 1.3 with spells: time is the number of the wave, from 1, and both ends belong to a spell. Members,
/// ties, weights and the attribute `answered` have their spells; what is known of members has none.
void write_gexf_waves(const WaveSeries& series, std::ostream& out);

/// Reads the same. Members without spells belong to every wave, ties without to every wave of both ends;
/// without an attribute `answered` everybody did.
/// @return As read_document(); also `not_a_wave` for times that are no numbers of waves.
Result<WaveSeries> read_gexf_waves(std::string_view bytes);

/// Whether the bytes are a GEXF file with time.
bool has_gexf_waves(std::string_view bytes);

/// The matrix of one wave as RSiena reads it: 0 and 1, NA where the row is unknown, 10 (a structural zero) in
/// rows and columns of those who were no members.
/// @note Weights are left out: RSiena's networks are yes or no.
/// @pre At most `most_matrix_actors` actors.
void write_siena_wave(const WaveSeries& series, std::size_t wave, std::ostream& out);

/// R code that opens `members.csv` and `wave1.dat`, `wave2.dat`, ... as a dependent network of RSiena.
void write_siena_script(const WaveSeries& series, std::ostream& out);

/// Reads matrices written like that, by whatever program.
/// @param waves    At least one.
/// @param members  The table of actors (column id); without it they are called 1, 2, ...
/// @return As read_document(); `wrong_count` where matrices and members differ in size, `not_a_number` for a
/// cell that is none of 0, 1, 10, 11 (a structural tie) and NA.
Result<WaveSeries> read_siena(std::span<const std::string> waves, std::optional<std::string_view> members);

}  // namespace konbit::network
