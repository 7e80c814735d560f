// SPDX-License-Identifier: Apache-2.0
#include "features/stories/comparison.hpp"

#include "features/stories/hand_wave_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::stories {
namespace {

using disclosure::ReportLevel;
using testing::IsEmpty;
using enum QuestionKey;

TEST(Beside, NeedsThreeOtherClusters) {
    EXPECT_FALSE(beside(3, {1, 2}).percentile);
    EXPECT_DOUBLE_EQ(*beside(3, {4, 1, 2}).percentile, 2.0 / 3);
    EXPECT_FALSE(beside(3, {4, 1, 2}).median) << "the middle of three would be one of them";
    EXPECT_DOUBLE_EQ(*beside(3, {4, 1, 2, 9, 8}).median, 4);
    EXPECT_FALSE(beside({}, {4, 1, 2}).percentile);
}

// Every network of ten members and 45 contacts is this one.
TEST(Comparison, OfACompleteNetworkIsLikeAllOfItsSize) {
    const auto compared = comparison_of({complete(), know, {}});
    ASSERT_EQ(compared.chance.size(), 4u);
    EXPECT_EQ(compared.chance[0].value, 1);
    EXPECT_EQ(compared.chance[0].low, 1);
    EXPECT_EQ(compared.chance[0].percentile, .5);
    EXPECT_DOUBLE_EQ(*compared.peers.value, 9);
}

TEST(Comparison, SaysNothingOfPersonsBelowFullResponse) {
    auto members = six;
    members[4].answered = members[5].answered = false;
    const auto compared = comparison_of({wave_of(members, tail), know, {}});
    EXPECT_EQ(compared.level, ReportLevel::directional);
    for (const auto& each : compared.chance) EXPECT_NE(each.id, "centralization_betweenness");
    members[3].answered = false;
    EXPECT_THAT(comparison_of({wave_of(members, tail), know, {}}).chance, IsEmpty());
}

}  // namespace
}  // namespace konbit::stories
