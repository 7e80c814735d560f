// SPDX-License-Identifier: Apache-2.0
#include "features/statements/competition.hpp"

#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/testing/test_app.hpp"

#include <gtest/gtest.h>

namespace konbit {
namespace {

class Competition : public konbit::testing::AppTest {
  protected:
    Competition() {
        const Instant now = clock().now();
        EXPECT_TRUE(load_reference(db(), {.now = now}));
        Cluster cluster;
        cluster.name = "Windward";
        cluster.country_code = "GD";
        cluster_ = db().write([&](db::Session& session) {
                           return clusters::insert(session, checked(cluster).value(),
                                                   System::directory_editor(), now);
                       })
                       .value()
                       .id;
    }

    /// Another member each time, unless one is named.
    MembershipId say(std::optional<bool> competes, MembershipId member = new_id<MembershipId>()) {
        const auto by = System::statement_reader(member, cluster_);
        (void)db().write([&](db::Session& session) -> Result<void> {
            competition::state(session, key(), competes, by);
            return {};
        });
        return member;
    }

    competition::CompetitionSum sum() {
        return db().read(
            [&](db::Session& session) { return competition::sum(session, System::facilitator(cluster_)); });
    }

    crypto::Key key() { return app().keys.derive(competition::competition_purpose); }

    ClusterId cluster_;
};
KONBIT_ON_BOTH_DATABASES(Competition);

// Three of six say yes: enough on either side.
TEST_P(Competition, IsSummedOnceEnoughMembersSaidSo) {
    for (const bool competes : {true, true, true, false, false}) say(competes);
    EXPECT_TRUE(sum().is_hidden);
    say(false);
    EXPECT_EQ(sum().stated, 6);
    EXPECT_EQ(sum().competing, 3);
}

// Four yes and two no: two could be told by subtraction.
TEST_P(Competition, StaysHiddenWhileFewAreOnOneSide) {
    for (const bool competes : {true, true, true, true, false, false}) say(competes);
    EXPECT_TRUE(sum().is_hidden);
    EXPECT_FALSE(sum().stated);
}

// The seventh says yes, and an accomplice gives and takes back its own as often as it likes: the facilitator
// would read what the seventh said.
TEST_P(Competition, ShowsTheSameSumHoweverOftenOneMemberChangesItsMind) {
    for (const bool competes : {true, true, true, false, false, false}) say(competes);
    say(true);
    const auto accomplice = say(true);
    for (const auto said : {std::optional(false), std::optional(true), std::optional<bool>()})
        say(said, accomplice);
    EXPECT_EQ(sum().stated, 6);
    EXPECT_EQ(sum().competing, 3);
}

// What two sums differ by is a sum as well: three more on one side only would be known, one by one.
TEST_P(Competition, IsTakenAnewOnceThreeMoreSaidSoOnEitherSide) {
    for (const bool competes : {true, true, true, false, false, false}) say(competes);
    for (const bool competes : {true, true, true, false, false}) say(competes);
    EXPECT_EQ(sum().stated, 6);
    say(false);
    EXPECT_EQ(sum().stated, 12);
    EXPECT_EQ(sum().competing, 6);
}

TEST_P(Competition, LeavesNothingReadableInTheDatabase) {
    const MembershipId member = say(true);
    const auto giver = db().read([&](db::Session& session) {
        return session.value<std::string>("SELECT giver FROM competition_flags");
    });
    EXPECT_EQ(giver.find(member.view()), std::string::npos);
    const auto sizes = db().read([&](db::Session& session) {
        return session.value<std::int64_t>(
            "SELECT count(DISTINCT length(ciphertext)) FROM competition_flags");
    });
    EXPECT_EQ(sizes, 1);
}

}  // namespace
}  // namespace konbit
