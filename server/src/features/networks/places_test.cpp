// SPDX-License-Identifier: Apache-2.0
#include "features/networks/places.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace konbit::networks {
namespace {

/// Two circles of four, tied by 0-4; every tie is of the first wave.
LayoutData first_wave() {
    LayoutData layout{.actor_count = 8};
    for (const int start : {0, 4})
        for (int i = 0; i < 4; ++i) layout.ties.push_back({start + i, start + (i + 1) % 4});
    layout.ties.push_back({0, 4});
    layout.actor_waves.assign(8, 0);
    layout.tie_waves.assign(layout.ties.size(), 0);
    return layout;
}

double distance(const network::Point& a, const network::Point& b) { return std::hypot(a.x - b.x, a.y - b.y); }

TEST(PlacesOfMembers, FillTheSquareInTheMiddle) {
    const auto points = places_of(first_wave());
    double right = 0;
    for (const auto& [x, y] : points) {
        EXPECT_LE(std::abs(x), 1 + 1e-9);
        EXPECT_LE(std::abs(y), 1 + 1e-9);
        right = std::max(right, x);
    }
    EXPECT_NEAR(right, 1, 1e-9);
}

// A second wave adds member 8, who names 0, and a tie across the circles.
TEST(PlacesOfMembers, HardlyChangeWhenSomebodyJoins) {
    LayoutData grown = first_wave();
    const auto before = places_of(grown);
    grown.actor_count = 9;
    grown.actor_waves.push_back(1);
    grown.ties.insert(grown.ties.end(), {{8, 0}, {1, 5}});
    grown.tie_waves.insert(grown.tie_waves.end(), {1, 1});
    const auto after = places_of(grown);
    for (std::size_t actor = 0; actor < before.size(); ++actor)
        EXPECT_LT(distance(before[actor], after[actor]), 0.2) << actor;
    EXPECT_LT(distance(after[8], after[0]), distance(after[8], after[6]));
}

// Alone in the first wave, 8 has found 2 in the second.
TEST(PlacesOfMembers, BringTheLonelyToTheirContacts) {
    LayoutData layout = first_wave();
    layout.actor_count = 9;
    layout.actor_waves.push_back(0);
    const auto before = places_of(layout);
    layout.ties.push_back({8, 2});
    layout.tie_waves.push_back(1);
    const auto after = places_of(layout);
    EXPECT_LT(distance(after[8], after[2]), distance(before[8], before[2]));
}

TEST(PlacesOfMembers, AreNoneForNobody) { EXPECT_TRUE(places_of({}).empty()); }

}  // namespace
}  // namespace konbit::networks
