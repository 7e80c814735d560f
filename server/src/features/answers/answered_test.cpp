// SPDX-License-Identifier: Apache-2.0
#include "features/answers/answered.hpp"

#include "features/answers/answering.hpp"
#include "features/networks/network_service.hpp"
#include "features/statements/statement_facts.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace konbit::answers {
namespace {

using enum QuestionKey;

class Answered : public testing::SurveyTest {
  protected:
    void SetUp() override {
        SurveyTest::SetUp();
        wave_ = make_open_wave();
    }

    void tap(const Respondent& by, QuestionKey key, int alter, std::optional<int> value) {
        const auto to = members(wave_).at(static_cast<std::size_t>(alter)).id;
        ASSERT_TRUE(
            save_one_tap(app(), by, question(wave_, key).id, to, {value, "phone", ++sequence_, false}));
    }
    void say(const Respondent& by, QuestionKey key, RowState state) {
        ASSERT_TRUE(save_whole_row(app(), by, question(wave_, key).id,
                                   {.state = state, .device = "phone", .sequence = ++sequence_}));
    }
    void end(const Respondent& by) {
        write([&](db::Session& session) { return finish(session, by, "RECEIPT1", clock().now()); });
    }

    networks::NetworkReport report() {
        return *networks::report_of(app(), System::analyst(cluster_, wave_.id)).value();
    }
    int rows(QuestionKey key) {
        for (const auto& each : report().questions)
            if (each.key == key) return each.observed_rows;
        return -1;
    }
    double value(QuestionKey key, std::string_view id) {
        for (const auto& each : report().questions)
            for (const auto& figure : each.figures)
                if (each.key == key && figure.id == id) return figure.value.value_or(NAN);
        return NAN;
    }
    std::int64_t members_who_answered() {
        return db()
            .read([&](db::Session& session) { return surveys::list_waves(session, facilitator()); })
            .at(0)
            .answered;
    }
    std::vector<std::string> facts_about_surveys(int place) {
        const auto membership = *members(wave_).at(static_cast<std::size_t>(place)).membership_id;
        std::vector<std::string> keys;
        for (const auto& fact :
             db().read([&](db::Session& session) { return statements::list_facts(session, membership); }))
            if (fact.source == "survey") keys.push_back(fact.key);
        return keys;
    }

    Wave wave_;
    std::int64_t sequence_ = 0;
};
KONBIT_ON_BOTH_DATABASES(Answered);

// Member 0 names two of three and goes on; member 1 names one and puts the phone away; member 2 says "none of
// these"; member 3 only looks. Two rows with two ties of their six cells; the other six are unknown.
TEST_P(Answered, IsOneRuleForEverythingThatCounts) {
    const auto goes_on = respondent(wave_, 0);
    tap(goes_on, know, 1, 1);
    tap(goes_on, know, 2, 1);
    say(goes_on, know, RowState::answered);
    tap(respondent(wave_, 1), know, 0, 1);
    say(respondent(wave_, 2), know, RowState::answered_empty);
    respondent(wave_, 3);

    EXPECT_EQ(members_who_answered(), 2);
    EXPECT_EQ(report().response.answered, 2) << "finished or not";
    EXPECT_EQ(rows(know), 2);
    EXPECT_DOUBLE_EQ(value(know, "m"), 2);
    EXPECT_DOUBLE_EQ(value(know, "density_low"), 2.0 / 12);
    EXPECT_DOUBLE_EQ(value(know, "density_high"), 8.0 / 12);
    EXPECT_EQ(report().sentences[0].n, 2);
    move(wave_, surveys::WaveEvent::closed);
    EXPECT_EQ(facts_about_surveys(0), std::vector<std::string>{"answered"});
    EXPECT_EQ(facts_about_surveys(1), std::vector<std::string>{"not_answered"});
    EXPECT_EQ(facts_about_surveys(2), std::vector<std::string>{"answered"});
}

// Every pair of states, in SQL and in C++.
TEST_P(Answered, SaysTheSameInSqlAndOfAState) {
    const auto by = respondent(wave_, 0);
    say(by, know, RowState::answered_empty);
    for (const auto state : {RowState::answered, RowState::answered_empty, RowState::partial,
                             RowState::nonresponse, RowState::declined, RowState::withdrawn}) {
        db().write([&](db::Session& session) { session.change("UPDATE row_states SET state = $1", state); });
        EXPECT_EQ(members_who_answered(), is_observed(state) ? 1 : 0) << name_of(state);
        EXPECT_EQ(rows(know), is_observed(state) ? 1 : 0) << name_of(state);
    }
    db().write([](db::Session& session) {
        session.change("UPDATE row_states SET state = 'answered'");
        session.change("UPDATE respondents SET state = 'declined'");
    });
    EXPECT_EQ(members_who_answered(), 0);
    EXPECT_EQ(rows(know), 0);
}

TEST_P(Answered, IsNotARowWhoseLastTieWasTakenBack) {
    const auto by = respondent(wave_, 0);
    tap(by, know, 1, 1);
    say(by, know, RowState::answered);
    tap(by, know, 1, std::nullopt);
    EXPECT_EQ(row_state(wave_, by, know), RowState::partial) << "unknown, not empty";
    end(by);
    EXPECT_EQ(rows(know), 0) << "finishing says nothing of it";
    say(by, know, RowState::answered_empty);
    EXPECT_EQ(rows(know), 1);
}

TEST_P(Answered, IsNotARowBehindAGateThatLostItsTies) {
    const auto by = respondent(wave_, 0);
    tap(by, know, 1, 1);
    tap(by, know, 2, 1);
    tap(by, communicate, 1, 3);
    say(by, communicate, RowState::answered);
    tap(by, know, 1, std::nullopt);
    EXPECT_EQ(row_state(wave_, by, communicate), RowState::partial) << "nobody asked about member 2 yet";
}

// Who knows nobody communicates with nobody; the page asks no more, and finishing says so.
TEST_P(Answered, CountsAsEmptyWhatAnEmptyGateLeavesOut) {
    const auto by = respondent(wave_, 0);
    say(by, know, RowState::answered_empty);
    EXPECT_EQ(rows(communicate), 0) << "not before the end";
    end(by);
    for (const auto key : {communicate, worked_together, competitor})
        EXPECT_EQ(row_state(wave_, by, key), RowState::answered_empty) << name_of(key);
    EXPECT_EQ(rows(communicate), 1);
    EXPECT_DOUBLE_EQ(value(communicate, "m"), 0);
}

TEST_P(Answered, AsksAgainWhenTheListGrows) {
    const auto by = respondent(wave_, 0);
    say(by, know, RowState::answered_empty);
    end(by);
    tap(by, know, 1, 1);
    EXPECT_EQ(row_state(wave_, by, know), RowState::answered);
    EXPECT_EQ(row_state(wave_, by, worked_together), RowState::partial);
    EXPECT_EQ(rows(worked_together), 0);
}

TEST_P(Answered, IsNotASealedRowThatIsStillBeingGiven) {
    const auto by = respondent(wave_, 0);
    tap(by, know, 1, 1);
    say(by, sensitive, RowState::partial);
    EXPECT_EQ(row_state(wave_, by, sensitive), RowState::partial);
    EXPECT_EQ(members_who_answered(), 0);
    say(by, sensitive, RowState::answered);
    EXPECT_EQ(members_who_answered(), 1);
}

// The page was loaded again in the middle: nobody can be shown what was sealed so far, and the end takes it
// as it is.
TEST_P(Answered, IsASealedRowThatWasBegunOnceTheSurveyIsFinished) {
    const auto by = respondent(wave_, 0);
    tap(by, know, 1, 1);
    const RowChange begun{.state = RowState::partial,
                          .values = {{members(wave_).at(1).id, 1}},
                          .device = "phone",
                          .sequence = 50};
    ASSERT_TRUE(save_whole_row(app(), by, question(wave_, sensitive).id, begun));
    end(by);
    EXPECT_EQ(row_state(wave_, by, sensitive), RowState::answered);
}

TEST_P(Answered, IsNotASealedRowInWhichNobodyWasNamedYet) {
    const auto by = respondent(wave_, 0);
    tap(by, know, 1, 1);
    say(by, sensitive, RowState::partial);
    end(by);
    EXPECT_EQ(row_state(wave_, by, sensitive), RowState::partial);
}

TEST_P(Answered, BeginsAnewAfterDeclining) {
    const auto by = respondent(wave_, 0);
    tap(by, know, 1, 1);
    say(by, communicate, RowState::answered_empty);
    write([&](db::Session& session) { return decline(session, by, clock().now()); });
    EXPECT_EQ(row_state(wave_, by, communicate), RowState::withdrawn);
    const Consent given = Consent::facilitator;
    write([&](db::Session& session) {
        return save_consent(session, by, {given, wave_.consent_version, "en", "phone"}, clock().now());
    });
    say(by, know, RowState::answered_empty);
    end(by);
    EXPECT_EQ(row_state(wave_, by, communicate), RowState::answered_empty);
}

}  // namespace
}  // namespace konbit::answers
