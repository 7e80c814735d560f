// SPDX-License-Identifier: Apache-2.0
#include "core/id.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <thread>
#include <vector>

namespace konbit {
namespace {

using ThingId = Id<struct ThingTag>;

TEST(UuidV7, GrowsWithEveryCallOfOneThread) {
    std::vector<ThingId> ids(10'000);
    std::ranges::generate(ids, new_id<ThingId>);
    EXPECT_TRUE(std::ranges::is_sorted(ids));
    EXPECT_EQ(std::set(ids.begin(), ids.end()).size(), ids.size());
}

TEST(UuidV7, IsUniqueAcrossThreads) {
    std::vector<std::vector<ThingId>> made(4, std::vector<ThingId>(2'000));
    {
        std::vector<std::jthread> threads;
        for (auto& ids : made) threads.emplace_back([&ids] { std::ranges::generate(ids, new_id<ThingId>); });
    }
    std::set<ThingId> all;
    for (const auto& ids : made) all.insert(ids.begin(), ids.end());
    EXPECT_EQ(all.size(), 8'000U);
}

TEST(Uuid, CarriesItsVersionAndVariant) {
    const UuidText seven = new_uuid_v7();
    const UuidText four = new_uuid_v4();
    EXPECT_EQ(seven[14], '7');
    EXPECT_EQ(four[14], '4');
    EXPECT_NE(std::string_view("89ab").find(seven[19]), std::string_view::npos);
}

TEST(Uuid, IsReadInEitherCaseAndKeptInLower) {
    const auto id = ThingId::parse("0195F3A0-0000-7000-8000-00000000000A");
    ASSERT_TRUE(id);
    EXPECT_EQ(id->view(), "0195f3a0-0000-7000-8000-00000000000a");
    EXPECT_FALSE(ThingId::parse("0195f3a0-0000-7000-8000-00000000000"));
    EXPECT_FALSE(ThingId::parse("0195f3a0-0000-7000-8000-00000000000g"));
    EXPECT_FALSE(ThingId::parse("0195f3a000000-7000-8000-00000000000a"));
}

}  // namespace
}  // namespace konbit
