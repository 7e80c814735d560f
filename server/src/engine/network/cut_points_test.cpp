// SPDX-License-Identifier: Apache-2.0
#include "engine/network/cut_points.hpp"

#include "engine/network/shapes_test.hpp"

#include <gmock/gmock.h>

using testing::ElementsAre;
using testing::IsEmpty;

namespace konbit::network {

TEST(CutPoints, AreWhereANetworkBreaks) {
    const CutPoints kite = cut_points(shapes::kite());
    EXPECT_THAT(kite.articulation_points, ElementsAre(2));
    EXPECT_THAT(kite.bridges, ElementsAre(Edge{2, 3}));
    EXPECT_THAT(cut_points(shapes::barbell()).articulation_points, ElementsAre(2, 3));
    EXPECT_THAT(cut_points(shapes::star()).articulation_points, ElementsAre(0));
}

TEST(CutPoints, DoNotExistOnACircle) {
    const CutPoints found = cut_points(shapes::undirected(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}}));
    EXPECT_THAT(found.articulation_points, IsEmpty());
    EXPECT_THAT(found.bridges, IsEmpty());
    EXPECT_THAT(cut_points(Graph()).bridges, IsEmpty());
}

TEST(Departure, NamesThoseWhoAreCutOff) {
    const Departure departure = departure_of(shapes::kite(), 2);
    EXPECT_EQ(departure.components_before, 2);
    EXPECT_EQ(departure.components_after, 3);
    EXPECT_THAT(departure.cut_off, ElementsAre(3));
    EXPECT_THAT(departure_of(shapes::kite(), 4).cut_off, IsEmpty());
    EXPECT_EQ(departure_of(shapes::kite(), 4).components_after, 1);
}

}  // namespace konbit::network
