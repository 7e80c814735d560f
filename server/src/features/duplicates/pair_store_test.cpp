// SPDX-License-Identifier: Apache-2.0
#include "features/duplicates/pair_store.hpp"

#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>

namespace konbit::duplicates {
namespace {

using ::testing::ElementsAre;

class DuplicatePairStore : public konbit::testing::AppTest {
  protected:
    DuplicatePairStore() { EXPECT_TRUE(load_reference(db(), {.now = clock().now()})); }

    OrganizationId add(const std::string& name, const std::string& country = "GD") {
        Organization organization;
        organization.name = name;
        organization.country_code = country;
        clock().advance(1);
        return db()
            .write([&](db::Session& s) {
                return organizations::insert(s, checked(organization, 2026).value(), by_, clock().now());
            })
            .value()
            .id;
    }

    DuplicatePairs pairs() {
        return db().read([&](db::Session& s) { return list_pairs(s, by_, "GD"); }).value();
    }

    DirectoryEditor by_ = System::directory_editor();
};
KONBIT_ON_BOTH_DATABASES(DuplicatePairStore);

// Of the four names two mean one firm; the same name in another country is another list's.
TEST_P(DuplicatePairStore, ShowsEachPairOnceWithReasons) {
    const auto first = add("Concord Valley Chocolate");
    const auto second = add("The Concord Valley Chocolate Co. Ltd");
    add("Belmont Estate");
    add("Concord Valley Chocolate", "DM");
    const auto found = pairs();
    ASSERT_EQ(found.count, 1);
    EXPECT_EQ(found.items[0].first.id, first);
    EXPECT_EQ(found.items[0].second.id, second);
    EXPECT_THAT(found.items[0].reasons, ElementsAre(Reason::same_name));
}

TEST_P(DuplicatePairStore, AsksNobodyTwiceAboutTwoThatAreTwo) {
    const auto first = add("Levera Moss"), second = add("Levera Moss Ltd");
    const auto apart = [&](const KnownApart& pair) {
        return db().write([&](db::Session& s) { return tell_apart(s, pair, by_, clock().now()); });
    };
    EXPECT_TRUE(apart({second, first}));
    EXPECT_TRUE(apart({first, second})) << "twice is once";
    EXPECT_EQ(pairs().count, 0);
    EXPECT_EQ(apart({first, first}).error().fields.front().code, "repeated");
}

}  // namespace
}  // namespace konbit::duplicates
