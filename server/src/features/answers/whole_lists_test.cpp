// SPDX-License-Identifier: Apache-2.0
#include "features/answers/whole_lists.hpp"

#include "features/answers/answering.hpp"
#include "features/surveys/testing/survey_test.hpp"
#include "features/surveys/wave_rules.hpp"

#include <gtest/gtest.h>

namespace konbit::answers {
namespace {

using enum QuestionKey;
using enum RowState;

/// A roster of as many members as asked, of whom the first answers.
class WholeLists : public testing::SurveyTest {
  protected:
    void open_with(int members) {
        for (int i = 4; i < members; ++i) insert_member(i);
        wave_ = make_open_wave();
        by_ = respondent(wave_, 0);
    }
    void mark(QuestionKey key) {
        ASSERT_TRUE(try_tap(wave_, *by_, key, 1, {.value = 1, .device = "phone", .sequence = ++sequence_}));
    }
    void say(QuestionKey key, RowState state) {
        ASSERT_TRUE(save_whole_row(app(), *by_, question(wave_, key).id,
                                   {.state = state, .device = "phone", .sequence = ++sequence_}));
    }
    void end() {
        write([&](db::Session& session) { return finish(session, *by_, "R", clock().now()); });
    }
    std::optional<RowState> row(QuestionKey key) { return row_state(wave_, *by_, key); }

    static constexpr int searched = surveys::longest_read_roster + 2;  // so many others, and the respondent
    Wave wave_;
    std::optional<Respondent> by_;
    std::int64_t sequence_ = 0;
};
KONBIT_ON_BOTH_DATABASES(WholeLists);

TEST_P(WholeLists, EndWithTheSurveyWhereTheRosterIsRead) {
    open_with(searched - 1);
    mark(know);
    mark(worked_together);
    end();
    EXPECT_EQ(row(know), answered);
    EXPECT_EQ(row(worked_together), answered);
}

TEST_P(WholeLists, StayOpenOnASearchedRosterUntilTheyAreSaidToBeComplete) {
    open_with(searched);
    mark(know);
    mark(worked_together);
    say(worked_together, answered);
    say(communicate, answered_empty);
    say(sensitive, answered);
    end();
    for (const auto key : {know, worked_together, communicate, sensitive})
        EXPECT_EQ(row(key), partial) << name_of(key) << ": who was not searched for is unknown";
}

TEST_P(WholeLists, AreClosedByTheWordOfTheRespondent) {
    open_with(searched);
    mark(know);
    mark(worked_together);
    say(know, answered);
    say(communicate, answered_empty);
    say(sensitive, answered);
    end();
    EXPECT_EQ(row(know), answered);
    EXPECT_EQ(row(worked_together), answered) << "begun, and ended with the survey";
    EXPECT_EQ(row(communicate), answered_empty);
    EXPECT_EQ(row(sensitive), answered);
}

}  // namespace
}  // namespace konbit::answers
