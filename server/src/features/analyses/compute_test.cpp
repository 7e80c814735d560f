// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/compute.hpp"

#include "features/networks/demo_wave_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::analyses {
namespace {

using networks::WaveData;
using testing::Contains;
using testing::ElementsAre;
using testing::Not;
using enum QuestionKey;

/// Ten members in two countries of five, numbered alike in every wave; the first five took part. Everybody
/// answered.
class TwoIslands {
  public:
    explicit TwoIslands(int members = 10) {
        data.wave.state = WaveState::frozen;
        data.layout.actor_count = members;
        for (int place = 0; place < members; ++place) {
            auto& member = data.actors.emplace_back(networks::Actor{.place_in_layout = place}).member;
            member.country_code = place < members / 2 ? "DM" : "LC";
            member.kind = "firm";
            member.participates_in_programme = place < 5;
        }
        data.has_declined.resize(data.actors.size());
    }

    /// Everybody names everybody of the own island, and nobody else.
    TwoIslands& within(QuestionKey key) {
        return ask(key, [&](int from, int to) { return island(from) == island(to); });
    }
    TwoIslands& nobody(QuestionKey key) {
        return ask(key, [](int, int) { return false; });
    }
    TwoIslands& participants(QuestionKey key) {
        return ask(key, [](int from, int to) { return from < 5 && to < 5; });
    }

    template <class Names>
    TwoIslands& ask(QuestionKey key, Names names) {
        auto& added = data.questions.emplace_back();
        added.question.key = key;
        added.rows.assign(data.actors.size(), RowState::answered);
        added.is_named.assign(data.actors.size(), true);
        for (int from = 0; from < data.size(); ++from)
            for (int to = 0; to < data.size(); ++to)
                if (from != to && names(from, to)) added.ties.push_back({from, to, 1});
        return *this;
    }

    int island(int place) const { return place < data.size() / 2 ? 0 : 1; }

    WaveData data;
};

Result<AnalysisResult> worked_out(const AnalysisQuestion& asked, const Input& input) {
    Watch watch;
    KONBIT_CHECK(check(asked, input));
    return compute(asked, input, watch);
}

std::string refusal(const AnalysisQuestion& asked, const Input& input) {
    const auto refused = check(asked, input);
    if (refused) return "accepted";
    const Error& error = refused.error();
    return error.fields.empty() ? error.reason
                                : error.fields.front().pointer + " " + error.fields.front().code;
}

TEST(Analyses, EqualNetworksGoTogetherFurtherThanChance) {
    const auto islands = TwoIslands().within(know).within(communicate);
    const auto result =
        worked_out({.kind = AnalysisKind::alike, .question = communicate, .beside = {know}}, {islands.data});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->verdict, Verdict::more);
    EXPECT_EQ(result->members, 10);
    EXPECT_EQ(result->pairs, 90);
    EXPECT_NEAR(result->test->observed, 1, 1e-12);
    // Of the 252 ways to put five of ten on an island, two give the same pairs.
    EXPECT_NEAR(result->test->p_ge, 2.0 / 252, 0.004);
}

TEST(Analyses, TiesThatStayOnAnIslandAreMoreThanChanceOnlyWithEnoughMembers) {
    const AnalysisQuestion asked{
        .kind = AnalysisKind::within_groups, .question = know, .likenesses = {Likeness::country}};
    const auto ten = worked_out(asked, {TwoIslands().within(know).data});
    ASSERT_TRUE(ten);
    EXPECT_EQ(ten->test->observed, -1);
    EXPECT_EQ(ten->verdict, Verdict::more) << "inside, which is what was asked";
    const auto six = worked_out(asked, {TwoIslands(6).within(know).data});
    ASSERT_TRUE(six);
    EXPECT_EQ(six->test->observed, -1);
    EXPECT_NEAR(six->test->p_le, 2.0 / 20, 0.015) << "two of twenty ways";
    EXPECT_EQ(six->verdict, Verdict::chance);
    EXPECT_THAT(six->cautions, Contains(Caution::few_members));
}

TEST(Analyses, ANetworkWithoutTiesLeavesNothingToCompare) {
    const auto result =
        worked_out({.kind = AnalysisKind::within_groups, .question = know, .likenesses = {Likeness::country}},
                   {TwoIslands().nobody(know).data});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->verdict, Verdict::undefined);
    EXPECT_FALSE(result->test);
}

TEST(Analyses, WhatExplainsTiesIsHeldBesideTheRest) {
    const networks::DemoWave second(2);
    const auto result = worked_out({.kind = AnalysisKind::explained,
                                    .question = communicate,
                                    .beside = {worked_together},
                                    .likenesses = {Likeness::country}},
                                   {second.data});
    ASSERT_TRUE(result);
    std::vector<std::string> names;
    for (const auto& term : result->terms) names.push_back(term.name);
    EXPECT_THAT(names, ElementsAre("intercept", "worked_together", "same_country"));
    EXPECT_FALSE(result->terms[0].p_two) << "no shuffle tests the intercept";
    ASSERT_TRUE(result->terms[1].p_two);
    EXPECT_GT(result->terms[1].estimate, 0);
    EXPECT_GT(*result->r2, 0);
    EXPECT_LT(*result->r2, 1);
}

TEST(Analyses, AnOutcomeThatIsAPredictorLeavesNothingToTest) {
    const auto result =
        worked_out({.kind = AnalysisKind::explained, .question = communicate, .beside = {know}},
                   {TwoIslands().within(know).within(communicate).data});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().reason, "perfect_fit");
}

TEST(Analyses, TiesThatGrewAmongParticipantsOnlyAreAProgrammeEffect) {
    const auto before = TwoIslands().nobody(know), after = TwoIslands().participants(know);
    const AnalysisQuestion asked{
        .kind = AnalysisKind::participation, .question = know, .before = new_id<WaveId>()};
    const auto result = worked_out(asked, {after.data, before.data});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->verdict, Verdict::more);
    EXPECT_EQ(result->test->observed, 1) << "from none to all, beside none to none";
    EXPECT_NEAR(result->test->p_ge, 1.0 / 252, 0.004);
    ASSERT_EQ(result->blocks.size(), 3u);
    EXPECT_EQ(result->blocks[0].cells, 20);
    EXPECT_EQ(result->blocks[0].ties_after, 20);
    EXPECT_EQ(result->blocks[1].cells, 50);
    EXPECT_EQ(result->blocks[2].ties_after, 0);
}

TEST(Analyses, AProgrammeEffectNeedsFiveFirmsOnEachSideOfWhomItIsStated) {
    auto after = TwoIslands().participants(know);
    const Input both{after.data, TwoIslands().nobody(know).data};
    const AnalysisQuestion asked{
        .kind = AnalysisKind::participation, .question = know, .before = new_id<WaveId>()};
    EXPECT_EQ(refusal(asked, both), "accepted");
    after.data.actors[9].member.participates_in_programme.reset();
    EXPECT_EQ(refusal(asked, {after.data, both.before}), "few_firms");
}

TEST(Analyses, RestOnThoseWhoAnsweredEveryQuestionByName) {
    auto islands = TwoIslands().within(know).within(communicate);
    islands.data.questions[0].rows[0] = RowState::nonresponse;
    islands.data.questions[1].is_named[9] = false;
    const auto result =
        worked_out({.kind = AnalysisKind::alike, .question = communicate, .beside = {know}}, {islands.data});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->members, 8);
    EXPECT_THAT(result->cautions, Contains(Caution::partly_by_name));
    EXPECT_THAT(result->cautions, Not(Contains(Caution::directional)));
}

TEST(Analyses, BelowTwoThirdsOfTheAnswersNothingIsTested) {
    auto islands = TwoIslands().within(know);
    for (int place = 0; place < 4; ++place) islands.data.questions[0].rows[place] = RowState::nonresponse;
    EXPECT_EQ(
        refusal({.kind = AnalysisKind::within_groups, .question = know, .likenesses = {Likeness::country}},
                {islands.data}),
        "low_response");
}

TEST(Analyses, SayWhichPartOfAQuestionIsWrong) {
    auto islands = TwoIslands().within(know).within(sensitive);
    islands.data.questions[1].question.sensitivity = Sensitivity::sealed;
    const Input input{islands.data};
    const auto refused = [&](AnalysisQuestion asked) { return refusal(asked, input); };
    using enum AnalysisKind;
    EXPECT_EQ(refused({.kind = alike, .question = know, .beside = {sensitive}}), "/beside sealed");
    EXPECT_EQ(refused({.kind = alike, .question = advice, .beside = {know}}), "/question question_not_asked");
    EXPECT_EQ(refused({.kind = alike, .question = know}), "/beside one_needed");
    EXPECT_EQ(refused({.kind = alike, .question = know, .beside = {know}}), "/beside repeated");
    EXPECT_EQ(refused({.kind = within_groups, .question = know}), "/likenesses one_needed");
    EXPECT_EQ(refused({.kind = explained, .question = know}), "/beside required");
    EXPECT_EQ(refused({.kind = participation, .question = know}), "/before required");
    EXPECT_EQ(refused({.kind = within_groups,
                       .question = know,
                       .beside = {sensitive},
                       .likenesses = {Likeness::country}}),
              "/beside not_allowed");
}

TEST(Analyses, LayersLieUponEachOther) {
    const auto islands = TwoIslands().within(know).participants(communicate).nobody(worked_together);
    const auto result = worked_out(
        {.kind = AnalysisKind::layered, .question = know, .beside = {communicate, worked_together}},
        {islands.data});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->verdict, Verdict::more) << "know and communicate";
    EXPECT_EQ(result->multiplex_share, 0.5);
    ASSERT_EQ(result->signatures.size(), 2u);
    EXPECT_EQ(result->signatures[0].pairs + result->signatures[1].pairs, 40);
    ASSERT_EQ(result->layers.size(), 3u);
    EXPECT_EQ(result->layers[0].shared, 20);
    EXPECT_EQ(result->layers[0].jaccard, 0.5);
    EXPECT_FALSE(result->layers[1].correlation) << "nobody worked together";
}

// 20 of 20 cells inside each country, none of 50 between: groups say everything.
TEST(Analyses, DensitiesOfGroupsAreTakenTogetherWhereGroupsAreSmall) {
    const AnalysisQuestion asked{
        .kind = AnalysisKind::groups_differ, .question = know, .likenesses = {Likeness::country}};
    const auto ten = worked_out(asked, {TwoIslands().within(know).data});
    ASSERT_TRUE(ten);
    EXPECT_EQ(ten->verdict, Verdict::more);
    EXPECT_NEAR(ten->test->observed, 1, 1e-12);
    ASSERT_EQ(ten->groups.size(), 4u);
    EXPECT_EQ(ten->groups[1].from + ten->groups[1].to, "DMLC");
    EXPECT_EQ(ten->groups[1].possible, 25);
    EXPECT_EQ(ten->groups[0].ties, 20);
    const auto eight = worked_out(asked, {TwoIslands(8).within(know).data});
    ASSERT_TRUE(eight);
    EXPECT_EQ(eight->verdict, Verdict::undefined) << "four members a country";
    EXPECT_TRUE(eight->groups.empty());
}

// Every network in which one has a tie with each and the others have no other is the same star.
TEST(Analyses, ACoreThatNumbersOfTiesMakeIsNoMoreThanChance) {
    const auto star = TwoIslands().ask(know, [](int from, int to) { return from == 0 || to == 0; });
    const auto result = worked_out({.kind = AnalysisKind::core, .question = know}, {star.data});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->core_members, 1);
    EXPECT_NEAR(result->test->observed, 1, 1e-12);
    EXPECT_EQ(result->test->p_ge, 1);
    EXPECT_EQ(result->verdict, Verdict::chance);
}

TEST(Analyses, CirclesAreASmallWorld) {
    const auto result =
        worked_out({.kind = AnalysisKind::small_world, .question = know}, {TwoIslands().within(know).data});
    ASSERT_TRUE(result);
    EXPECT_EQ(result->verdict, Verdict::more);
    ASSERT_EQ(result->ratios.size(), 2u);
    EXPECT_GT(result->ratios[0].value, 1.5) << "every triple is closed";
    EXPECT_LT(result->ratios[1].value, 1) << "everybody who is reached at all is one step away";
}

TEST(Analyses, TiesOfAnEarlierWaveAreHeldBeside) {
    const auto before = TwoIslands().participants(know);
    auto now = TwoIslands().ask(know, [](int from, int to) { return from < 5 && to < 5 && from + to > 1; });
    Input input{now.data, before.data};
    const AnalysisQuestion asked{
        .kind = AnalysisKind::explained, .question = know, .before = new_id<WaveId>()};
    const auto result = worked_out(asked, input);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->verdict, Verdict::more);
    ASSERT_EQ(result->terms.size(), 2u);
    EXPECT_EQ(result->terms[1].name, "before");
    EXPECT_NEAR(result->terms[1].estimate, 18.0 / 20, 1e-12) << "two of twenty ties were lost, none gained";
    input.before->questions[0].rows[9] = RowState::nonresponse;
    EXPECT_EQ(worked_out(asked, input)->members, 9) << "who was silent then says nothing of change";
}

TEST(Analyses, FirmsUniversitiesAndGovernmentAreAGroupingToo) {
    auto islands = TwoIslands().within(know);
    for (int place = 5; place < 10; ++place)
        islands.data.actors[static_cast<std::size_t>(place)].member.kind =
            place < 8 ? "academia" : "research";
    const auto result =
        worked_out({.kind = AnalysisKind::groups_differ, .question = know, .likenesses = {Likeness::side}},
                   {islands.data});
    ASSERT_TRUE(result);
    ASSERT_EQ(result->groups.size(), 4u);
    EXPECT_EQ(result->groups[0].from, "firms");
    EXPECT_EQ(result->groups[3].from, "knowledge");
    EXPECT_EQ(result->groups[3].ties, 20) << "five members, everybody to everybody";
}

}  // namespace
}  // namespace konbit::analyses
