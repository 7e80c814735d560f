// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/pilot_store.hpp"

#include "features/networks/network_service.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::surveys {
namespace {

class PilotStore : public testing::SurveyTest {
  protected:
    Result<Wave> try_pilot(const Wave& draft, std::vector<WaveMemberId> asked) {
        const auto id = new_id<WaveId>();
        EXPECT_TRUE(sealed::make_wave_key(app().keys, id));
        KONBIT_TRY(const Pilot pilot, checked(Pilot{std::move(asked)}));
        return db().write([&](db::Session& session) {
            return insert_pilot(session, facilitator(draft), id, pilot, instrument(true), clock().now());
        });
    }
    std::int64_t count(std::string_view table) {
        return db().read([&](db::Session& session) {
            return session.value<std::int64_t>(fmt::format("SELECT count(*) FROM {}", table));
        });
    }
    static std::string reason_of(const auto& result) { return result ? "" : result.error().reason; }
};
KONBIT_ON_BOTH_DATABASES(PilotStore);

TEST_P(PilotStore, AsksTheChosenAboutEverybody) {
    const Wave draft = make_draft();
    const auto roster = members(draft);
    const Wave pilot = try_pilot(draft, {roster[1].id, roster[3].id}).value();
    EXPECT_EQ(pilot.state, WaveState::open);
    EXPECT_EQ(members(pilot).size(), 4u);
    const auto detail =
        db().read([&](db::Session& session) { return find_detail(session, facilitator(pilot)); });
    ASSERT_EQ(detail->members.size(), 2u);
    EXPECT_EQ(detail->members[0].label, "Member 1");
    EXPECT_EQ(detail->asked, 2);
}

TEST_P(PilotStore, AsksNobodyTwiceNorAStrangerNorMany) {
    const Wave draft = make_draft();
    const auto known = members(draft)[0].id;
    const auto mistake = [&](std::vector<WaveMemberId> asked) {
        return try_pilot(draft, std::move(asked)).error().fields.front();
    };
    EXPECT_EQ(mistake({}), (FieldError{"/members", "required"}));
    EXPECT_EQ(mistake({known, known}), (FieldError{"/members", "repeated"}));
    EXPECT_EQ(mistake({known, new_id<WaveMemberId>()}), (FieldError{"/members/1", "not_allowed"}));
    EXPECT_EQ(mistake(std::vector<WaveMemberId>(6)).code, "too_long");
    EXPECT_EQ(reason_of(try_pilot(make_open_wave(), {known})), "wave_not_draft");
}

TEST_P(PilotStore, CountsNowhereAndGoesWhenTheWaveOpens) {
    const Wave draft = make_draft();
    const Wave pilot = try_pilot(draft, {members(draft)[0].id}).value();
    const auto by = respondent(pilot, 0);
    ASSERT_TRUE(try_tap(pilot, by, QuestionKey::know, 1, {.value = 1, .device = "phone", .sequence = 1}));
    EXPECT_EQ(db().read([&](db::Session& session) { return list_waves(session, facilitator()); }).size(), 1u);
    EXPECT_EQ(reason_of(networks::report_of(app(), System::analyst(cluster_, pilot.id))), "wave");
    EXPECT_EQ(count("answers"), 1);
    write([&](db::Session& session) {
        return open_wave(session, facilitator(draft), instrument(true), clock().now());
    });
    EXPECT_EQ(count("waves"), 1);
    EXPECT_EQ(count("answers"), 0);
}

TEST_P(PilotStore, IsThrownAwayAtAnyTime) {
    const Wave draft = make_draft();
    const Wave pilot = try_pilot(draft, {members(draft)[0].id}).value();
    const auto by = respondent(pilot, 0);
    ASSERT_TRUE(try_tap(pilot, by, QuestionKey::know, 1, {.value = 1, .device = "phone", .sequence = 1}));
    EXPECT_TRUE(db().write(
        [&](db::Session& session) { return remove(session, pilot, facilitator(pilot), clock().now()); }));
    EXPECT_EQ(count("waves"), 1);
    EXPECT_EQ(count("answers"), 0);
}

}  // namespace
}  // namespace konbit::surveys
