// SPDX-License-Identifier: Apache-2.0
#include "engine/network/hubs.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace konbit::network {

// 0 names 2 and 3, 1 names 3. The authorities of {2, 3} solve [[1, 1], [1, 2]]: 3 is the golden ratio
// times 2.
TEST(HubsAndAuthorities, LiftEachOther) {
    const auto found = hubs_and_authorities(shapes::directed(4, {{0, 2}, {0, 3}, {1, 3}})).value();
    const double golden = (1 + std::sqrt(5)) / 2;
    EXPECT_NEAR(found.authority[3], 1, 1e-12);
    EXPECT_NEAR(found.authority[2], 1 / golden, 1e-12);
    EXPECT_NEAR(found.hub[0], 1, 1e-12);
    EXPECT_NEAR(found.hub[1], 1 / golden, 1e-12);
    EXPECT_EQ(found.hub[3], 0);
}

TEST(HubsAndAuthorities, AreUndefinedWithoutTies) {
    EXPECT_FALSE(hubs_and_authorities(shapes::directed(2, {})));
}

}  // namespace konbit::network
