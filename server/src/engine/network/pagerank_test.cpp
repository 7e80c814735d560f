// SPDX-License-Identifier: Apache-2.0
#include "engine/network/pagerank.hpp"

#include "engine/network/shapes_test.hpp"

#include <gmock/gmock.h>

using testing::DoubleNear;
using testing::Each;
using testing::IsEmpty;

namespace konbit::network {

// 0 names 1, who names nobody and so leads everywhere. With damping 1/2:
// x0 = 1/4 + x1/4, x1 = 1/4 + x0/2 + x1/4, x0 + x1 = 1: x0 = 0.4.
TEST(Pagerank, LetsDeadEndsLeadEverywhere) {
    const auto rank = pagerank(shapes::directed(2, {{0, 1}}), 0.5);
    EXPECT_NEAR(rank[0], 0.4, 1e-12);
    EXPECT_NEAR(rank[1], 0.6, 1e-12);
}

TEST(Pagerank, IsEqualAmongEquals) {
    EXPECT_THAT(pagerank(shapes::directed(3, {{0, 1}, {1, 2}, {2, 0}})), Each(DoubleNear(1.0 / 3, 1e-12)));
    EXPECT_THAT(pagerank(shapes::directed(4, {})), Each(DoubleNear(0.25, 1e-12)));
    EXPECT_THAT(pagerank(Graph()), IsEmpty());
}

}  // namespace konbit::network
