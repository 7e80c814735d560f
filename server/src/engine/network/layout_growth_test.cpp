// SPDX-License-Identifier: Apache-2.0
#include "engine/network/layout_growth.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace konbit::network {
namespace {

using Places = std::vector<std::optional<Point>>;

double distance(const Point& a, const Point& b) { return std::hypot(a.x - b.x, a.y - b.y); }

Places known(const std::vector<Point>& points, int newcomers) {
    Places places(points.begin(), points.end());
    places.resize(points.size() + static_cast<std::size_t>(newcomers));
    return places;
}

}  // namespace

TEST(GrownLayout, LeavesAnUnchangedNetworkWhereItWas) {
    const auto before = layout(shapes::barbell());
    const auto after = grown_layout(shapes::barbell(), known(before, 0));
    for (std::size_t node = 0; node < before.size(); ++node)
        EXPECT_LT(distance(before[node], after[node]), 0.05);
}

// A path 0-1-2-3 gets a fifth member beside its end and a sixth who knows nobody.
TEST(GrownLayout, PutsNewcomersBesideTheirContactsAndMovesTheOthersLittle) {
    const auto before = layout(shapes::path());
    const auto grown = shapes::undirected(6, {{0, 1}, {1, 2}, {2, 3}, {3, 4}});
    const auto after = grown_layout(grown, known(before, 2));
    for (std::size_t node = 0; node < before.size(); ++node)
        EXPECT_LT(distance(before[node], after[node]), 0.2);
    EXPECT_LT(distance(after[3], after[4]), 1.5);
    EXPECT_GT(distance(after[0], after[4]), 2.5);
    EXPECT_GE(after[5].y, std::max(after[0].y, after[3].y) + 0.5);
}

TEST(GrownLayout, PartsNewcomersWithEqualContacts) {
    const auto before = layout(shapes::path());
    const auto grown = shapes::undirected(7, {{0, 1}, {1, 2}, {2, 3}, {1, 4}, {1, 5}, {1, 6}});
    const auto after = grown_layout(grown, known(before, 3));
    for (int a = 4; a < 7; ++a)
        for (int b = a + 1; b < 7; ++b) EXPECT_GT(distance(after[a], after[b]), 0.3);
}

TEST(GrownLayout, IsALayoutWhereNobodyHadAPlace) {
    EXPECT_EQ(grown_layout(shapes::star(), Places(5)), layout(shapes::star()));
    EXPECT_TRUE(grown_layout(Graph(), {}).empty());
}

}  // namespace konbit::network
