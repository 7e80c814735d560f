// SPDX-License-Identifier: Apache-2.0
#include "features/unlisted/unlisted_store.hpp"

#include "features/answers/answering.hpp"
#include "features/surveys/testing/survey_test.hpp"
#include "features/unlisted/outside.hpp"
#include "features/unlisted/verdict_store.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::unlisted {
namespace {

using enum QuestionKey;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

UnlistedOrganization organization(std::string name, std::optional<std::string> country = "GD") {
    return {.name = std::move(name), .country_code = std::move(country), .device = "phone", .sequence = 1};
}

std::vector<std::string> pointers_of(const UnlistedOrganization& candidate) {
    const auto result = checked(candidate);
    std::vector<std::string> found;
    if (!result)
        for (const auto& each : result.error().fields) found.push_back(each.pointer + " " + each.code);
    return found;
}

TEST(UnlistedRules, TakeANameAndNoWayToReachAnybody) {
    EXPECT_THAT(pointers_of(organization("  Gouyave Mill 1897 ")), IsEmpty());
    EXPECT_THAT(pointers_of(organization("Somebody Abroad", std::nullopt)), IsEmpty());
    EXPECT_THAT(pointers_of(organization(" ")), ElementsAre("/name required"));
    EXPECT_THAT(pointers_of(organization("X")), ElementsAre("/name too_short"));
    EXPECT_THAT(pointers_of(organization("Ann, ann@mill.example")), ElementsAre("/name has_contact"));
    EXPECT_THAT(pointers_of(organization("Mill +1 (473) 440-1234")), ElementsAre("/name has_contact"));
    EXPECT_THAT(pointers_of(organization("Mill", "US")), ElementsAre("/country_code unknown_code"));
}

class Unlisted : public testing::SurveyTest {
  protected:
    void SetUp() override {
        SurveyTest::SetUp();
        wave_ = make_open_wave();
    }
    static UnlistedId new_entry() { return UnlistedId(new_uuid_v4()); }
    Result<void> add(const Respondent& by, const UnlistedId& id, const UnlistedOrganization& named) {
        return db().write([&](db::Session& s) { return save(s, by, id, named, clock().now()); });
    }
    Result<void> tap(const Respondent& by, QuestionKey key, const UnlistedId& id, std::optional<int> value,
                     std::int64_t sequence) {
        const auto asked = question(wave_, key).id;
        return db().write([&](db::Session& s) {
            return save_tap(s, by, asked, id, {.value = value, .device = "phone", .sequence = sequence},
                            clock().now());
        });
    }
    /// Somebody knows an organization of that name.
    UnlistedId named(const Respondent& by, const std::string& name) {
        const auto id = new_entry();
        EXPECT_TRUE(add(by, id, organization(name)));
        EXPECT_TRUE(tap(by, know, id, 1, 2));
        return id;
    }
    std::vector<UnlistedGroup> groups() {
        return db().read([&](db::Session& s) { return list_groups(s, facilitator(wave_)); });
    }
    Result<void> give(const GivenVerdict& given) {
        return db().write([&](db::Session& s) { return judge(s, facilitator(wave_), given); });
    }
    WaveMemberId member(int place) { return members(wave_).at(static_cast<std::size_t>(place)).id; }
    std::vector<PageUnlisted> shown_to(const Respondent& by) {
        return db().read([&](db::Session& s) { return list_of(s, by, "phone"); });
    }
    OutsideCount outside(QuestionKey key) {
        const auto counts =
            db().read([&](db::Session& s) { return count_outside(s, System::analyst(cluster_, wave_.id)); });
        return *std::ranges::find(counts.items, key, &OutsideCount::key);
    }
    static std::string reason_of(const Result<void>& result) { return result ? "" : result.error().reason; }

    using SurveyTest::facilitator;
    Wave wave_;
};
KONBIT_ON_BOTH_DATABASES(Unlisted);

TEST_P(Unlisted, AreOneHoweverOftenTheyAreSent) {
    const auto by = respondent(wave_, 0);
    const auto id = named(by, "Gouyave Mill");
    ASSERT_TRUE(add(by, id, organization("Gouyave Mill")));
    ASSERT_TRUE(tap(by, know, id, 1, 2));
    ASSERT_EQ(shown_to(by).size(), 1U);
    EXPECT_EQ(shown_to(by).front().name, "Gouyave Mill");
    EXPECT_EQ(groups().front().named_by, 1);
}

TEST_P(Unlisted, BelongToTheirRespondent) {
    const auto id = named(respondent(wave_, 0), "Gouyave Mill");
    const auto other = respondent(wave_, 1);
    EXPECT_EQ(add(other, id, organization("Taken Over")).error().code, ErrorCode::not_found);
    EXPECT_EQ(tap(other, know, id, 1, 9).error().code, ErrorCode::not_found);
    EXPECT_EQ(groups().front().name, "Gouyave Mill");
}

TEST_P(Unlisted, FollowGatesAndAreNeverSealed) {
    const auto by = respondent(wave_, 0);
    const auto id = named(by, "Gouyave Mill");
    ASSERT_TRUE(tap(by, communicate, id, 3, 3));
    EXPECT_EQ(reason_of(tap(by, sensitive, id, 1, 4)), "question_sealed");
    ASSERT_TRUE(tap(by, know, id, std::nullopt, 5));
    ASSERT_TRUE(tap(by, know, id, 1, 6));
    EXPECT_EQ(shown_to(by).front().answers.size(), 1U) << "what stood behind the gate is gone";
    ASSERT_TRUE(tap(by, know, id, std::nullopt, 4)) << "late repetitions are no error";
    EXPECT_EQ(shown_to(by).size(), 1U) << "and change nothing";
}

TEST_P(Unlisted, AreTwoOnlyWhenTheirNamesDiffer) {
    named(respondent(wave_, 0), "Concord Plantation Ltd");
    named(respondent(wave_, 1), "CONCORD PLANTATION");
    named(respondent(wave_, 2), "Concorde Plantation");
    const auto all = groups();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].named_by, 2);
    EXPECT_EQ(all[0].ids.size(), 2U);
    EXPECT_THAT(all[0].alike, ElementsAre("Concorde Plantation")) << "only alike: somebody decides";
}

TEST_P(Unlisted, BecomeTiesOfTheMemberThatTheyAre) {
    const auto by = respondent(wave_, 0);
    ASSERT_TRUE(
        answers::save_whole_row(app(), by, question(wave_, know).id,
                                {.state = RowState::answered_empty, .device = "phone", .sequence = 1}));
    const auto id = named(by, "Member One");
    ASSERT_TRUE(tap(by, communicate, id, 2, 3));
    ASSERT_TRUE(give({.ids = {id}, .verdict = UnlistedVerdict::merged, .member_id = member(1)}));
    EXPECT_EQ(stored_value(wave_, by, know, 1), 1);
    EXPECT_EQ(stored_value(wave_, by, communicate, 1), 2);
    EXPECT_EQ(row_state(wave_, by, know), RowState::answered) << "somebody of the list is known after all";
    EXPECT_THAT(shown_to(by), IsEmpty());
    EXPECT_THAT(groups(), IsEmpty());
    ASSERT_TRUE(tap(by, communicate, id, 3, 4)) << "a phone that does not know of it yet";
    EXPECT_EQ(stored_value(wave_, by, communicate, 1), 3);
    EXPECT_FALSE(give({.ids = {id}, .verdict = UnlistedVerdict::rejected})) << "merged is merged";
}

TEST_P(Unlisted, LeaveTheTieAloneThatIsThereAlready) {
    const auto by = respondent(wave_, 0);
    ASSERT_TRUE(try_tap(wave_, by, communicate, 1, {.value = 3, .device = "phone", .sequence = 1}));
    const auto id = named(by, "Member One");
    ASSERT_TRUE(tap(by, communicate, id, 1, 3));
    ASSERT_TRUE(give({.ids = {id}, .verdict = UnlistedVerdict::merged, .member_id = member(1)}));
    EXPECT_EQ(stored_value(wave_, by, communicate, 1), 3);
    ASSERT_TRUE(tap(by, communicate, id, 1, 3)) << "a replay";
    EXPECT_EQ(stored_value(wave_, by, communicate, 1), 3);
}

TEST_P(Unlisted, AreNoTieOfAMemberToItself) {
    const auto by = respondent(wave_, 1);
    const auto id = named(by, "Member One");
    ASSERT_TRUE(give({.ids = {id}, .verdict = UnlistedVerdict::merged, .member_id = member(1)}));
    EXPECT_EQ(stored_value(wave_, by, know, 1), std::nullopt);
    EXPECT_EQ(groups().front().verdict, UnlistedVerdict::rejected);
}

TEST_P(Unlisted, KnowTheirRecordOnceAccepted) {
    const auto id = named(respondent(wave_, 0), "Gouyave Mill");
    const auto record = members(wave_).at(3).organization_id;
    ASSERT_TRUE(give({.ids = {id}, .verdict = UnlistedVerdict::accepted, .organization_id = record}));
    EXPECT_EQ(groups().front().organization_id, record);
    ASSERT_TRUE(give({.ids = {id}, .verdict = UnlistedVerdict::pending})) << "taken back";
    EXPECT_EQ(groups().front().organization_id, std::nullopt);
    EXPECT_FALSE(give({.ids = {id}, .verdict = UnlistedVerdict::rejected, .organization_id = record}));
}

TEST_P(Unlisted, AreCountedApart) {
    for (int place = 0; place < 4; ++place) {
        const auto by = respondent(wave_, place);
        ASSERT_TRUE(tap(by, communicate, named(by, "Gouyave Mill"), 2, 3));
    }
    named(respondent(wave_, 0), "Carriacou Boats");
    const auto rejected = named(respondent(wave_, 0), "nobody");
    ASSERT_TRUE(give({.ids = {rejected}, .verdict = UnlistedVerdict::rejected}));
    const auto known = outside(know);
    EXPECT_EQ(known.organizations, 2);
    EXPECT_EQ(known.named_by, 4);
    EXPECT_EQ(known.ties, 5);
    EXPECT_EQ(outside(communicate).ties, std::nullopt) << "limited, and fewer than five members";
}

TEST_P(Unlisted, AreErasedWithTheirRespondent) {
    const auto by = respondent(wave_, 0);
    named(by, "Gouyave Mill");
    ASSERT_TRUE(db().write([&](db::Session& s) { return answers::decline(s, by, clock().now()); }));
    for (const auto* table : {"unlisted_organizations", "unlisted_answers"})
        EXPECT_EQ(db().read([&](db::Session& s) {
            return s.value<std::int64_t>(std::string("SELECT count(*) FROM ") + table);
        }),
                  0)
            << table;
}

TEST_P(Unlisted, StandStillOnceTheResultsAreFinal) {
    const auto id = named(respondent(wave_, 0), "Gouyave Mill");
    move(wave_, surveys::WaveEvent::closed);
    ASSERT_TRUE(give({.ids = {id}, .verdict = UnlistedVerdict::rejected}));
    clock().advance(11 * day_ms);
    move(wave_, surveys::WaveEvent::frozen);
    EXPECT_EQ(reason_of(give({.ids = {id}, .verdict = UnlistedVerdict::accepted})), "wave_frozen");
}

}  // namespace
}  // namespace konbit::unlisted
