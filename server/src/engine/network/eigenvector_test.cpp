// SPDX-License-Identifier: Apache-2.0
#include "engine/network/eigenvector.hpp"

#include "engine/network/shapes_test.hpp"

#include <gmock/gmock.h>

#include <cmath>

using testing::DoubleNear;
using testing::ElementsAre;

namespace konbit::network {

// A star of four rays: the middle's value is the eigenvalue, sqrt(4), times a ray's. Two-colored: A alone
// would swing.
TEST(Eigenvector, SettlesOnATwoColoredNetwork) {
    const auto found = eigenvector_undirected_maxnorm(shapes::star()).value();
    EXPECT_NEAR(found.eigenvalue, 2, 1e-9);
    const auto half = DoubleNear(0.5, 1e-9);
    EXPECT_THAT(found.value, ElementsAre(DoubleNear(1, 1e-9), half, half, half, half));
}

// A triangle (eigenvalue 2) and a pair (eigenvalue 1).
TEST(Eigenvector, IsZeroOutsideTheLeadingComponent) {
    const auto found =
        eigenvector_undirected_maxnorm(shapes::undirected(5, {{0, 1}, {2, 3}, {3, 4}, {2, 4}})).value();
    EXPECT_EQ(found.value[0], 0);
    EXPECT_NEAR(found.value[2], 1, 1e-9);
}

TEST(Eigenvector, IsUndefinedWithoutTies) {
    EXPECT_FALSE(eigenvector_undirected_maxnorm(shapes::undirected(3, {})));
    EXPECT_FALSE(eigenvector_undirected_maxnorm(Graph()));
}

}  // namespace konbit::network
