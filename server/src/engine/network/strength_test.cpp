// SPDX-License-Identifier: Apache-2.0
#include "engine/network/strength.hpp"

#include <gtest/gtest.h>

#include <array>

namespace konbit::network {

// a -> b weighs 2 (given again with 5: the larger counts), b -> a 1, a -> c 3; the loop counts nothing.
constexpr std::array ties{WeightedTie{0, 1, 2}, WeightedTie{0, 1, 5}, WeightedTie{1, 0, 1},
                          WeightedTie{0, 2, 3}, WeightedTie{2, 2, 9}};

TEST(Strengths, SumWeightsByDirection) {
    const Strengths found = strengths(4, ties, Direction::directed);
    EXPECT_EQ(found.out, (std::vector<double>{8, 1, 0, 0}));
    EXPECT_EQ(found.in, (std::vector<double>{1, 5, 3, 0}));
}

TEST(Strengths, CountAPairOnceWithoutDirection) {
    const Strengths found = strengths(4, ties, Direction::undirected);
    EXPECT_EQ(found.out, (std::vector<double>{8, 5, 3, 0}));
    EXPECT_EQ(found.in, found.out);
}

}  // namespace konbit::network
