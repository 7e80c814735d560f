// SPDX-License-Identifier: Apache-2.0
#include "features/rooms/room_store.hpp"

#include "db/check_schema.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::rooms {
namespace {

class Rooms : public testing::SurveyTest {
  protected:
    Room begin(const Wave& wave, int minutes = usual_minutes) {
        return write([&](db::Session& db) { return start(db, facilitator(wave), {minutes}, clock().now()); });
    }
    void note(const Wave& wave, int place, bool is_present = true) {
        const auto member = members(wave).at(static_cast<std::size_t>(place)).id;
        write([&](db::Session& db) {
            return note_presence(db, facilitator(wave), member, is_present, clock().now());
        });
    }
    RoomCount count_of(const Wave& wave) {
        return db()
            .read([&](db::Session& db) { return count(db, facilitator(wave), clock().now()); })
            .value();
    }
    Result<PassedPhone> passed(const Room& room) {
        return db().read([&](db::Session& db) { return find_passed(db, room.id, clock().now()); });
    }
};
KONBIT_ON_BOTH_DATABASES(Rooms);

TEST_P(Rooms, FitTheSchema) {
    const std::array mappings{db::mapping<Room>("rooms")};
    EXPECT_THAT(db().read([&](db::Session& db) { return db::check_schema(db, mappings); }),
                ::testing::IsEmpty());
}

TEST_P(Rooms, BeginOnceAWaveIsOpen) {
    const Wave draft = make_draft();
    const auto refused =
        db().write([&](db::Session& db) { return start(db, facilitator(draft), {}, clock().now()); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "wave_not_open");
}

TEST_P(Rooms, LastTwentyMinutesUnlessSaidOtherwise) {
    const Wave wave = make_open_wave();
    EXPECT_EQ(begin(wave).ends_at, clock().now() + 20 * minute_ms);
    EXPECT_EQ(begin(wave, 45).ends_at, clock().now() + 45 * minute_ms);
    EXPECT_FALSE(checked(Duration{0}));
    EXPECT_FALSE(checked(Duration{241}));
    EXPECT_TRUE(checked(Duration{240}));
}

TEST_P(Rooms, GetMoreTimeFromTheirEndOrFromNow) {
    const Wave wave = make_open_wave();
    begin(wave);
    const auto more = [&] {
        return write([&](db::Session& db) { return prolong(db, facilitator(wave), {10}, clock().now()); });
    };
    EXPECT_EQ(more().ends_at, clock().now() + 30 * minute_ms);
    clock().advance(60 * minute_ms);
    EXPECT_EQ(more().ends_at, clock().now() + 10 * minute_ms);
}

// Four are asked; 0, 1 and 2 sit there; 1 and 3 have answered.
TEST_P(Rooms, CountWhoHasAnsweredInTheRoomAndOutside) {
    const Wave wave = make_open_wave();
    begin(wave);
    for (const int place : {0, 1, 2, 2}) note(wave, place);
    for (const int place : {1, 3}) {
        const Respondent by = respondent(wave, place);
        const auto know = question(wave, QuestionKey::know).id;
        write([&](db::Session& db) {
            return answers::save_row(db, by, know, {RowState::answered_empty, {}, "phone", 1}, clock().now());
        });
    }
    const RoomCount count = count_of(wave);
    EXPECT_EQ(count.present, 3);
    EXPECT_EQ(count.answered_present, 1);
    EXPECT_EQ(count.asked, 4);
    EXPECT_EQ(count.answered, 2);
}

TEST_P(Rooms, ShowThePassedPhoneWhoIsThereAndNothingMore) {
    const Wave wave = make_open_wave();
    const Room room = begin(wave);
    for (const int place : {2, 0}) note(wave, place);
    note(wave, 1);
    note(wave, 1, false);
    const PassedPhone phone = passed(room).value();
    EXPECT_EQ(phone.cluster_name, "Windward");
    ASSERT_EQ(phone.members.size(), 2u);
    EXPECT_EQ(phone.members[0].label, "Member 0");
    EXPECT_EQ(phone.members[1].label, "Member 2");
}

TEST_P(Rooms, KeepMembersOfOtherWavesOut) {
    const Wave wave = make_open_wave();
    const Wave other = make_open_wave(false);
    begin(wave);
    const auto stranger = members(other).at(0).id;
    const auto refused = db().write(
        [&](db::Session& db) { return note_presence(db, facilitator(wave), stranger, true, clock().now()); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::not_found);
}

TEST_P(Rooms, LeaveNothingBehind) {
    const Wave wave = make_open_wave();
    const Room room = begin(wave);
    note(wave, 0);
    write([&](db::Session& db) -> Result<void> {
        end(db, facilitator(wave));
        return {};
    });
    EXPECT_FALSE(passed(room));
    const auto left = [&](std::string_view table) {
        return db().read([&](db::Session& db) {
            return db.value<std::int64_t>("SELECT count(*) FROM " + std::string(table));
        });
    };
    EXPECT_EQ(left("room_members"), 0);
    begin(wave);
    note(wave, 1);
    clock().advance(20 * minute_ms + kept_ms);
    EXPECT_FALSE(db().read([&](db::Session& db) { return find(db, facilitator(wave), clock().now()); }));
    write([&](db::Session& db) -> Result<void> {
        remove_old(db, clock().now() - kept_ms);
        return {};
    });
    EXPECT_EQ(left("rooms") + left("room_members"), 0);
}

}  // namespace
}  // namespace konbit::rooms
