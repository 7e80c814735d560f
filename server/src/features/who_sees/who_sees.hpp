// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/network_report.hpp"

#include <array>
#include <span>
#include <vector>

/// Who will see what of a wave, found out by letting an invented wave through the rules that the server
/// enforces.
namespace konbit::who_sees {

/// The stages that make a difference to somebody who looks.
inline constexpr std::array stages{WaveState::open, WaveState::closed, WaveState::frozen};

/// How much of one question a facilitator reads at one stage.
enum class Sight {
    nothing,            ///< Not even a figure.
    totals,             ///< Figures, and no name.
    agreed_only,        ///< By name where the member agreed; the others count nowhere yet.
    agreed_and_totals,  ///< By name where the member agreed; the others in figures.
    names,              ///< By name.
};
constexpr auto names(Sight) {
    return std::to_array<std::string_view>(
        {"nothing", "totals", "agreed_only", "agreed_and_totals", "names"});
}

struct QuestionSights {
    Question question{};
    std::array<Sight, stages.size()> at{};  ///< In the order of `stages`.
};

/// What a response rate carries, once the wave is frozen.
struct RateSights {
    int answered = 0;  ///< Of the sample.
    disclosure::ReportLevel level = disclosure::ReportLevel::interval_only;
    bool names_connectors = false;  ///< Who lies between the others.
    bool counts_namings = false;    ///< How many named a member.
    bool has_figures = false;       ///< More than the range of the density.
    bool has_sealed_totals = false;
};

struct WhoSees {
    std::vector<QuestionSights> questions;
    std::vector<RateSights> rates;  ///< The highest first.
    networks::MapReport map;        ///< What the facilitator sees once frozen, at the highest rate.
};

/// @param questions  As the wave asks them, at least one.
WhoSees who_sees(std::span<const Question> questions);

}  // namespace konbit::who_sees
