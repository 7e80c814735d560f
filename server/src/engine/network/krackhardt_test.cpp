// SPDX-License-Identifier: Apache-2.0
#include "engine/network/krackhardt.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

namespace konbit::network {

// 0 leads 1 and 2, 1 leads 3: the chart of a small firm.
TEST(KrackhardtDimensions, AreOneInATree) {
    const auto found = krackhardt_dimensions(shapes::directed(4, {{0, 1}, {0, 2}, {1, 3}}));
    EXPECT_DOUBLE_EQ(found.connectedness.value(), 1);
    EXPECT_DOUBLE_EQ(found.hierarchy.value(), 1);
    EXPECT_DOUBLE_EQ(found.efficiency.value(), 1);
    EXPECT_DOUBLE_EQ(found.lubness.value(), 1);
    EXPECT_DOUBLE_EQ(found.lubness_closest.value(), 1);
}

// 3 and 4 are led by 1 and 2, neither of whom leads the other: one of the (5-1)(5-2)/2 = 6 possible
// violations.
TEST(KrackhardtDimensions, MissTheClosestSuperiorOfTwoWithTwo) {
    const auto found =
        krackhardt_dimensions(shapes::directed(5, {{0, 1}, {0, 2}, {1, 3}, {1, 4}, {2, 3}, {2, 4}}));
    EXPECT_DOUBLE_EQ(found.lubness_closest.value(), 1 - 1.0 / 6);
    EXPECT_DOUBLE_EQ(found.lubness.value(), 1);  // 0 is above both
    // Six ties, four of them needed, room for twelve more.
    EXPECT_DOUBLE_EQ(found.efficiency.value(), 1 - 2.0 / 16);
}

// 0, 1 and 2 reach each other, and 3 from below: three of six pairs go both ways.
TEST(KrackhardtDimensions, CountWaysBackAgainstHierarchy) {
    const auto found = krackhardt_dimensions(shapes::cycle_with_tail());
    EXPECT_DOUBLE_EQ(found.hierarchy.value(), 1 - 3.0 / 6);
}

TEST(KrackhardtDimensions, AreUndefinedWithoutTies) {
    const auto found = krackhardt_dimensions(shapes::directed(3, {}));
    EXPECT_DOUBLE_EQ(found.connectedness.value(), 0);
    EXPECT_FALSE(found.hierarchy);
    EXPECT_FALSE(found.efficiency);
    EXPECT_FALSE(found.lubness);
    EXPECT_FALSE(found.lubness_closest);
    EXPECT_FALSE(krackhardt_dimensions(shapes::directed(0, {})).connectedness);
}

}  // namespace konbit::network
