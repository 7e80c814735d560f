// SPDX-License-Identifier: Apache-2.0
#include "features/networks/freezing.hpp"

#include "features/answers/answering.hpp"
#include "features/networks/network_service.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gtest/gtest.h>

namespace konbit::networks {
namespace {

using enum QuestionKey;

class Freezing : public testing::SurveyTest {
  protected:
    /// A wave with one open and one sealed answer, frozen when the time of reply is over.
    Wave frozen_wave() {
        const Wave open = make_open_wave();
        by_ = respondent(open, 0);
        EXPECT_TRUE(try_tap(open, *by_, know, 1, {1, "phone", 1, false}));
        EXPECT_TRUE(answers::save_whole_row(
            app(), *by_, question(open, sensitive).id,
            {.values = {{members(open)[1].id, 1}}, .device = "phone", .sequence = 2}));
        write(
            [&](db::Session& session) { return answers::finish(session, *by_, "RECEIPT1", clock().now()); });
        const Wave closed = move(open, surveys::WaveEvent::closed);
        clock().advance(surveys::days_of_reply * day_ms);
        return write(
            [&](db::Session& session) { return freeze_wave(session, facilitator(closed), clock().now()); });
    }
    NetworkReport report(const Wave& wave) {
        return *report_of(app(), System::analyst(cluster_, wave.id)).value();
    }
    void change(std::string_view sql) {
        db().write([&](db::Session& session) { session.change(sql); });
    }

    std::optional<Respondent> by_;
};
KONBIT_ON_BOTH_DATABASES(Freezing);

TEST_P(Freezing, NotesAHashThatCanBeWorkedOutAgain) {
    const Wave wave = frozen_wave();
    const auto first = report(wave).frozen;
    ASSERT_TRUE(first);
    EXPECT_EQ(first->results_sha256.size(), 64u);
    EXPECT_TRUE(first->is_intact);
    change("UPDATE clusters SET name = 'Renamed'");
    change("UPDATE waves SET title = 'Renamed'");
    make_open_wave();
    EXPECT_EQ(report(wave).frozen->results_sha256, first->results_sha256);
    EXPECT_TRUE(report(wave).frozen->is_intact) << "names and other waves are no results";
}

TEST_P(Freezing, TellsThatSomebodyChangedTheDatabase) {
    const Wave wave = frozen_wave();
    change("UPDATE answers SET value = NULL");
    EXPECT_FALSE(report(wave).frozen->is_intact);
}

TEST_P(Freezing, TellsThatASealedAnswerIsGone) {
    const Wave wave = frozen_wave();
    change("DELETE FROM sealed_answers");
    EXPECT_FALSE(report(wave).frozen->is_intact);
}

TEST_P(Freezing, TakesNoAnswerAndNoWayBack) {
    const Wave wave = frozen_wave();
    const auto late = try_tap(wave, *by_, know, 2, {1, "phone", 9, false});
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().reason, "wave_closed");
    const auto sealed = answers::save_whole_row(app(), *by_, question(wave, sensitive).id,
                                                {.device = "phone", .sequence = 9});
    EXPECT_FALSE(sealed);
    for (const auto event :
         {surveys::WaveEvent::reopened, surveys::WaveEvent::closed, surveys::WaveEvent::frozen}) {
        const auto moved = db().write([&](db::Session& session) {
            return surveys::move_wave(session, facilitator(wave), event, clock().now());
        });
        EXPECT_FALSE(moved) << name_of(event);
    }
    EXPECT_TRUE(report(wave).frozen->is_intact);
}

TEST_P(Freezing, NotesWavesThatWereFrozenWithout) {
    const Wave wave = frozen_wave();
    const auto noted = report(wave).frozen;
    change("DELETE FROM wave_freezes");
    EXPECT_FALSE(report(wave).frozen);
    write([](db::Session& session) { return note_missing_freezes(session); });
    EXPECT_EQ(report(wave).frozen->results_sha256, noted->results_sha256);
    EXPECT_EQ(report(wave).frozen->frozen_at, wave.frozen_at);
}

}  // namespace
}  // namespace konbit::networks
