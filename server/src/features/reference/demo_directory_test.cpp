// SPDX-License-Identifier: Apache-2.0
#include "features/reference/demo_directory.hpp"

#include "db/testing/fixture.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/reference/reference_loader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

Date day(int year, int month, int of_month) { return Date::of(year, month, of_month).value(); }

TEST(QuarterShift, MovesByWholeQuartersAndKeepsTheDayWhereThereIsOne) {
    const QuarterShift one = shift_to(day(2026, 10, 20), day(2027, 1, 5));
    EXPECT_EQ(one.quarters, 1);
    EXPECT_EQ(one(day(2026, 10, 20)), day(2027, 1, 20));
    EXPECT_EQ(one(day(2026, 11, 30)), day(2027, 2, 28));
    EXPECT_EQ(shift_to(day(2026, 10, 20), day(2026, 12, 31)).quarters, 0);
    EXPECT_EQ(shift_to(day(2026, 10, 20), day(2026, 9, 30)).quarters, -1);
}

class DemoDirectoryTest : public db::testing::OnBothDatabases {};
KONBIT_ON_BOTH_DATABASES(DemoDirectoryTest);

// Seven clusters: Windward with 28 members on its roster, and six peers that only say how many they are.
TEST_P(DemoDirectoryTest, LoadsTheStoryOnceHoweverOftenItIsAsked) {
    const Instant now = start_of(day(2027, 2, 1));
    ASSERT_TRUE(load_reference(db(), {.now = now}));
    const auto first = load_demo_directory(db(), now);
    ASSERT_TRUE(first) << first.error().reason;
    EXPECT_EQ(first->organizations.size(), 28U);
    EXPECT_EQ(first->memberships.size(), 28U);
    EXPECT_EQ(first->shift.quarters, 1);
    const auto second = load_demo_directory(db(), now);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->organizations, first->organizations);

    db().read([&](db::Session& session) {
        const auto windward =
            clusters::find(session, Viewer::anonymous(), "windward-cocoa-and-spice").value();
        EXPECT_EQ(windward.member_count, 28);
        EXPECT_TRUE(windward.is_demo);
        EXPECT_EQ(windward.last_confirmed_on, day(2026, 12, 30)) << "2026-09-30 and a quarter";
        const auto peer = clusters::find(session, Viewer::anonymous(), "toledo-cacao-and-visitors").value();
        EXPECT_EQ(peer.member_count, 9);
    });
}

TEST_P(DemoDirectoryTest, GivesContactsToTheFacilitatorOnly) {
    const Instant now = start_of(day(2026, 10, 20));
    ASSERT_TRUE(load_reference(db(), {.now = now}));
    const auto demo = load_demo_directory(db(), now).value();
    const ClusterId windward = demo.clusters.at("windward-cocoa-and-spice");
    db().read([&](db::Session& session) {
        const auto roster =
            memberships::list(session, System::facilitator(windward), PageRequest{{}, 200}).value();
        ASSERT_EQ(roster.items.size(), 28U);
        EXPECT_EQ(roster.items.front().label, "Anse La Raye Botanicals");
        EXPECT_EQ(roster.items.front().contact_email, "zelma@m16.example");
        const auto seen =
            memberships::list_profiles(session, Viewer::anonymous(), windward, PageRequest{{}, 200});
        EXPECT_EQ(seen->items.size(), 28U);
        EXPECT_EQ(seen->items.front().organization.slug, "anse-la-raye-botanicals");
    });
}

}  // namespace
}  // namespace konbit
