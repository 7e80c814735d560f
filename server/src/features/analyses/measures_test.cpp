// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/measures.hpp"

#include "engine/network/metric.hpp"
#include "features/networks/demo_wave_test.hpp"
#include "features/stories/hand_wave_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace konbit::analyses {
namespace {

using networks::DemoWave;
using networks::WaveData;
using enum QuestionKey;

const GraphMeasure& graph(const MeasureReport& report, std::string_view id) {
    return *std::ranges::find(report.graph, id, &GraphMeasure::id);
}
const NodeMeasure& nodes(const MeasureReport& report, std::string_view id) {
    return *std::ranges::find(report.nodes, id, &NodeMeasure::id);
}

std::vector<KeyPlayerMeasure> sets(const MeasureReport& report, network::KeyPlayerGoal goal) {
    std::vector<KeyPlayerMeasure> found;
    std::ranges::copy_if(report.key_players, std::back_inserter(found),
                         [&](const auto& each) { return each.goal == goal; });
    return found;
}

/// A question that everybody answered, with these ties as they stand.
void ask(WaveData& data, QuestionKey key, std::vector<networks::Tie> ties) {
    auto& added = data.questions.emplace_back();
    added.question = surveys::new_question(SurveyId(), surveys::in_library(key));
    added.rows.assign(data.actors.size(), RowState::answered);
    added.is_named.assign(data.actors.size(), added.question.sensitivity != Sensitivity::sealed);
    added.ties = std::move(ties);
}

/// Lets the first so many of those who answered a question keep their rows, and nobody else.
WaveData answered_by_first(WaveData data, QuestionKey key, int count) {
    for (auto& question : data.questions)
        if (question.question.key == key)
            for (auto& row : question.rows)
                if (is_observed(row) && --count < 0) row = RowState::nonresponse;
    return data;
}

TEST(Measures, EveryMeasureOfTheEngineIsThereOnce) {
    const auto report = measures_of(DemoWave(2).data, {});
    ASSERT_TRUE(report);
    std::multiset<std::string_view> found;
    for (const auto& each : report->graph) found.insert(each.id);
    for (const auto& each : report->nodes) found.insert(each.id);
    for (const auto& metric : network::metrics())
        if (metric.scope != network::MetricScope::undirected)
            EXPECT_EQ(found.count(metric.id), 1u) << metric.id;
}

TEST(Measures, AreThoseOfTheNetworkPage) {
    const DemoWave wave(1);
    const auto report = measures_of(wave.data, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(graph(*report, "m").value, 245);
    EXPECT_EQ(graph(*report, "m").page, "size");
    EXPECT_EQ(graph(*report, "density_low").page, "nonresponse");
}

TEST(Measures, WhoDidNotAnswerHasNoValueThatCountsItsOwnWords) {
    DemoWave wave(1);
    const auto silent =
        static_cast<std::size_t>(std::ranges::find(wave.data.find(know)->rows, RowState::nonresponse) -
                                 wave.data.find(know)->rows.begin());
    ASSERT_LT(silent, wave.data.actors.size());
    const auto report = measures_of(wave.data, {});
    ASSERT_TRUE(report);
    EXPECT_FALSE(nodes(*report, "outdegree").values[silent]);
    EXPECT_FALSE(nodes(*report, "degree").values[silent]);
    EXPECT_TRUE(nodes(*report, "indegree").values[silent]) << "what others said of it is known";
    EXPECT_FALSE(report->members[silent].answered);
}

TEST(Measures, OfMembersAreForOpenQuestionsAnsweredByFourInFive) {
    const DemoWave wave(2);
    EXPECT_TRUE(measures_of(wave.data, {.question = communicate})->nodes.empty()) << "limited";
    EXPECT_FALSE(measures_of(wave.data, {.question = worked_together})->nodes.empty());
    const auto few = measures_of(answered_by_first(wave.data, know, 20), {});
    EXPECT_EQ(few->level, disclosure::ReportLevel::directional) << "20 of 28 are 71%";
    EXPECT_TRUE(few->nodes.empty());
    EXPECT_TRUE(few->members.empty());
    EXPECT_TRUE(few->key_players.empty());
}

// One and two members reach most. Nobody of these members is needed to hold the others together, so that
// nobody is named for it.
TEST(Measures, NameThoseWhoMatterMostTogether) {
    const DemoWave wave(2);
    const auto found = sets(*measures_of(wave.data, {}), network::KeyPlayerGoal::reach);
    EXPECT_TRUE(sets(*measures_of(wave.data, {}), network::KeyPlayerGoal::fragmentation).empty());
    ASSERT_EQ(found.size(), 2u);
    for (const std::size_t i : {0, 1}) {
        EXPECT_EQ(found[i].members.size(), i + 1);
        EXPECT_TRUE(found[i].is_exact);
    }
    EXPECT_GE(found[1].value, found[0].value);
    EXPECT_TRUE(measures_of(wave.data, {.question = communicate})->key_players.empty()) << "limited";
}

TEST(Measures, BelowTwoThirdsOnlyCountsAndTheIntervalAreLeft) {
    const auto report = measures_of(answered_by_first(DemoWave(2).data, know, 10), {});
    ASSERT_TRUE(report);
    EXPECT_TRUE(graph(*report, "density").suppressed);
    EXPECT_TRUE(graph(*report, "krackhardt_connectedness").suppressed);
    EXPECT_TRUE(graph(*report, "density_low").value);
}

// Ann, Bea, Cai and Xia of Grenada all know each other, Xia and Dot, Dot and Eve: seven pairs inside
// countries, one across; no pair shares a line of business.
TEST(Measures, CountByTheChosenGrouping) {
    using enum stories::StoryGrouping;
    const auto data = stories::wave_of(stories::six, stories::tail);
    const auto countries = measures_of(data, {});
    ASSERT_TRUE(countries);
    EXPECT_EQ(countries->grouping, country);
    EXPECT_EQ(countries->groupings, (std::vector{country, subsector})) << "all are firms, none has an island";
    EXPECT_DOUBLE_EQ(graph(*countries, "ei_index_ties").value.value(), -0.75);
    EXPECT_EQ(nodes(*countries, "gf_b_IO").values[3], 3) << "Xia speaks for three of Grenada to Dot";
    EXPECT_EQ(nodes(*countries, "gf_b_OI").values[3], 3);
    EXPECT_EQ(nodes(*countries, "gf_b_O").values[3], 0);
    const auto lines = measures_of(data, {.grouping = subsector});
    EXPECT_DOUBLE_EQ(graph(*lines, "ei_index_ties").value.value(), 1);
    EXPECT_EQ(nodes(*lines, "gf_b_O").values[3], 6) << "between three lines and the hotel, both ways";
    EXPECT_TRUE(nodes(*lines, "gf_z_b_O").values[3]);
}

// Four of Grenada have all 12 ties among them and one of eight to the two of Saint Lucia.
TEST(Measures, TheTableOfGroupsHoldsTiesDensityAndOdds) {
    const auto table = measures_of(stories::wave_of(stories::six, stories::tail), {})->mixing;
    ASSERT_EQ(table.size(), 4u);
    EXPECT_EQ(table[0].from + table[0].to, "GDGD");
    EXPECT_EQ(table[0].ties, 12);
    EXPECT_EQ(table[0].possible, 12);
    EXPECT_FALSE(table[0].odds) << "no pair without a tie";
    EXPECT_EQ(table[1].from + table[1].to, "GDLC");
    EXPECT_EQ(table[1].possible, 8);
    EXPECT_DOUBLE_EQ(table[1].odds.value(), 1.0 / 7);
}

// Xia knows four and has worked with one of them: 5 layers over 4 contacts. Eve did not say with whom she
// worked: she has no value, and for Dot only Xia counts.
TEST(Measures, MeanLayersCountsOpenQuestionsOfThoseWhoAnsweredAll) {
    auto data = stories::wave_of(stories::six, stories::tail);
    EXPECT_EQ(std::ranges::count(measures_of(data, {})->nodes, "mean_layers", &NodeMeasure::id), 0)
        << "one question is one layer";
    ask(data, worked_together, {{3, 4, 1}, {4, 3, 1}});
    ask(data, communicate, {{0, 1, 4}});
    EXPECT_EQ(nodes(*measures_of(data, {}), "mean_layers").values[3], 1.25) << "limited answers do not count";
    EXPECT_EQ(nodes(*measures_of(data, {}), "mean_layers").values[5], 1);
    data.questions[1].rows[5] = RowState::nonresponse;
    const NodeMeasure layers = nodes(*measures_of(data, {}), "mean_layers");
    EXPECT_EQ(layers.range, "1..2");
    EXPECT_FALSE(layers.values[5]);
    EXPECT_EQ(layers.values[4], 2);
}

// Without Xia four of ten pairs are connected, without Ann and Xia two of six. Xia reaches five, Ann and Dot
// everybody.
TEST(Measures, KeyPlayersAreSetsOfUpToTheChosenSize) {
    using enum network::KeyPlayerGoal;
    const auto data = stories::wave_of(stories::six, stories::tail);
    const auto report = measures_of(data, {.key_players = 4});
    const auto id = [&](std::size_t place) { return data.actors[place].member.id; };
    const auto apart = sets(*report, fragmentation);
    ASSERT_GE(apart.size(), 2u);
    EXPECT_DOUBLE_EQ(apart[0].value, 0.6);
    EXPECT_DOUBLE_EQ(apart[1].value, 2.0 / 3);
    EXPECT_EQ(apart[1].members, (std::vector{id(0), id(3)}));
    const auto far = sets(*report, distance_fragmentation);
    ASSERT_FALSE(far.empty());
    EXPECT_EQ(far[0].members, (std::vector{id(3)}));
    const auto reached = sets(*report, reach);
    ASSERT_EQ(reached.size(), 4u);
    EXPECT_EQ(reached[0].value, 5);
    EXPECT_EQ(reached[1].value, 6);
    EXPECT_EQ(reached[3].members.size(), 4u);
    EXPECT_EQ(measures_of(data, {.key_players = 6}).error().code, ErrorCode::invalid);
    EXPECT_EQ(measures_of(data, {.key_players = 0}).error().code, ErrorCode::invalid);
}

// Xia lies between three and two others, both ways. With as many pivots as members the estimate is exact.
TEST(Measures, BetweennessOfLargeNetworksIsAnEstimateWithItsError) {
    const auto data = stories::wave_of(stories::six, stories::tail);
    EXPECT_FALSE(nodes(*measures_of(data, {}), "betweenness").pivots);
    const auto report = measures_of(data, {}, 5);
    const auto& estimate = nodes(*report, "betweenness");
    EXPECT_EQ(estimate.pivots, 6);
    EXPECT_DOUBLE_EQ(estimate.values[3].value(), 12);
    EXPECT_EQ(estimate.standard_errors[3], 0);
    EXPECT_DOUBLE_EQ(nodes(*report, "betweenness_normalized").values[3].value(), 0.6);
    EXPECT_EQ(std::ranges::count(report->nodes, "harmonic_out_norm", &NodeMeasure::id), 0);
    EXPECT_EQ(std::ranges::count(report->nodes, "constraint", &NodeMeasure::id), 1);
}

TEST(Measures, RatingsAreAMeanOverAllAndNobodysScore) {
    auto data = stories::wave_of(stories::six, stories::tail);
    ask(data, reliability, {{0, 1, 2}, {1, 2, 3}, {2, 3, 2}, {3, 4, 3}, {4, 5, 2}, {5, 4, 3}});
    const auto report = measures_of(data, {});
    EXPECT_EQ(graph(*report, "mean_rating").value, 2.5);
    EXPECT_EQ(graph(*report, "mean_rating").page, "perceived");
    EXPECT_EQ(std::ranges::count(report->nodes, "perceived", &NodeMeasure::page), 0);
    EXPECT_EQ(graph(*report, "mean_rating").question, reliability);
    data.questions[1].ties = {{0, 1, 2}, {1, 2, 3}};
    EXPECT_TRUE(graph(*measures_of(data, {}), "mean_rating").suppressed) << "two gave a rating";
    data.wave.state = WaveState::open;
    EXPECT_EQ(graph(*measures_of(data, {}), "ratings").reason, "wave_not_frozen");
}

TEST(Measures, RatingsOfTwoQuestionsAreToldApart) {
    auto data = stories::wave_of(stories::six, stories::tail);
    ask(data, reliability, {{0, 1, 2}, {1, 2, 3}, {2, 3, 2}, {3, 4, 3}, {4, 5, 2}, {5, 4, 3}});
    ask(data, contribution, {{0, 1, 3}, {1, 2, 4}, {2, 3, 3}, {3, 4, 3}, {4, 5, 2}, {5, 4, 3}});
    const auto report = measures_of(data, {});
    std::map<std::optional<QuestionKey>, std::optional<double>> means;
    for (const auto& each : report->graph)
        if (each.id == "mean_rating") means.emplace(each.question, each.value);
    EXPECT_EQ(means.size(), 2);
    EXPECT_EQ(means[reliability], 2.5);
    EXPECT_EQ(means[contribution], 3);
    EXPECT_EQ(graph(*report, "density").question, std::nullopt);
}

TEST(Measures, AreNamedForTheMapByTheSameList) {
    const auto report = measures_of(DemoWave(2).data, {});
    for (const auto& each : report->nodes) EXPECT_TRUE(is_member_measure(each.id)) << each.id;
    EXPECT_FALSE(is_member_measure("density"));
    EXPECT_FALSE(is_member_measure("same"));
}

TEST(Measures, ASealedQuestionHasNone) {
    const auto refused = measures_of(DemoWave(2).data, {.question = sensitive});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace konbit::analyses
