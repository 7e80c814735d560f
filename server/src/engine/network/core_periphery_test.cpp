// SPDX-License-Identifier: Apache-2.0
#include "engine/network/core_periphery.hpp"

#include "engine/network/random_graph.hpp"
#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace konbit::network {

TEST(CorePeriphery, IsPerfectInAStar) {
    const auto found = core_periphery(shapes::star()).value();
    EXPECT_DOUBLE_EQ(found.fit, 1);
    EXPECT_EQ(found.core, std::vector{0});
    EXPECT_TRUE(found.is_exact);
}

// Path 0 - 1 - 2 - 3 with the core {1, 2}: the ideal has 5 of 6 pairs, the path 3 of these 5.
// (6 * 3 - 3 * 5) / sqrt(3 * 3 * 5 * 1)
TEST(CorePeriphery, CorrelatesTiesWithTheIdeal) {
    EXPECT_NEAR(core_periphery(shapes::path())->fit, 3 / std::sqrt(45.0), 1e-12);
}

TEST(CorePeriphery, IsUndefinedWhereAllPairsAreAlike) {
    EXPECT_FALSE(core_periphery(shapes::directed(4, {})));
    EXPECT_FALSE(core_periphery(shapes::undirected(3, {{0, 1}, {1, 2}, {0, 2}})));
    EXPECT_FALSE(core_periphery(shapes::directed(0, {})));
}

TEST(CorePeriphery, SearchFindsWhatTryingAllFinds) {
    for (int seed = 0; seed < 20; ++seed) {
        Random random(seed);
        const Graph small = random_graph(14, 40, Direction::directed, random);
        const CorePeriphery all = core_periphery(small).value();
        EXPECT_NEAR(core_periphery_search(small, {}).value().fit, all.fit, 1e-12) << seed;
    }
}

TEST(CorePeriphery, OfLargeNetworksIsSearched) {
    Random random(7);
    EXPECT_FALSE(core_periphery(random_graph(60, 300, Direction::directed, random))->is_exact);
}

}  // namespace konbit::network
