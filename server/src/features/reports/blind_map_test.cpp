// SPDX-License-Identifier: Apache-2.0
#include "features/reports/blind_map.hpp"

#include "features/networks/demo_wave_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::reports {
namespace {

using networks::DemoWave;

std::set<WaveMemberId> everybody(const networks::WaveData& data) {
    std::set<WaveMemberId> all;
    for (const auto& actor : data.actors) all.insert(actor.member.id);
    return all;
}

TEST(BlindMap, DrawsOnlyTiesOfWhoAgreedAndFromFiveOn) {
    const DemoWave wave(2);
    std::set<WaveMemberId> agreed;
    for (int i = 0; i < 4; ++i) agreed.insert(wave.data.actors[static_cast<std::size_t>(i)].member.id);
    EXPECT_FALSE(blind_map(wave.data, agreed, 1)) << "four";
    const auto all = blind_map(wave.data, everybody(wave.data), 1);
    ASSERT_TRUE(all);
    EXPECT_EQ(all->question, QuestionKey::worked_together);
    EXPECT_EQ(all->agreed, 25);
    EXPECT_EQ(std::ssize(all->picture.places), wave.data.size()) << "whoever is silent has a mark too";
}

TEST(BlindMap, IsTheSameForTheSameSeedAndAnotherForAnother) {
    const DemoWave wave(2);
    const auto agreed = everybody(wave.data);
    EXPECT_EQ(blind_map(wave.data, agreed, 7)->picture.places,
              blind_map(wave.data, agreed, 7)->picture.places);
    EXPECT_NE(blind_map(wave.data, agreed, 7)->picture.places,
              blind_map(wave.data, agreed, 8)->picture.places);
    EXPECT_NE(blind_map(wave.data, agreed, 7)->picture.ties, blind_map(wave.data, agreed, 8)->picture.ties);
}

TEST(BlindMap, DrawsNoConfidentialQuestion) {
    DemoWave wave(2);
    for (auto& question : wave.data.questions) question.question.sensitivity = Sensitivity::limited;
    EXPECT_FALSE(blind_map(wave.data, everybody(wave.data), 1));
}

// Two ties of one mark, and a mark without any: alone in its size.
TEST(Sizes, AreAllAlikeWhereOneWouldStandOut) {
    const Picture lone{.places = std::vector(4, std::pair(0.0, 0.0)), .ties = {{0, 1}, {0, 2}}};
    EXPECT_THAT(bucketed(lone), testing::IsEmpty());
}

// Three stars of two rays: three middles with two ties each, six ends with one.
TEST(Sizes, TellMarksApartThatAreThreeAtLeast) {
    const Picture stars{.places = std::vector(9, std::pair(0.0, 0.0)),
                        .ties = {{0, 3}, {0, 4}, {1, 5}, {1, 6}, {2, 7}, {2, 8}}};
    EXPECT_THAT(bucketed(stars), testing::ElementsAre(2, 2, 2, 1, 1, 1, 1, 1, 1));
}

}  // namespace
}  // namespace konbit::reports
