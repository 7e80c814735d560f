// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/wave_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::surveys {
namespace {

constexpr Instant noon{1'780'000'000'000};

Wave wave_in(WaveState state) {
    Wave wave;
    wave.title = "Baseline";
    wave.state = state;
    if (state != WaveState::draft) wave.opens_at = noon - 30 * day_ms;
    if (state != WaveState::draft && state != WaveState::open) wave.closed_at = noon - days_of_reply * day_ms;
    return wave;
}

std::string reason_of(const auto& result) { return result ? std::string() : result.error().reason; }

TEST(WaveStates, GoForwardInOneOrder) {
    using enum WaveState;
    EXPECT_EQ(after(WaveEvent::opened, wave_in(draft), noon)->state, open);
    EXPECT_EQ(after(WaveEvent::closed, wave_in(open), noon)->state, closed);
    EXPECT_EQ(after(WaveEvent::frozen, wave_in(closed), noon)->state, frozen);
    EXPECT_EQ(after(WaveEvent::published, wave_in(frozen), noon)->state, published);
}

// Five states and five events: the four steps above and the way back from closed.
TEST(WaveStates, AllowNothingElse) {
    int allowed = 0;
    for (const auto state :
         {WaveState::draft, WaveState::open, WaveState::closed, WaveState::frozen, WaveState::published})
        for (const auto event : {WaveEvent::opened, WaveEvent::closed, WaveEvent::reopened, WaveEvent::frozen,
                                 WaveEvent::published})
            allowed += after(event, wave_in(state), noon).has_value();
    EXPECT_EQ(allowed, 5);
}

TEST(WaveStates, GiveAPilotNoResults) {
    Wave pilot = wave_in(WaveState::closed);
    pilot.pilot_of = new_id<WaveId>();
    EXPECT_EQ(reason_of(after(WaveEvent::frozen, pilot, noon)), "is_pilot");
    EXPECT_EQ(reason_of(after(WaveEvent::reopened, pilot, noon)), "is_pilot");
    pilot.state = WaveState::open;
    EXPECT_TRUE(after(WaveEvent::closed, pilot, noon));
}

TEST(WaveStates, DoNotReopenWhatWasCollectedElsewhere) {
    Wave imported = wave_in(WaveState::closed);
    imported.imported_from = "University, interviews";
    EXPECT_EQ(reason_of(after(WaveEvent::reopened, imported, noon)), "is_imported");
    EXPECT_TRUE(after(WaveEvent::frozen, imported, noon));
}

TEST(WaveStates, ReopeningMakesARevision) {
    Wave wave = wave_in(WaveState::closed);
    wave.closes_at = noon - day_ms;
    const auto again = after(WaveEvent::reopened, wave, noon);
    EXPECT_EQ(again->state, WaveState::open);
    EXPECT_EQ(again->revision, 2);
    EXPECT_FALSE(again->closes_at) << "a past end would refuse every answer";
}

TEST(WaveStates, LeaveTenDaysToReplyBeforeFreezing) {
    Wave wave = wave_in(WaveState::closed);
    wave.closed_at = noon - days_of_reply * day_ms + 1;
    EXPECT_EQ(reason_of(after(WaveEvent::frozen, wave, noon)), "time_of_reply");
    EXPECT_TRUE(after(WaveEvent::frozen, wave, noon + 1));
}

TEST(WaveStates, SayWhyAnswersAreRefused) {
    EXPECT_EQ(reason_of(check_takes_answers(wave_in(WaveState::draft), noon)), "wave_not_open");
    EXPECT_EQ(reason_of(check_takes_answers(wave_in(WaveState::closed), noon)), "wave_closed");
    EXPECT_TRUE(check_takes_answers(wave_in(WaveState::open), noon));
}

TEST(WaveStates, EndAtTheirPlannedMoment) {
    Wave wave = wave_in(WaveState::open);
    wave.closes_at = noon;
    EXPECT_TRUE(check_takes_answers(wave, noon - 1));
    EXPECT_EQ(reason_of(check_takes_answers(wave, noon)), "wave_closed");
}

TEST(WaveRules, FindEveryMistakeAtOnce) {
    Wave wave = wave_in(WaveState::draft);
    wave.title = "  ";
    wave.closes_at = noon;
    wave.languages = {"en", "tlh"};
    const auto result = checked(wave, noon);
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().fields,
                testing::ElementsAre(FieldError{"/title", "required"}, FieldError{"/closes_at", "in_past"},
                                     FieldError{"/languages", "not_allowed"}));
}

TEST(WaveRules, AskInEveryLanguageUnlessTold) {
    EXPECT_EQ(checked(wave_in(WaveState::draft), noon)->languages,
              (std::vector<std::string>{"en", "es", "fr"}));
}

TEST(WaveRules, KeepTheInstrumentOnceOpen) {
    const Wave stored = wave_in(WaveState::open);
    Wave wanted = stored;
    wanted.title = "Baseline 2026";
    EXPECT_TRUE(check_change(stored, wanted));
    wanted.is_baseline = true;
    EXPECT_EQ(reason_of(check_change(stored, wanted)), "instrument_frozen");
}

TEST(WaveStates, ChangeNothingOfFrozenResults) {
    for (const auto state : {WaveState::frozen, WaveState::published}) {
        Wave stored;
        stored.state = state;
        stored.title = "Baseline";
        EXPECT_TRUE(check_change(stored, stored));
        Wave wanted = stored;
        wanted.title = "Baseline 2026";
        EXPECT_EQ(reason_of(check_change(stored, wanted)), "wave_closed");
    }
}

}  // namespace
}  // namespace konbit::surveys
