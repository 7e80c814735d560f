// SPDX-License-Identifier: Apache-2.0
#include "engine/random.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace konbit {

// The first numbers that the published splitmix64 gives for the seed 1234567.
TEST(Random, IsSplitmix64) {
    Random random(1234567);
    EXPECT_EQ(random.bits(), 6457827717110365317U);
    EXPECT_EQ(random.bits(), 3203168211198807973U);
}

TEST(Random, StaysInItsRange) {
    Random random(1);
    for (int i = 0; i < 1000; ++i) {
        const double unit = random.unit();
        EXPECT_TRUE(unit >= 0 && unit < 1);
        const int below = random.below(3);
        EXPECT_TRUE(below >= 0 && below < 3);
    }
}

TEST(Random, ShufflesWithoutLoss) {
    std::array items{1, 2, 3, 4, 5};
    Random(3).shuffle(std::span<int>(items));
    EXPECT_TRUE(std::ranges::is_permutation(items, std::array{1, 2, 3, 4, 5}));
}

}  // namespace konbit
