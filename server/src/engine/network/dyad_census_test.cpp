// SPDX-License-Identifier: Apache-2.0
#include "engine/network/dyad_census.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

namespace konbit::network {

// One pair names each other, one is unanswered, one of three has no tie.
TEST(DyadCensus, SortsPairsByTheirTies) {
    const DyadCensus dyads = dyad_census(shapes::directed(3, {{0, 1}, {1, 0}, {2, 0}}));
    EXPECT_EQ(dyads, (DyadCensus{1, 1, 1}));
    EXPECT_DOUBLE_EQ(reciprocity_edgewise(dyads).value(), 2.0 / 3);
    EXPECT_DOUBLE_EQ(reciprocity_dyadic_nonnull(dyads).value(), 0.5);
}

TEST(DyadCensus, HasNoReciprocityWithoutTies) {
    const DyadCensus dyads = dyad_census(shapes::directed(3, {}));
    EXPECT_EQ(dyads, (DyadCensus{0, 0, 3}));
    EXPECT_EQ(reciprocity_edgewise(dyads), std::nullopt);
    EXPECT_EQ(reciprocity_dyadic_nonnull(dyads), std::nullopt);
    EXPECT_EQ(dyad_census(Graph()), DyadCensus{});
}

}  // namespace konbit::network
