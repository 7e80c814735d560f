// SPDX-License-Identifier: Apache-2.0
#include "features/reminders/reminder_store.hpp"

#include "db/check_schema.hpp"
#include "features/mail/outbox.hpp"
#include "features/reminders/reminder_desk.hpp"
#include "features/reminders/reminder_job.hpp"
#include "features/reminders/reminder_mail.hpp"
#include "features/surveys/testing/survey_test.hpp"
#include "json/writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::reminders {
namespace {

using ::testing::Not;
using ::testing::StartsWith;

/// Monday 2 November 2026, noon in Grenada. Texts show their keys: the catalog is empty.
class ReminderStore : public testing::SurveyTest {
  protected:
    void SetUp() override {
        SurveyTest::SetUp();
        go_to(2);
    }
    void go_to(int day) { clock().set(start_of(*Date::of(2026, 11, day)) + 16 * hour_ms); }

    void turn(const Wave& wave, ReminderState state) {
        write([&](db::Session& db) {
            ReminderPlan plan = find_plan(db, facilitator(wave));
            plan.state = state;
            return save_plan(db, facilitator(wave), plan);
        });
    }
    std::size_t sent() { return send_due(app()).value(); }
    ReminderDesk desk(const Wave& wave) {
        return db().read(
            [&](db::Session& db) { return desk_of(db, app().keys, facilitator(wave), clock().now()); });
    }
    std::vector<mail::Mail> mails() {
        std::vector<mail::Mail> all;
        for (const auto& each : db().read([](db::Session& db) { return mail::list_newest(db, 100); }))
            all.push_back(mail::opened(each, app().keys).value());
        return all;
    }
    void suspend(int begins, int ends) {
        write([&](db::Session& db) -> Result<void> {
            db.change(
                "INSERT INTO suspensions (id, country_code, reason, begins_at, ends_at)"
                " VALUES ($1, 'GD', 'hurricane', $2, $3)",
                new_id<SuspensionId>(), start_of(*Date::of(2026, 11, begins)),
                start_of(*Date::of(2026, 11, ends)));
            return {};
        });
    }
};
KONBIT_ON_BOTH_DATABASES(ReminderStore);

TEST_P(ReminderStore, FitsTheSchema) {
    const std::array mappings{db::mapping<ReminderPlan>("reminder_plans"),
                              db::mapping<Suspension>("suspensions")};
    EXPECT_THAT(db().read([&](db::Session& db) { return db::check_schema(db, mappings); }),
                ::testing::IsEmpty());
}

TEST_P(ReminderStore, SendNothingUnlessAsked) {
    const Wave wave = make_open_wave();
    EXPECT_EQ(sent(), 0u);
    EXPECT_EQ(desk(wave).plan.state, ReminderState::off);
}

TEST_P(ReminderStore, SendTheLinkThenOneMailAWeek) {
    const Wave wave = make_open_wave();
    turn(wave, ReminderState::on);
    EXPECT_EQ(sent(), 4u);
    EXPECT_EQ(sent(), 0u) << "the same twice";
    for (const int day : {3, 6, 7}) {
        go_to(day);
        EXPECT_EQ(sent(), 0u) << day;
    }
    go_to(9);
    EXPECT_EQ(sent(), 4u);
    EXPECT_TRUE(link(wave, 0).mailed_at == clock().now());
}

TEST_P(ReminderStore, PassOverWhoeverHasFinished) {
    const Wave wave = make_open_wave();
    turn(wave, ReminderState::on);
    sent();
    const Respondent by = respondent(wave, 1);
    write([&](db::Session& db) { return answers::decline(db, by, clock().now()); });
    go_to(9);
    EXPECT_EQ(sent(), 3u);
    EXPECT_EQ(desk(wave).lines.size(), 3u);
}

TEST_P(ReminderStore, WriteOneMailOfSeveralClustersInTheLanguageOfTheMember) {
    const Wave first = make_open_wave();
    const Wave second = make_open_wave(false);
    turn(first, ReminderState::on);
    turn(second, ReminderState::on);
    EXPECT_EQ(sent(), 4u);
    const auto all = mails();
    ASSERT_EQ(all.size(), 4u);
    EXPECT_EQ(all[0].language, "es");
    EXPECT_THAT(all[0].unsubscribe_url, StartsWith("https://konbit.example/unsubscribe/reminders/"));
}

TEST_P(ReminderStore, CountALinkThatWasMailedByHand) {
    const Wave wave = make_open_wave();
    turn(wave, ReminderState::on);
    const auto mailed = link(wave, 0).respondent_id;
    write([&](db::Session& db) -> Result<void> {
        links::note_mailed(db, facilitator(wave), mailed, clock().now() - day_ms);
        return {};
    });
    EXPECT_EQ(sent(), 3u);
}

TEST_P(ReminderStore, AreHeld) {
    const Wave wave = make_open_wave();
    turn(wave, ReminderState::held);
    EXPECT_EQ(sent(), 0u);
    turn(wave, ReminderState::on);
    EXPECT_EQ(sent(), 4u);
}

TEST_P(ReminderStore, EndForAnAddressInEveryWave) {
    const Wave first = make_open_wave();
    const Wave second = make_open_wave(false);
    turn(second, ReminderState::on);
    const auto respondent = link(first, 2).respondent_id;
    for (int twice = 0; twice < 2; ++twice)
        write([&](db::Session& db) -> Result<void> {
            stop(db, app().keys, respondent);
            return {};
        });
    EXPECT_EQ(sent(), 3u);
    EXPECT_EQ(desk(second).lines.back().standing, Standing::stopped);
    EXPECT_FALSE(may_stop(app(), respondent, "guessed"));
}

TEST_P(ReminderStore, KeepNothingOfAnErasedContact) {
    const Wave wave = make_open_wave();
    turn(wave, ReminderState::on);
    sent();
    const auto member = *members(wave).at(0).membership_id;
    const auto respondent = link(wave, 0).respondent_id;
    write([&](db::Session& db) -> Result<void> {
        stop(db, app().keys, respondent);
        forget(db, member);
        return {};
    });
    const auto left = [&](std::string_view table) {
        return db().read([&](db::Session& db) {
            return db.value<std::int64_t>("SELECT count(*) FROM " + std::string(table));
        });
    };
    EXPECT_EQ(left("reminder_stops"), 0);
    EXPECT_EQ(left("reminders_sent"), 3);
}

// Saturday to Tuesday: three days. The reminder of Monday the 9th is due on Thursday the 12th.
TEST_P(ReminderStore, WaitForASuspendedCountryAndOfferALaterEnd) {
    Wave wave = make_open_wave();
    wave.closes_at = clock().now() + 20 * day_ms;
    wave = write([&](db::Session& db) { return surveys::update(db, wave, facilitator(wave)); });
    turn(wave, ReminderState::on);
    sent();
    suspend(7, 10);
    go_to(9);
    EXPECT_EQ(sent(), 0u);
    EXPECT_EQ(desk(wave).suspensions.size(), 1u);
    go_to(11);
    EXPECT_EQ(sent(), 0u);
    go_to(12);
    EXPECT_EQ(sent(), 4u);
    EXPECT_EQ(desk(wave).suggested_closes_at, *wave.closes_at + 3 * day_ms);
    write([&](db::Session& db) { return move_end(db, app().keys, facilitator(wave), clock().now()); });
    const auto moved = db().read([&](db::Session& db) { return surveys::find(db, facilitator(wave)); });
    EXPECT_EQ(moved->closes_at, *wave.closes_at + 3 * day_ms);
    EXPECT_FALSE(desk(wave).suggested_closes_at);
}

TEST_P(ReminderStore, TellTheFacilitatorWhenAndToWhomWithoutAddresses) {
    const Wave wave = make_open_wave();
    const auto lines = desk(wave).lines;
    ASSERT_EQ(lines.size(), 4u);
    EXPECT_EQ(lines[0].kind, ReminderKind::launch);
    EXPECT_EQ(lines[0].planned_at, clock().now());
    EXPECT_THAT(json::text_of(desk(wave)), Not(::testing::HasSubstr("@konbit.example")));
}

TEST_P(ReminderStore, RefuseAPlanThatWasChangedMeanwhile) {
    const Wave wave = make_open_wave();
    const ReminderPlan seen = desk(wave).plan;
    turn(wave, ReminderState::on);
    const auto late = db().write([&](db::Session& db) { return save_plan(db, facilitator(wave), seen); });
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, ErrorCode::stale);
}

}  // namespace
}  // namespace konbit::reminders
