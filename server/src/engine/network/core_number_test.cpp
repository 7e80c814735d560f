// SPDX-License-Identifier: Apache-2.0
#include "engine/network/core_number.hpp"

#include "engine/network/shapes_test.hpp"

#include <gmock/gmock.h>

using testing::ElementsAre;
using testing::IsEmpty;

namespace konbit::network {

TEST(CoreNumber, PeelsFromTheRim) {
    EXPECT_THAT(core_undirected(shapes::kite()), ElementsAre(2, 2, 2, 1, 0));
    EXPECT_THAT(core_undirected(shapes::star()), ElementsAre(1, 1, 1, 1, 1));
    EXPECT_THAT(core_undirected(Graph()), IsEmpty());
}

}  // namespace konbit::network
