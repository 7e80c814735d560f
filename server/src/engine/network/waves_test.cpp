// SPDX-License-Identifier: Apache-2.0
#include "engine/network/dyad_transitions.hpp"
#include "engine/network/programme_effect.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace konbit::network {
namespace {

Wave wave(std::vector<bool> has_answered, std::initializer_list<Edge> ties) {
    std::vector<bool> all(has_answered.size(), true);
    return {ObservedNetwork(std::move(has_answered), std::span(ties.begin(), ties.size())), std::move(all)};
}

std::int64_t pairs(const DyadTransitions& transitions, DyadState before, DyadState after) {
    return transitions.pairs[static_cast<int>(before)][static_cast<int>(after)];
}

}  // namespace

using enum DyadState;

// 2 is silent at first: of four comparable cells 0-1 has a tie in both waves, 1-0 in the first alone.
// (4 * 1 - 2 * 1) / sqrt(2 * 2 * 1 * 3).
TEST(WaveChange, CorrelatesWhatCanBeCompared) {
    const Wave first = wave({true, true, false}, {{0, 1}, {1, 0}});
    const Wave second = wave({true, true, true}, {{0, 1}, {2, 0}, {2, 1}});
    EXPECT_DOUBLE_EQ(compare(first, second).correlation().value(), 2 / std::sqrt(12));
    EXPECT_FALSE(compare(first, wave({true, true, true}, {})).correlation());
}

// 0-1: answered tie stays; 0-2: turns round; 1-2: begins.
TEST(DyadTransitions, FollowPairsFromWaveToWave) {
    const auto found = dyad_transitions(wave({true, true, true}, {{0, 1}, {1, 0}, {0, 2}}),
                                        wave({true, true, true}, {{0, 1}, {1, 0}, {2, 0}, {1, 2}}));
    EXPECT_EQ(pairs(found, mutual, mutual), 1);
    EXPECT_EQ(pairs(found, asymmetric, asymmetric), 1);
    EXPECT_EQ(found.reversed, 1);
    EXPECT_EQ(pairs(found, null, asymmetric), 1);
}

TEST(DyadTransitions, KnowNothingOfPairsOfWhomOneIsSilent) {
    const auto found =
        dyad_transitions(wave({true, true, false}, {{0, 2}}), wave({true, true, true}, {{0, 2}}));
    EXPECT_EQ(pairs(found, null, null), 1);
    EXPECT_EQ(pairs(found, asymmetric, asymmetric), 0);
}

// 0 and 1 take part: among them 0 of 2 cells, then 2; among 2 and 3 one of 2 both times; mixed 8 cells, one
// tie lost.
TEST(ProgrammeEffect, ComparesBlocks) {
    const std::vector<bool> all(4, true), takes_part{true, true, false, false};
    const auto effect = programme_effect(wave(all, {{2, 3}, {0, 2}}), wave(all, {{0, 1}, {1, 0}, {2, 3}}),
                                         takes_part, {.count = 1000});
    EXPECT_DOUBLE_EQ(effect.participants.difference().value(), 1);
    EXPECT_DOUBLE_EQ(effect.others.difference().value(), 0);
    EXPECT_EQ(effect.mixed.cells, 8);
    EXPECT_DOUBLE_EQ(effect.mixed.difference().value(), -1.0 / 8);
    EXPECT_DOUBLE_EQ(effect.difference_in_differences->observed, 1);
    // Of the six ways to choose two of four only this one has all that was gained.
    EXPECT_NEAR(effect.difference_in_differences->p_ge, 1.0 / 6, 0.04);
}

TEST(ProgrammeEffect, LeavesOutTheSilent) {
    const std::vector<bool> all(4, true), takes_part{true, true, false, false};
    const auto effect = programme_effect(wave({false, true, true, true}, {}), wave(all, {{0, 1}, {1, 0}}),
                                         takes_part, {.count = 9});
    EXPECT_EQ(effect.taking_part, 1);
    EXPECT_EQ(effect.not_taking_part, 2);
    EXPECT_EQ(effect.participants.cells, 1);
    EXPECT_DOUBLE_EQ(effect.participants.density_after().value(), 1);
    const std::vector<bool> nobody(4);
    EXPECT_FALSE(programme_effect(wave(all, {}), wave(all, {}), nobody).difference_in_differences);
}

}  // namespace konbit::network
