// SPDX-License-Identifier: Apache-2.0
#include "engine/network/communities.hpp"

#include "engine/network/shapes_test.hpp"

#include <gmock/gmock.h>

#include <array>

using testing::ElementsAre;

namespace konbit::network {

// 6 of 7 ties inside, each side half of the ends: 6/7 - 2 * (1/2)^2.
TEST(Communities, FindTheTwoTriangles) {
    const Communities found = communities(shapes::barbell());
    EXPECT_EQ(found.count, 2);
    EXPECT_THAT(found.of, ElementsAre(0, 0, 0, 1, 1, 1));
    EXPECT_DOUBLE_EQ(found.modularity.value(), 6.0 / 7 - 0.5);
    EXPECT_DOUBLE_EQ(found.stability.value(), 1);
}

TEST(Communities, LeaveTheLonelyAlone) {
    const Communities found = communities(shapes::undirected(4, {{1, 3}}));
    EXPECT_THAT(found.of, ElementsAre(1, 0, 2, 0));
    EXPECT_EQ(found.count, 3);
}

TEST(Communities, HaveNoModularityWithoutTies) {
    const Communities found = communities(shapes::undirected(2, {}));
    EXPECT_EQ(found.count, 2);
    EXPECT_EQ(found.modularity, std::nullopt);
    EXPECT_EQ(found.stability, std::nullopt);
    EXPECT_EQ(communities(Graph()).count, 0);
}

TEST(Communities, AreTheSameEveryTime) {
    EXPECT_EQ(communities(shapes::barbell(), {.searches = 3}).of,
              communities(shapes::barbell(), {.searches = 3}).of);
    EXPECT_EQ(communities(shapes::barbell(), {.searches = 1}).stability, std::nullopt);
}

// Everybody in one group expects all ties inside: 1 - 1.
TEST(Modularity, IsZeroForOneGroup) {
    EXPECT_DOUBLE_EQ(modularity(shapes::path(), std::array{0, 0, 0, 0}).value(), 0);
}

// {0,1}{2,3} against {0,1,2}{3}: 1 pair together in both, 2 and 3 of 6 together; (1 - 1) / (2.5 - 1).
TEST(AdjustedRandIndex, IsZeroByChanceAndOneForEquals) {
    EXPECT_DOUBLE_EQ(adjusted_rand_index(std::array{0, 0, 1, 1}, std::array{0, 0, 0, 1}), 0);
    EXPECT_DOUBLE_EQ(adjusted_rand_index(std::array{0, 0, 1, 1}, std::array{5, 5, 2, 2}), 1);
    EXPECT_DOUBLE_EQ(adjusted_rand_index({}, {}), 1);
}

}  // namespace konbit::network
