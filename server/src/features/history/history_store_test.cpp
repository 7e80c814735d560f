// SPDX-License-Identifier: Apache-2.0
#include "db/columns.hpp"
#include "db/testing/fixture.hpp"
#include "features/history/history.hpp"
#include "features/organizations/organization.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using testing::IsEmpty;

constexpr Instant noon{1'792'497'600'000};
const history::Author nobody{std::nullopt, noon};

class History : public db::testing::OnBothDatabases {
  protected:
    Organization kitchen() const {
        Organization organization;
        organization.id = kitchen_;
        organization.name = "Spice Kitchen";
        organization.country_code = "GD";
        organization.sort_key = "never sent";
        return organization;
    }

    /// The one change that writing `before` and `after` down leaves.
    std::vector<Change> recorded(const std::optional<Organization>& before,
                                 const std::optional<Organization>& after,
                                 const history::Author& author = nobody) {
        db().write([&](db::Session& session) {
            history::record(session, history::Kind::organization, kitchen_, before, after, author);
        });
        return changes();
    }

    std::vector<Change> changes() {
        return db().read([&](db::Session& session) {
            return session.query<Change>("SELECT " + db::columns<Change>() + " FROM changes ORDER BY id");
        });
    }

    OrganizationId kitchen_ = new_id<OrganizationId>();
};
KONBIT_ON_BOTH_DATABASES(History);

TEST_P(History, KeepsOfAChangeTheFieldsThatDiffer) {
    Organization after = kitchen();
    after.name = "Victoria Spice Kitchen";
    after.founded_year = 1998;
    after.version = 2;
    after.updated_at = noon;
    after.sort_key = "another";
    const auto all = recorded(kitchen(), after);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].action, ChangeAction::updated);
    EXPECT_EQ(all[0].before, R"({"name":"Spice Kitchen","founded_year":null})");
    EXPECT_EQ(all[0].after, R"({"name":"Victoria Spice Kitchen","founded_year":1998})");
    EXPECT_EQ(all[0].version, 2);
    EXPECT_EQ(all[0].changed_at, noon);
}

TEST_P(History, WritesNothingWhenNothingChanged) {
    Organization touched = kitchen();
    touched.version = 2;
    EXPECT_THAT(recorded(kitchen(), touched), IsEmpty());
}

TEST_P(History, KeepsARemovedRecordWholeAndSaysWhereItStood) {
    Organization gone = kitchen();
    gone.visibility = Visibility::national;
    const auto all = recorded(gone, std::nullopt);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].action, ChangeAction::removed);
    EXPECT_EQ(all[0].country_code, "GD");
    EXPECT_EQ(all[0].visibility, "national");
    EXPECT_EQ(all[0].after, std::nullopt);
    EXPECT_THAT(*all[0].before, testing::HasSubstr(R"("name":"Spice Kitchen")"));
    EXPECT_THAT(*all[0].before, testing::Not(testing::HasSubstr("never sent")));
}

TEST_P(History, TellsTheBatchAndWhatWasTakenBack) {
    const auto batch = new_id<BatchId>();
    const auto made = recorded(std::nullopt, kitchen(), {std::nullopt, {noon, {.batch = batch}}});
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].action, ChangeAction::created);
    EXPECT_EQ(made[0].batch_id, batch);
    const auto all = recorded(kitchen(), std::nullopt, {std::nullopt, {noon, {.reverts = made[0].id}}});
    EXPECT_EQ(all.back().reverts_id, made[0].id);
}

TEST_P(History, ForgetsAFieldOrAllOfARecordAndKeepsThatItChanged) {
    Organization after = kitchen();
    after.name = "Another";
    after.website = "https://person.example";
    recorded(kitchen(), after);
    db().write([&](db::Session& session) {
        history::forget(session, history::Kind::organization, kitchen_.view(), {"website"});
    });
    EXPECT_EQ(changes()[0].after, R"({"name":"Another"})");
    db().write([&](db::Session& session) {
        history::forget(session, history::Kind::organization, kitchen_.view());
    });
    ASSERT_EQ(changes().size(), 1U);
    EXPECT_EQ(changes()[0].before, std::nullopt);
    EXPECT_EQ(changes()[0].after, std::nullopt);
}

}  // namespace
}  // namespace konbit
