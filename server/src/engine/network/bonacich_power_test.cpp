// SPDX-License-Identifier: Apache-2.0
#include "engine/network/bonacich_power.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace konbit::network {

// A star of four rays, eigenvalue 2: middle = 4 + 1/4 * 4 * ray, ray = 1 + 1/4 * middle: 20/3 and 8/3. Their
// squares add up to 656/9, to be scaled to 5.
TEST(BonacichPower, AddsToDegreeAShareOfWhatContactsHave) {
    const auto power = bonacich_power(shapes::star(), 2);
    const double factor = std::sqrt(5.0 * 9 / 656);
    EXPECT_NEAR(power[0], 20.0 / 3 * factor, 1e-12);
    EXPECT_NEAR(power[4], 8.0 / 3 * factor, 1e-12);
}

TEST(BonacichPower, IsNoughtForIsolatesAndDropsDirection) {
    const auto power = bonacich_power(shapes::directed(3, {{0, 1}}), 1);
    EXPECT_NEAR(power[0], power[1], 1e-12);
    EXPECT_EQ(power[2], 0);
}

}  // namespace konbit::network
