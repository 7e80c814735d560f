// SPDX-License-Identifier: Apache-2.0
#include "db/check_schema.hpp"
#include "features/meetings/co_attendance.hpp"
#include "features/meetings/meeting_table.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::meetings {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Attender member(const std::string& label) {
    Attender each;
    each.membership_id = new_id<MembershipId>();
    each.label = label;
    return each;
}

Meeting meeting(std::string_view held_on, std::vector<MembershipId> present) {
    Meeting each;
    each.held_on = Date::parse(held_on).value();
    each.membership_ids = std::move(present);
    return each;
}

TEST(CoAttendance, IsEmptyWithoutMeetings) {
    const auto network = co_attendance({member("A"), member("B")}, {});
    EXPECT_EQ(network.members, 2);
    EXPECT_EQ(network.meetings, 0);
    EXPECT_THAT(network.attenders, IsEmpty());
    EXPECT_THAT(network.pairs, IsEmpty());
    EXPECT_FALSE(network.first_on);
}

// A and B: a meeting of three and one of two, 1/2 + 1/1; A and C, B and C: 1/2. D came alone, E never.
TEST(CoAttendance, PairsWhoSatTogetherAndWeighsSmallMeetingsMore) {
    const std::vector members{member("A"), member("B"), member("C"), member("D"), member("E")};
    const auto id = [&](std::size_t place) { return members[place].membership_id; };
    const auto network = co_attendance(
        members, {meeting("2026-03-01", {id(0), id(1), id(2)}), meeting("2026-02-01", {id(1), id(0)}),
                  meeting("2026-04-01", {id(3)}), meeting("2026-05-01", {})});
    ASSERT_THAT(network.pairs, SizeIs(3));
    EXPECT_EQ(network.pairs[0].meetings, 2);
    EXPECT_DOUBLE_EQ(network.pairs[0].closeness, 1.5);
    EXPECT_DOUBLE_EQ(network.pairs[1].closeness, .5);
    EXPECT_EQ(network.meetings, 4);
    EXPECT_EQ(network.with_list, 3);
    EXPECT_EQ(network.first_on->str(), "2026-02-01");
    EXPECT_EQ(network.last_on->str(), "2026-04-01");
    ASSERT_THAT(network.attenders, SizeIs(4)) << "without E";
    EXPECT_EQ(network.attenders[0].met, 2);
    EXPECT_EQ(network.attenders[3].met, 0);
}

TEST(CoAttendance, LeavesOutWhoIsNoMemberAnyMore) {
    const auto network = co_attendance({member("A")}, {meeting("2026-03-01", {new_id<MembershipId>()})});
    EXPECT_EQ(network.with_list, 0);
    EXPECT_THAT(network.attenders, IsEmpty());
}

TEST(MeetingRules, TidyTheTitleAndCountEachMemberOnce) {
    const auto twice = new_id<MembershipId>();
    Meeting wanted = meeting("2026-03-01", {twice, twice});
    wanted.title = "  Visit ";
    const auto valid = checked(wanted, Date::parse("2026-03-01").value()).value();
    EXPECT_EQ(valid.title, "Visit");
    EXPECT_THAT(valid.membership_ids, ElementsAre(twice));
    EXPECT_EQ(checked(wanted, Date::parse("2026-02-28").value()).error().fields.front().code, "in_future");
}

TEST(MeetingKinds, KnowWhichAreTrustActs) {
    EXPECT_TRUE(is_trust_act(MeetingKind::work_day));
    EXPECT_FALSE(is_trust_act(MeetingKind::general_meeting));
}

class MeetingTables : public ::testing::Test {
  protected:
    MeetingTable read(std::string_view text) { return read_table(texts_, text, context_).value(); }

    Catalog texts_;
    MembershipId mill_ = new_id<MembershipId>(), bakery_ = new_id<MembershipId>();
    TableContext context_{.members = {{mill_, "Mill", "Gouyave Mill Ltd"}, {bakery_, "Café d’Or", "Bakery"}},
                          .known = {},
                          .today = Date::parse("2026-05-20").value()};
};

TEST_F(MeetingTables, ReadDaysAndNamesAsPeopleWriteThem) {
    const auto table =
        read("Date;Titre;Genre;Présents\n3/4/2026;Visite;work_day;gouyave mill ltd|CAFE D'OR\n");
    ASSERT_THAT(table.rows, SizeIs(1));
    EXPECT_EQ(table.rows[0].held_on->str(), "2026-04-03") << "the day comes first";
    EXPECT_EQ(table.rows[0].kind, MeetingKind::work_day);
    EXPECT_THAT(table.rows[0].membership_ids, ElementsAre(mill_, bakery_));
    EXPECT_TRUE(table.is_sound());
}

TEST_F(MeetingTables, TellWhatCannotBeRead) {
    const auto table = read("date,title,kind,attended\n31/2/2026,,party,Nobody\n2026-05-21,Later,,Mill\n");
    EXPECT_THAT(table.rows[0].problems, ElementsAre("title", "held_on", "kind"));
    EXPECT_THAT(table.rows[0].unknown, ElementsAre("Nobody"));
    EXPECT_THAT(table.rows[1].problems, ElementsAre("in_future"));
    EXPECT_FALSE(table.is_sound());
    EXPECT_THAT(read("date,place\n").missing_columns, ElementsAre("title", "attended"));
}

class MeetingStore : public testing::AppTest {};
KONBIT_ON_BOTH_DATABASES(MeetingStore);

TEST_P(MeetingStore, HasAColumnForEveryField) {
    const std::array mappings{db::mapping<MeetingRecord>("meetings")};
    EXPECT_THAT(db().read([&](db::Session& session) { return db::check_schema(session, mappings); }),
                IsEmpty());
}

}  // namespace
}  // namespace konbit::meetings
