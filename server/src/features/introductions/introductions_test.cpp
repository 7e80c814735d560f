// SPDX-License-Identifier: Apache-2.0
#include "db/check_schema.hpp"
#include "features/introductions/letter_job.hpp"
#include "features/introductions/willingness.hpp"
#include "features/rights/rights_store.hpp"
#include "features/surveys/testing/survey_test.hpp"
#include "features/suspensions/suspension.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::introductions {
namespace {

using enum IntroductionState;
using enum QuestionKey;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const Date today = Date::parse("2026-05-20").value();

Introduction introduced_in_may() {
    Introduction introduction;
    introduction.one_id = new_id<MembershipId>();
    introduction.other_id = new_id<MembershipId>();
    introduction.introduced_on = Date::parse("2026-05-01").value();
    return introduction;
}

TEST(IntroductionRules, DateEachStepThatWasTakenAndNoOther) {
    Introduction each = introduced_in_may();
    each.state = working;
    each = checked(each, today).value();
    EXPECT_EQ(each.met_on, today);
    EXPECT_EQ(each.working_on, today);
    each.state = met;
    each = checked(each, today).value();
    EXPECT_EQ(each.met_on, today);
    EXPECT_FALSE(each.working_on);
    each.state = introduced;
    EXPECT_FALSE(checked(each, today)->met_on);
}

TEST(IntroductionRules, RefuseDaysOutOfOrder) {
    Introduction each = introduced_in_may();
    each.state = met;
    each.met_on = Date::parse("2026-04-30");
    EXPECT_THAT(checked(each, today).error().fields, ElementsAre(FieldError{"/met_on", "before_from"}));
    each.met_on = Date::parse("2026-05-21");
    EXPECT_THAT(checked(each, today).error().fields, ElementsAre(FieldError{"/met_on", "in_future"}));
}

// Three were taken up: one met, one works together (and so met), one has a tie; the third cannot be judged.
TEST(IntroductionRules, CountWhatCameOfThem) {
    std::vector<ShownIntroduction> all(3);
    all[0].state = met;
    all[0].outcome = IntroductionOutcome::no_tie;
    all[1].state = working;
    all[1].outcome = IntroductionOutcome::tie;
    all[2].outcome = IntroductionOutcome::unknown;
    const auto sum = conversion_of(all);
    EXPECT_EQ(sum.taken_up, 3);
    EXPECT_EQ(sum.met, 2);
    EXPECT_EQ(sum.working, 1);
    EXPECT_EQ(sum.judged, 2);
    EXPECT_EQ(sum.tied, 1);
}

/// Four members: 0 knows 1, 1 knows 2, 3 knows nobody and is known by nobody.
class IntroductionStore : public testing::SurveyTest {
  protected:
    Wave closed(std::initializer_list<std::pair<int, int>> ties, int answering = 4) {
        const Wave wave = make_open_wave();
        for (int place = 0; place < answering; ++place) answer(wave, place, ties);
        return move(wave, surveys::WaveEvent::closed);
    }
    void answer(const Wave& wave, int place, std::initializer_list<std::pair<int, int>> ties) {
        const Respondent by = respondent(wave, place);
        bool has_any = false;
        for (const auto& [from, to] : ties) {
            if (from != place) continue;
            EXPECT_TRUE(
                try_tap(wave, by, know, to, {.value = 1, .device = "phone", .sequence = ++sequence_}));
            has_any = true;
        }
        const auto id = question(wave, know).id;
        write([&](db::Session& session) {
            return answers::save_row(session, by, id,
                                     {.state = has_any ? RowState::answered : RowState::answered_empty,
                                      .values = {},
                                      .device = "phone",
                                      .sequence = ++sequence_},
                                     clock().now());
        });
    }
    IntroductionAdvice advice(const Wave& wave) {
        return db().read([&](db::Session& s) { return find_advice(s, facilitator(wave)); }).value();
    }
    Introduction take_up(const Wave& wave, int one, int other) {
        Introduction wanted;
        wanted.one_id = *members(wave)[static_cast<std::size_t>(one)].membership_id;
        wanted.other_id = *members(wave)[static_cast<std::size_t>(other)].membership_id;
        return write([&](db::Session& s) { return insert(s, wanted, facilitator(wave), clock().now()); });
    }
    IntroductionDesk desk() {
        return db().read([&](db::Session& s) { return find_desk(s, facilitator()); }).value();
    }
    /// What goes out at that hour of a day, of all that waits.
    int sent_at(std::string_view day, int hour) {
        const Instant at = start_of(Date::parse(day).value()) + hour * hour_ms;
        return write([&](db::Session& s) { return send_waiting(s, app(), at); });
    }
    void next_day() { clock().set(clock().now() + day_ms); }

  private:
    int sequence_ = 0;
};
KONBIT_ON_BOTH_DATABASES(IntroductionStore);

TEST_P(IntroductionStore, HasAColumnForEveryField) {
    const std::array mappings{db::mapping<Introduction>("introductions")};
    EXPECT_THAT(db().read([&](db::Session& session) { return db::check_schema(session, mappings); }),
                IsEmpty());
}

// 0 and 2 share 1. 3 stands alone; with three of four tied, 1 has most contacts and is spared as a hub.
TEST_P(IntroductionStore, ProposesWhoSharesAContactAndWhoStandsAlone) {
    const auto found = advice(closed({{0, 1}, {1, 2}}));
    EXPECT_EQ(found.considered, 4);
    ASSERT_FALSE(found.proposals.empty());
    const auto& first = found.proposals.front();
    EXPECT_EQ(first.kind, IntroductionKind::close_triangle);
    EXPECT_EQ(first.introducer_label, "Member 1");
    EXPECT_EQ(first.common_contacts, 1);
    EXPECT_EQ(found.proposals.back().kind, IntroductionKind::bring_in_isolate);
    EXPECT_EQ(found.proposals.back().one_label, "Member 3");
}

// Two of four answered: 50%.
TEST_P(IntroductionStore, MakesNoListsFromFewAnswers) {
    const auto found = advice(closed({{0, 1}}, 2));
    EXPECT_EQ(found.withheld, IntroductionWithheld::response);
    EXPECT_THAT(found.proposals, IsEmpty());
}

TEST_P(IntroductionStore, NamesNobodyWhoWantsNone) {
    const Wave wave = closed({{0, 1}, {1, 2}});
    const auto member = *members(wave)[1].membership_id;
    db().write([&](db::Session& s) { set_willing(s, member, false, clock().now()); });
    const auto found = advice(wave);
    EXPECT_EQ(found.refusing, 1);
    for (const auto& each : found.proposals) {
        EXPECT_NE(each.introducer_id, member);
        EXPECT_NE(each.one_id, member);
        EXPECT_NE(each.other_id, member);
    }
}

TEST_P(IntroductionStore, IsJudgedByTheNextWaveOnly) {
    const Wave first = closed({{0, 1}, {1, 2}});
    take_up(first, 0, 2);
    take_up(first, 2, 3);
    EXPECT_EQ(desk().items.front().outcome, IntroductionOutcome::no_wave_yet);
    next_day();
    closed({{0, 1}, {1, 2}, {2, 0}});
    const auto now = desk();
    EXPECT_EQ(now.items.back().outcome, IntroductionOutcome::tie) << "0 and 2";
    EXPECT_EQ(now.items.front().outcome, IntroductionOutcome::no_tie) << "2 and 3";
    EXPECT_EQ(now.conversion.judged, 2);
    EXPECT_EQ(now.conversion.tied, 1);
}

TEST_P(IntroductionStore, IsUnknownWhereNotBothAnswered) {
    take_up(closed({{0, 1}, {1, 2}}), 2, 3);
    next_day();
    closed({{0, 1}}, 3);
    EXPECT_EQ(desk().items.front().outcome, IntroductionOutcome::unknown);
    EXPECT_EQ(desk().conversion.judged, 0);
}

TEST_P(IntroductionStore, IsForgottenWithTheAnswersOfWhoWithdraws) {
    const Wave wave = closed({{0, 1}, {1, 2}});
    take_up(wave, 0, 2);
    const Respondent by = System::respondent(link(wave, 2).respondent_id, wave.id);
    write([&](db::Session& s) { return rights::withdraw(s, by, clock().now()); });
    EXPECT_THAT(desk().items, IsEmpty());
    const auto kept = db().read([&](db::Session& s) {
        return s.value<std::int64_t>(
            "SELECT count(*) FROM changes WHERE kind = 'introduction' AND after IS NOT NULL");
    });
    EXPECT_EQ(kept, 0) << "the history neither";
}

TEST_P(IntroductionStore, EndsWhenASideSaysNoAndGoesOnWithoutTheIntroducer) {
    const Wave wave = closed({{0, 1}, {1, 2}});
    const auto introducer = *members(wave)[1].membership_id;
    Introduction wanted;
    wanted.one_id = *members(wave)[0].membership_id;
    wanted.other_id = *members(wave)[2].membership_id;
    wanted.introducer_id = introducer;
    const auto made =
        write([&](db::Session& s) { return insert(s, wanted, facilitator(wave), clock().now()); });
    const auto say_no = [&](IntroductionSide side, bool wants_none) {
        write([&](db::Session& s) { return decline(s, made.id, side, wants_none, clock().now()); });
    };
    say_no(IntroductionSide::introducer, true);
    say_no(IntroductionSide::introducer, true);
    EXPECT_FALSE(desk().items.front().introducer_id);
    EXPECT_EQ(desk().items.front().state, introduced);
    EXPECT_FALSE(db().read([&](db::Session& s) { return find_willingness(s, introducer); }).is_willing);
    say_no(IntroductionSide::other, false);
    EXPECT_EQ(desk().items.front().state, declined);
}

TEST_P(IntroductionStore, WritesToEachInItsLanguageWithAnAddressOfItsOwn) {
    const auto made = take_up(closed({{0, 1}, {1, 2}}), 0, 2);
    const auto letters = db().read([&](db::Session& s) { return letters_of(s, app(), made); });
    ASSERT_THAT(letters, SizeIs(2));
    EXPECT_EQ(letters[0].address, "m0@konbit.example");
    EXPECT_EQ(letters[0].message.language, "es");
    EXPECT_NE(decline_url(app(), made.id, IntroductionSide::one, "en"),
              decline_url(app(), made.id, IntroductionSide::other, "en"));
    EXPECT_FALSE(may_decline(app(), made.id, IntroductionSide::one, "guessed"));
}

// 14 June 2026 is a Sunday; in Grenada it is four hours earlier than in Greenwich.
TEST_P(IntroductionStore, WritesByDayOnWorkingDaysAndOnce) {
    const auto made = take_up(closed({{0, 1}, {1, 2}}), 0, 2);
    db().write([&](db::Session& s) {
        plan_letter(s, made.id, IntroductionSide::one);
        plan_letter(s, made.id, IntroductionSide::other);
        plan_letter(s, made.id, IntroductionSide::introducer);  // there is none: dropped
    });
    EXPECT_EQ(sent_at("2026-06-14", 16), 0) << "a Sunday";
    EXPECT_EQ(sent_at("2026-06-15", 10), 0) << "before seven";
    EXPECT_EQ(sent_at("2026-06-16", 0), 0) << "from eight in the evening on";
    EXPECT_EQ(db().read([&](db::Session& s) { return count_waiting(s, made.id); }), 2);
    EXPECT_EQ(sent_at("2026-06-16", 13), 2);
    EXPECT_EQ(sent_at("2026-06-16", 14), 0);
}

TEST_P(IntroductionStore, WritesToNobodyWhileTheCountryIsSuspendedNorOfWhatWasDeclined) {
    const auto made = take_up(closed({{0, 1}, {1, 2}}), 0, 2);
    db().write([&](db::Session& s) {
        plan_letter(s, made.id, IntroductionSide::one);
        plan_letter(s, made.id, IntroductionSide::other);
        s.change(R"(
            INSERT INTO suspensions (id, country_code, reason, begins_at, ends_at)
            SELECT $1, country_code, 'hurricane', $2, $3 FROM memberships WHERE id = $4)",
                 new_id<SuspensionId>(), start_of(Date::parse("2026-06-15").value()),
                 start_of(Date::parse("2026-06-18").value()), made.one_id);
    });
    EXPECT_EQ(sent_at("2026-06-16", 13), 0);
    write([&](db::Session& s) { return decline(s, made.id, IntroductionSide::one, false, clock().now()); });
    EXPECT_EQ(sent_at("2026-06-18", 13), 0);
    EXPECT_EQ(db().read([&](db::Session& s) { return count_waiting(s, made.id); }), 0);
}

}  // namespace
}  // namespace konbit::introductions
