// SPDX-License-Identifier: Apache-2.0
#include "engine/network/transitivity.hpp"

#include "engine/network/shapes_test.hpp"

#include <gmock/gmock.h>

using testing::ElementsAre;

namespace konbit::network {

// One triangle closes three triples; 2 has three contacts, hence three triples, of which one is closed: 3 /
// (1 + 1 + 3).
TEST(Transitivity, IsTheShareOfClosedTriples) {
    EXPECT_DOUBLE_EQ(transitivity_global_undirected(shapes::kite()).value(), 3.0 / 5);
    EXPECT_THAT(clustering_local(shapes::kite()), ElementsAre(1, 1, 1.0 / 3, 0, 0));
}

TEST(Transitivity, DropsDirection) {
    EXPECT_DOUBLE_EQ(transitivity_global_undirected(shapes::cycle_with_tail()).value(), 3.0 / 5);
}

TEST(Transitivity, IsUndefinedWhereNobodyHasTwoContacts) {
    EXPECT_EQ(transitivity_global_undirected(shapes::undirected(4, {{0, 1}, {2, 3}})), std::nullopt);
    EXPECT_EQ(transitivity_global_undirected(Graph()), std::nullopt);
}

}  // namespace konbit::network
