// SPDX-License-Identifier: Apache-2.0
#include "engine/network/contacts.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

namespace konbit::network {

TEST(Contacts, MergeBothDirections) {
    const Contacts contacts(shapes::directed(4, {{0, 2}, {2, 0}, {1, 0}, {0, 3}}));
    ASSERT_EQ(contacts.of(0).size(), 3U);
    EXPECT_EQ(contacts.of(0)[0].other, 1);
    EXPECT_EQ(contacts.of(0)[0].direction, Contacts::is_named);
    EXPECT_EQ(contacts.of(0)[1].weight(), 2);
    EXPECT_EQ(contacts.of(0)[2].direction, Contacts::names);
    EXPECT_EQ(contacts.of(3)[0].direction, Contacts::is_named);
}

TEST(Contacts, AreMutualWithoutDirection) {
    EXPECT_EQ(Contacts(shapes::path()).of(1)[0].weight(), 2);
    EXPECT_TRUE(Contacts(shapes::kite()).of(4).empty());
}

}  // namespace konbit::network
