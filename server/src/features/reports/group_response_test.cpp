// SPDX-License-Identifier: Apache-2.0
#include "features/reports/group_response.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::reports {
namespace {

std::vector<std::optional<int>> shown(std::vector<GroupResponse> groups) {
    std::vector<std::optional<int>> answered;
    for (const auto& group : protected_response(std::move(groups))) answered.push_back(group.answered);
    return answered;
}

TEST(GroupResponse, IsShownOfLargeGroupsThatAreNotOfOneMind) {
    EXPECT_THAT(shown({{"GD", 10, 7}, {"LC", 9, 5}}), testing::ElementsAre(7, 5));
}

// 7 + 5 + 2 of all: withheld alone, 2 of 3 would follow from the total. The next smallest goes along.
TEST(GroupResponse, TakesAnotherGroupAlongSoThatTheTotalDoesNotTell) {
    EXPECT_THAT(shown({{"GD", 10, 7}, {"LC", 9, 5}, {"VC", 3, 2}}),
                testing::ElementsAre(7, std::nullopt, std::nullopt));
}

// Nobody of three and nobody of four: their sum of zero would tell of all seven. With 5 of 9 each can be 0
// to 3.
TEST(GroupResponse, WidensUntilNoSumTells) {
    EXPECT_THAT(shown({{"GD", 10, 7}, {"LC", 9, 5}, {"VC", 3, 0}, {"DM", 4, 0}}),
                testing::ElementsAre(7, std::nullopt, std::nullopt, std::nullopt));
}

TEST(GroupResponse, WithholdsGroupsOfWhichAllAnswered) {
    EXPECT_THAT(shown({{"GD", 10, 10}, {"LC", 9, 5}}), testing::Each(std::nullopt));
}

TEST(GroupResponse, OfOneGroupIsTheTotal) { EXPECT_THAT(shown({{"GD", 20, 12}}), testing::ElementsAre(12)); }

/// Whatever the groups are, no withheld number follows from the others and the total: all that add up to it
/// are tried.
TEST(GroupResponse, LeavesEachWithheldNumberAtLeastTwoValues) {
    for (int a = 0; a <= 6; ++a)
        for (int b = 0; b <= 5; ++b)
            for (int c = 0; c <= 3; ++c) {
                const auto answered = shown({{"a", 6, a}, {"b", 5, b}, {"c", 3, c}});
                const std::vector asked{6, 5, 3}, said{a, b, c};
                int rest = 0, hidden = 0;
                for (std::size_t i = 0; i < 3; ++i)
                    if (!answered[i]) rest += said[i], hidden += asked[i];
                const bool is_all = a + b + c == 0 || a + b + c == 14;  // then the total alone tells
                for (std::size_t i = 0; i < 3; ++i) {
                    if (answered[i] || is_all) continue;
                    const int least = std::max(0, rest - (hidden - asked[i]));
                    EXPECT_GT(std::min(asked[i], rest), least) << a << b << c << " group " << i;
                }
            }
}

}  // namespace
}  // namespace konbit::reports
