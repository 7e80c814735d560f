// SPDX-License-Identifier: Apache-2.0
#include "engine/network/structural_holes.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace konbit::network {

// Middle of a star of four: each contact has a quarter of its ties, 4 * (1/4)^2. A ray has one contact: 1.
TEST(Constraint, IsLowBetweenStrangers) {
    const auto values = constraint(shapes::star());
    EXPECT_DOUBLE_EQ(values[0], 0.25);
    EXPECT_DOUBLE_EQ(values[1], 1);
}

// Triangle: half direct and half of a half through the other, twice: 2 * (3/4)^2.
TEST(Constraint, IsHighAmongFriends) {
    const auto values = constraint(shapes::undirected(4, {{0, 1}, {1, 2}, {0, 2}}));
    EXPECT_DOUBLE_EQ(values[0], 2 * 0.75 * 0.75);
    EXPECT_TRUE(std::isnan(values[3]));
}

// Star: four contacts, nothing repeated. Triangle: each of two contacts is repeated by half.
TEST(EffectiveSize, CountsCirclesRatherThanContacts) {
    EXPECT_DOUBLE_EQ(effective_size(shapes::star())[0], 4);
    EXPECT_DOUBLE_EQ(effective_size(shapes::undirected(3, {{0, 1}, {1, 2}, {0, 2}}))[0], 1);
    EXPECT_TRUE(std::isnan(effective_size(shapes::kite())[4]));
}

// 0 <-> 1 weighs 2, 2 -> 0 weighs 1: shares 2/3 and 1/3, also seen from 0, who names nobody but 1.
TEST(Constraint, WeighsMutualTiesTwice) {
    const auto values = constraint(shapes::directed(3, {{0, 1}, {1, 0}, {2, 0}}));
    EXPECT_DOUBLE_EQ(values[0], 4.0 / 9 + 1.0 / 9);
}

}  // namespace konbit::network
