// SPDX-License-Identifier: Apache-2.0
#include "engine/network/density.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

namespace konbit::network {

// 4 of 12 ordered pairs; 3 of 6 pairs.
TEST(Density, IsTheShareOfPossibleTies) {
    EXPECT_DOUBLE_EQ(density(shapes::cycle_with_tail()).value(), 4.0 / 12);
    EXPECT_DOUBLE_EQ(density(shapes::path()).value(), 0.5);
}

TEST(Density, IsUndefinedForFewerThanTwo) {
    EXPECT_EQ(density(shapes::directed(1, {})), std::nullopt);
    EXPECT_EQ(density(Graph()), std::nullopt);
    EXPECT_DOUBLE_EQ(density(shapes::directed(2, {})).value(), 0);
}

// 4 ties given by 4 actors; 3 ties with 6 ends at 4 actors.
TEST(MeanDegree, CountsTiesPerActor) {
    EXPECT_DOUBLE_EQ(mean_degree(shapes::cycle_with_tail()).value(), 1);
    EXPECT_DOUBLE_EQ(mean_degree(shapes::path()).value(), 1.5);
    EXPECT_EQ(mean_degree(Graph()), std::nullopt);
}

}  // namespace konbit::network
