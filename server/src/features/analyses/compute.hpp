// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "engine/watch.hpp"
#include "features/analyses/analysis.hpp"
#include "features/networks/wave_data.hpp"

#include <cstdint>
#include <optional>

/// Tests of a wave's network that a facilitator can ask for.
namespace konbit::analyses {

/// Fewest members that a test rests on: fewer leave too few different shuffles to tell anything from chance.
inline constexpr int least_members = 5;
/// Below it, a reader is warned.
inline constexpr int few_members = 20;
/// Fewest firms on each side of a programme effect: with fewer, a change is that of a known firm.
inline constexpr int least_firms_in_group = 5;
/// What counts as further than chance.
inline constexpr double significance = 0.05;
/// Shuffles of a test, and of one that fits a regression each time or stands beside many.
inline constexpr int many_shuffles = 5000;
inline constexpr int few_shuffles = 2000;
/// Of their random numbers.
inline constexpr std::uint64_t shuffle_seed = 1;

/// The answers that a question is put to.
struct Input {
    networks::WaveData wave{};
    std::optional<networks::WaveData> before{};  ///< Of participation; numbered alike in WaveData::layout.
};

/// Whether the question can be put to these answers.
///
/// Sealed questions are never asked about here: their figures stay those of the network page, whose
/// thresholds several tests together could undo. Of limited questions only rows by name count.
/// @return ErrorCode::invalid with "/question", "/beside", "/likenesses" or "/before" ("question_not_asked",
/// "sealed",
///         "one_needed", "repeated", "required", "not_allowed"); ErrorCode::conflict with "low_response"
///         below disclosure::directional_report_rate, "few_members", or "few_firms" below
///         least_firms_in_group.
Result<void> check(const AnalysisQuestion& asked, const Input& input);

/// Works out a question that check() lets pass.
///
/// Rests on the members who answered every question that takes part; shuffled with a fixed seed, so that
/// equal answers give an equal result. `Caution::asked_afterwards` is for the caller to add.
/// @return ErrorCode::conflict with "collinear" and the name of a term that others make up,
///         "too_few_pairs", "constant_outcome" or "perfect_fit".
/// @complexity O(shuffles * nodes^2).
Result<AnalysisResult> compute(const AnalysisQuestion& asked, const Input& input, Watch& watch);

}  // namespace konbit::analyses
