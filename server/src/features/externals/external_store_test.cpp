// SPDX-License-Identifier: Apache-2.0
#include "features/externals/external_store.hpp"

#include "features/answers/answer_page.hpp"
#include "features/answers/answering.hpp"
#include "features/networks/network_service.hpp"
#include "features/surveys/pilot_store.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::externals {
namespace {

using enum QuestionKey;
using ::testing::ElementsAre;
using ::testing::SizeIs;

TEST(ExternalRules, OrdersByKindAndNameAndRefusesTheSameTwice) {
    ExternalList list{{{{}, {}, " Zeta ", ExternalKind::university},
                       {{}, {}, "Ministry", ExternalKind::government},
                       {{}, {}, "alpha", ExternalKind::university}}};
    const auto valid = checked(list).value().externals;
    EXPECT_EQ(valid[0].label, "alpha");
    EXPECT_EQ(valid[1].label, "Zeta");
    EXPECT_EQ(valid[2].label, "Ministry");
    list.externals.push_back({{}, {}, "ministry", ExternalKind::other});
    list.externals.push_back({{}, {}, "  ", ExternalKind::other});
    EXPECT_THAT(checked(list).error().fields, ElementsAre(FieldError{"/externals/3/label", "repeated"},
                                                          FieldError{"/externals/4/label", "required"}));
}

class Externals : public testing::SurveyTest {
  protected:
    /// A draft that asks about a university and a ministry.
    Wave asking() {
        const Wave draft = make_draft();
        EXPECT_TRUE(try_redesign(draft, [](surveys::Design design) {
            design.questions.push_back({external_ties, Sensitivity::open});
            return design;
        }));
        EXPECT_TRUE(try_replace(draft, {{{{}, {}, "University", ExternalKind::university},
                                         {{}, {}, "Ministry", ExternalKind::government}}}));
        return draft;
    }
    Wave opened(const Wave& draft) {
        EXPECT_TRUE(sealed::make_wave_key(app().keys, draft.id));
        return write([&](db::Session& session) {
            return surveys::open_wave(session, facilitator(draft), instrument(true), clock().now());
        });
    }
    Result<ExternalList> try_replace(const Wave& wave, const ExternalList& chosen) {
        return db().write([&](db::Session& session) { return replace(session, facilitator(wave), chosen); });
    }
    std::vector<External> listed(const Wave& wave) {
        return db().read([&](db::Session& session) { return list(session, wave.id); });
    }
    Result<void> try_say(const Wave& wave, const Respondent& by, QuestionKey key, const WaveMemberId& of,
                         int value) {
        const auto id = question(wave, key).id;
        return db().write([&](db::Session& session) {
            return answers::save_tap(session, by, id, of,
                                     {.value = value, .device = "phone", .sequence = ++sequence_},
                                     clock().now());
        });
    }
    void end(const Wave& wave, const Respondent& by, QuestionKey key) {
        const auto id = question(wave, key).id;
        write([&](db::Session& session) {
            return answers::save_row(
                session, by, id, {.values = {}, .device = "phone", .sequence = ++sequence_}, clock().now());
        });
    }
    static std::string reason_of(const auto& result) { return result ? "" : result.error().reason; }
    int sequence_ = 0;
};
KONBIT_ON_BOTH_DATABASES(Externals);

TEST_P(Externals, StandOnTheRosterAndAreNoMembers) {
    const Wave wave = opened(asking());
    EXPECT_THAT(listed(wave), SizeIs(2));
    EXPECT_THAT(members(wave), SizeIs(4));
    const auto detail =
        db().read([&](db::Session& session) { return surveys::find_detail(session, facilitator(wave)); });
    EXPECT_EQ(detail->asked, 4);
    const Respondent by = respondent(wave, 0);
    const auto page =
        db().read([&](db::Session& session) { return answers::find_page(session, by, 0, "phone"); });
    EXPECT_THAT(page->roster, SizeIs(3));
    EXPECT_THAT(page->externals, SizeIs(2));
}

TEST_P(Externals, AreNamedAtTheirQuestionAndNowhereElse) {
    const Wave wave = opened(asking());
    const Respondent by = respondent(wave, 0);
    const auto university = listed(wave)[0].id;
    EXPECT_TRUE(try_say(wave, by, external_ties, university, 2));
    EXPECT_EQ(reason_of(try_say(wave, by, know, university, 1)), "member");
    EXPECT_EQ(reason_of(try_say(wave, by, external_ties, members(wave)[1].id, 1)), "member");
    const auto sealed =
        answers::save_whole_row(app(), by, question(wave, sensitive).id,
                                {.values = {{university, 1}}, .device = "phone", .sequence = 90});
    EXPECT_EQ(reason_of(sealed), "invalid");
}

TEST_P(Externals, StandStillOnceTheWaveIsOpen) {
    EXPECT_EQ(reason_of(try_replace(opened(asking()), {})), "instrument_frozen");
}

TEST_P(Externals, GoIntoPilotsAndAreNeverMembersOfTheCluster) {
    const Wave draft = asking();
    const auto id = new_id<WaveId>();
    const surveys::Pilot pilot{{members(draft)[0].id}};
    const Wave tried = write([&](db::Session& session) {
        return surveys::insert_pilot(session, facilitator(draft), id, pilot, instrument(true), clock().now());
    });
    EXPECT_THAT(listed(tried), SizeIs(2));
    const auto organization = members(draft)[0].organization_id;
    const auto refused = try_replace(draft, {{{{}, organization, "Member 0", ExternalKind::buyer}}});
    EXPECT_THAT(refused.error().fields, ElementsAre(FieldError{"/externals/0/organization_id", "is_member"}));
}

// All four answer; member 0 and 1 are with the university monthly and weekly, member 2 once a year: 2 of 4
// regularly.
TEST_P(Externals, AreCountedApartFromTheNetworkOfTheMembers) {
    const Wave wave = opened(asking());
    const auto university = listed(wave)[0].id;
    const auto asked = question(wave, external_ties).id;
    for (int place = 0; place < 4; ++place) {
        const Respondent by = respondent(wave, place);
        ASSERT_TRUE(try_say(wave, by, know, members(wave)[static_cast<std::size_t>((place + 1) % 4)].id, 1));
        end(wave, by, know);
        if (place < 3) ASSERT_TRUE(try_say(wave, by, external_ties, university, place == 2 ? 1 : place + 2));
        write([&](db::Session& session) {
            return answers::save_row(session, by, asked,
                                     {.state = place < 3 ? RowState::answered : RowState::answered_empty,
                                      .values = {},
                                      .device = "phone",
                                      .sequence = 99},
                                     clock().now());
        });
    }
    const auto report = networks::report_of(app(), System::analyst(cluster_, wave.id)).value();
    ASSERT_TRUE(report->externals);
    EXPECT_EQ(report->externals->observed_rows, 4);
    EXPECT_EQ(report->externals->kinds[0].members, 2);
    EXPECT_DOUBLE_EQ(report->externals->kinds[0].share.value(), .5);
    EXPECT_EQ(report->externals->kinds[1].members, 0);
    EXPECT_EQ(report->externals->organizations[0].members, 3);
    EXPECT_EQ(report->externals->organizations[0].regular_members, 2);
    EXPECT_THAT(report->map.nodes, SizeIs(4));
    EXPECT_THAT(report->map.ties, SizeIs(4)) << "those of knowing";
    EXPECT_EQ(report->response.asked, 4);
    for (const auto& each : report->questions) EXPECT_NE(each.key, external_ties);
}

}  // namespace
}  // namespace konbit::externals
