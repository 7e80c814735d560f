// SPDX-License-Identifier: Apache-2.0
#include "features/entries/entry_store.hpp"

#include "features/answers/on_behalf.hpp"
#include "features/answers/prefill.hpp"
#include "features/surveys/testing/survey_test.hpp"

namespace konbit::entries {
namespace {

class EntryStore : public testing::SurveyTest {
  protected:
    Respondent member(const Wave& wave, int place) {
        return System::respondent(link(wave, place).respondent_id, wave.id);
    }

    TypedRow row(const Wave& wave, QuestionKey key, std::vector<std::pair<int, int>> ties) {
        TypedRow typed{.question_id = question(wave, key).id, .values = {}, .unread = {}};
        if (ties.empty()) typed.state = RowState::answered_empty;
        const auto roster = members(wave);
        for (const auto& [alter, value] : ties)
            typed.values.push_back({roster.at(static_cast<std::size_t>(alter)).id, value});
        return typed;
    }

    Result<Entered> try_enter(const Wave& wave, int place, std::vector<TypedRow> rows) {
        Entry draft;
        draft.id = link(wave, place).respondent_id;
        draft.consent = Consent::facilitator;
        draft.typed_rows = std::move(rows);
        return db().write([&](db::Session& session) -> Result<Entered> {
            KONBIT_CHECK(save_draft(session, facilitator(wave), draft, clock().now()));
            return enter(session, facilitator(wave), draft.id, false, "RECEIPT1", clock().now());
        });
    }
};
KONBIT_ON_BOTH_DATABASES(EntryStore);

TEST_P(EntryStore, MakesAnswersOfAForm) {
    const Wave wave = make_open_wave();
    const auto entered = try_enter(
        wave, 0,
        {row(wave, QuestionKey::communicate, {{1, 3}}), row(wave, QuestionKey::know, {{1, 1}, {2, 1}})});
    ASSERT_TRUE(entered);
    EXPECT_TRUE(entered->entry.typed_rows.empty()) << "what is entered stands in the answers alone";
    EXPECT_EQ(entered->entry.correct_until, clock().now() + 10 * day_ms);
    EXPECT_EQ(stored_value(wave, member(wave, 0), QuestionKey::communicate, 1), 3);
    EXPECT_EQ(row_state(wave, member(wave, 0), QuestionKey::know), RowState::answered);
    EXPECT_FALSE(row_state(wave, member(wave, 0), QuestionKey::sensitive)) << "nobody asked it";
}

TEST_P(EntryStore, CanBeCorrectedByTheTypistUntilTheMemberSpeaks) {
    const Wave wave = make_open_wave();
    ASSERT_TRUE(try_enter(wave, 0, {row(wave, QuestionKey::know, {{1, 1}, {2, 1}})}));
    ASSERT_TRUE(try_enter(wave, 0, {row(wave, QuestionKey::know, {{1, 1}})}));
    EXPECT_FALSE(stored_value(wave, member(wave, 0), QuestionKey::know, 2));
    ASSERT_TRUE(
        try_tap(wave, member(wave, 0), QuestionKey::know, 3, {.value = 1, .device = "phone", .sequence = 1}));
    EXPECT_EQ(try_enter(wave, 0, {row(wave, QuestionKey::know, {{2, 1}})}).error().reason, "answered_itself");
}

// The server ticked it from the last wave, and nobody looked at it: that is no answer of the member's own.
TEST_P(EntryStore, TakesTheRoomOfTicksMadeInAdvance) {
    const Wave wave = make_open_wave();
    const auto know = question(wave, QuestionKey::know).id;
    const auto by = member(wave, 0).respondent();
    const auto third = members(wave)[2].id;
    db().write([&](db::Session& session) {
        session.change(R"(
            INSERT INTO answers (respondent_id, question_id, alter_id, value, prefilled_untouched, device, sequence,
                                 received_at)
            VALUES ($1, $2, $3, 1, TRUE, $4, 0, 0))",
                       by, know, third, answers::last_wave);
        session.change(R"(
            INSERT INTO row_states (respondent_id, question_id, state, device, sequence)
            VALUES ($1, $2, 'partial', $3, 0))",
                       by, know, answers::last_wave);
    });
    ASSERT_TRUE(try_enter(wave, 0, {row(wave, QuestionKey::know, {{1, 1}})}));
    EXPECT_EQ(stored_value(wave, member(wave, 0), QuestionKey::know, 1), 1);
    EXPECT_FALSE(stored_value(wave, member(wave, 0), QuestionKey::know, 2)) << "the form does not name it";
}

TEST_P(EntryStore, IsConfirmedByWhoeverFinishesAfterwards) {
    const Wave wave = make_open_wave();
    ASSERT_TRUE(try_enter(wave, 0, {row(wave, QuestionKey::know, {{1, 1}})}));
    clock().advance(1000);
    const auto by = member(wave, 0);
    write([&](db::Session& session) { return answers::finish(session, by, "RECEIPT2", clock().now()); });
    EXPECT_EQ(try_enter(wave, 0, {row(wave, QuestionKey::know, {{2, 1}})}).error().reason, "answered_itself");
}

TEST_P(EntryStore, StaysOpenToItsMemberForTenDaysThoughTheWaveIsClosed) {
    const Wave wave = make_open_wave();
    ASSERT_TRUE(try_enter(wave, 0, {row(wave, QuestionKey::know, {{1, 1}})}));
    move(wave, surveys::WaveEvent::closed);
    const auto tap = [&](int place, QuestionKey key, int alter, std::int64_t sequence) {
        const auto taken = try_tap(wave, member(wave, place), key, alter,
                                   {.value = 1, .device = "phone", .sequence = sequence});
        return taken ? std::string() : taken.error().reason;
    };
    clock().advance(10 * day_ms - 1);
    EXPECT_EQ(tap(0, QuestionKey::know, 2, 1), "");
    EXPECT_EQ(tap(0, QuestionKey::know, 3, 2), "") << "as often as it likes";
    EXPECT_EQ(tap(0, QuestionKey::worked_together, 1, 3), "wave_closed") << "that was not entered for it";
    EXPECT_EQ(tap(1, QuestionKey::know, 2, 1), "wave_closed");
    clock().advance(1);
    EXPECT_EQ(tap(0, QuestionKey::know, 1, 4), "wave_closed");
}

TEST_P(EntryStore, GoesWithItsMember) {
    const Wave wave = make_open_wave();
    ASSERT_TRUE(try_enter(wave, 0, {row(wave, QuestionKey::know, {})}));
    const auto by = member(wave, 0);
    write([&](db::Session& session) { return answers::decline(session, by, clock().now()); });
    EXPECT_EQ(db().read([](db::Session& session) {
        return session.value<std::int64_t>("SELECT count(*) FROM entries");
    }),
              0);
    EXPECT_EQ(try_enter(wave, 0, {row(wave, QuestionKey::know, {})}).error().reason, "has_declined");
}

}  // namespace
}  // namespace konbit::entries
