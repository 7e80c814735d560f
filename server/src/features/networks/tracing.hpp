// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/wave_data.hpp"

#include <span>
#include <vector>

/// Whether totals of confidential answers could be traced to who gave them. What an onlooker knows: every
/// open tie by name, hence who was offered whom behind a gate; who answered; and the rules of this file.
namespace konbit::networks {

/// One pair about which a member was asked.
struct Cell {
    int from = 0;
    int to = 0;
    bool is_tie = false;
    int part = 0;  ///< Cells of one part are only ever summed up together.

    auto operator<=>(const Cell&) const = default;
};

/// The cells of the rows that are observed: those whom the question's gate offered, and whoever was named all
/// the same; without a gate that can be read, everybody else on the roster.
std::vector<Cell> cells_of(const QuestionData& question, const WaveData& data);

/// Whether in every part both the ties and the cells without one come from at least
/// disclosure::least_sealed_givers members.
///
/// Then no cell can be worked out from totals over the parts: the members of a part can be changed for one
/// another, and every total stays. A part of nothing but ties would give them all away, as would one without
/// any.
bool is_spread(std::span<const Cell> cells);

/// Divides the cells by whether a tie would join two countries; unknown ones are a part of their own.
void divide_by_country(std::vector<Cell>& cells, const std::vector<int>& country_of);

/// Divides the cells by whether the other member answered, and whether it was offered this one too:
/// reciprocity counts these apart.
void divide_by_direction(std::vector<Cell>& cells, const std::vector<bool>& has_answered);

/// Whether a mean of ratings tells nobody's: it rests on disclosure::least_raters members, and stays away
/// from both ends of the scale, as at least disclosure::least_sealed_givers of them rated below the highest,
/// and as many above the lowest.
bool is_spread_rating(const QuestionData& question);

/// The rows for figures only that may count beside those by name: every one of them answered all that is not
/// sealed, so that no two totals rest on different ones, and what they say is spread. Empty when none may.
/// @return One entry for each actor.
std::vector<bool> untraceable_rows(const QuestionData& question, const WaveData& data);

}  // namespace konbit::networks
