// SPDX-License-Identifier: Apache-2.0
#include "engine/network/layout.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace konbit::network {
namespace {

double distance(const Point& a, const Point& b) { return std::hypot(a.x - b.x, a.y - b.y); }

}  // namespace

// A path fits a line exactly.
TEST(Layout, KeepsStepsWhereAPlaneAllows) {
    const auto points = layout(shapes::path());
    EXPECT_NEAR(distance(points[0], points[3]), 3, 0.05);
    EXPECT_NEAR(distance(points[0], points[1]), 1, 0.05);
    EXPECT_NEAR(normalized_stress(shapes::path(), points), 0, 1e-3);
}

TEST(Layout, GivesTheSamePictureEveryTime) {
    EXPECT_EQ(layout(shapes::barbell()), layout(shapes::barbell()));
}

TEST(Layout, StandsPartsBesideEachOtherAndTheLonelyBelow) {
    const auto points = layout(shapes::undirected(7, {{0, 1}, {1, 2}, {0, 2}, {3, 4}}));
    const double bottom = std::max({points[0].y, points[1].y, points[2].y, points[3].y, points[4].y});
    EXPECT_GE(points[5].y, bottom + 1 - 1e-9);
    EXPECT_DOUBLE_EQ(points[5].y, points[6].y);
    EXPECT_NEAR(distance(points[5], points[6]), 1, 1e-9);
    for (std::size_t a = 0; a < points.size(); ++a)
        for (std::size_t b = a + 1; b < points.size(); ++b) EXPECT_GT(distance(points[a], points[b]), 0.5);
}

TEST(Layout, PutsActorsWithEqualContactsApart) {
    const auto points = layout(shapes::star());
    for (int a = 1; a < 5; ++a)
        for (int b = a + 1; b < 5; ++b) EXPECT_GT(distance(points[a], points[b]), 0.5);
}

TEST(Layout, DrawsNobodyAndOne) {
    EXPECT_TRUE(layout(Graph()).empty());
    EXPECT_EQ(layout(shapes::undirected(1, {}))[0], (Point{0, 0}));
    EXPECT_DOUBLE_EQ(normalized_stress(shapes::undirected(1, {}), layout(shapes::undirected(1, {}))), 0);
}

}  // namespace konbit::network
