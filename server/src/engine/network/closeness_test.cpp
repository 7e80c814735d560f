// SPDX-License-Identifier: Apache-2.0
#include "engine/network/closeness.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace konbit::network {

// On the path 0 - 1 - 2 - 3 the end reaches three others in 1 + 2 + 3 steps.
TEST(Closeness, OfAPathIsHighestInTheMiddle) {
    const auto sums = distance_sums(shapes::path(), Toward::others);
    EXPECT_DOUBLE_EQ(closeness_freeman(sums)[0], 3.0 / 6);
    EXPECT_DOUBLE_EQ(closeness_freeman(sums)[1], 3.0 / 4);
    EXPECT_DOUBLE_EQ(closeness_harmonic(sums)[0], (1 + 1.0 / 2 + 1.0 / 3) / 3);
    EXPECT_DOUBLE_EQ(sums.mean().value(), (6 + 4 + 4 + 6) / 12.0);
    EXPECT_EQ(sums.longest, 3);
}

// In the kite with an actor apart, 3 reaches three of four others in 1 + 2 + 2 steps.
TEST(Closeness, DiffersInWhatTheUnreachableCount) {
    const auto sums = distance_sums(shapes::kite(), Toward::others);
    EXPECT_DOUBLE_EQ(closeness_reachable_only(sums)[3], 3.0 / 5);
    EXPECT_DOUBLE_EQ(closeness_improved(sums)[3], 3.0 / 4 * 3 / 5);
    EXPECT_DOUBLE_EQ(closeness_freeman(sums)[3], 0);
    EXPECT_TRUE(std::isnan(closeness_reachable_only(sums)[4]));
    EXPECT_DOUBLE_EQ(closeness_improved(sums)[4], 0);
}

// 0 -> 1 -> 2 -> 0 and 2 -> 3: nobody is reached from 3, and everybody reaches it.
TEST(Closeness, FollowsTiesEitherWay) {
    const Graph graph = shapes::cycle_with_tail();
    EXPECT_DOUBLE_EQ(distance_sums(graph, Toward::others).reached[3], 0);
    EXPECT_DOUBLE_EQ(distance_sums(graph, Toward::self).steps[3], 1 + 2 + 3);
    EXPECT_DOUBLE_EQ(reach_2(distance_sums(graph, Toward::self))[3], 2.0 / 3);
}

}  // namespace konbit::network
