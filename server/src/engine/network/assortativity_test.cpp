// SPDX-License-Identifier: Apache-2.0
#include "engine/network/assortativity.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

namespace konbit::network {

// In a star every tie joins the highest degree with the lowest.
TEST(DegreeAssortativity, IsMinusOneInAStar) {
    EXPECT_DOUBLE_EQ(degree_assortativity(shapes::star()).value(), -1);
}

TEST(DegreeAssortativity, IsUndefinedWhereAllDegreesAreEqual) {
    EXPECT_FALSE(degree_assortativity(shapes::undirected(3, {{0, 1}, {1, 2}, {0, 2}})));
    EXPECT_FALSE(degree_assortativity(shapes::directed(2, {})));
}

// Path with groups 0 0 1 1: 4 of 6 ends inside; 3 ends in each group give chance 1/2. (2/3 - 1/2) / (1 - 1/2)
TEST(NominalAssortativity, TakesAwayChance) {
    const std::array groups{0, 0, 1, 1};
    EXPECT_NEAR(assortativity_nominal(shapes::path(), groups).value(), 1.0 / 3, 1e-12);
    const std::array same{0, 0, 0, 0};
    EXPECT_FALSE(assortativity_nominal(shapes::path(), same));
}

}  // namespace konbit::network
