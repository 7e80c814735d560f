// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/measures.hpp"

#include "engine/network/metric.hpp"
#include "features/networks/demo_wave_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
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

/// Lets the first so many of those who answered a question keep their rows, and nobody else.
WaveData answered_by_first(WaveData data, QuestionKey key, int count) {
    for (auto& question : data.questions)
        if (question.question.key == key)
            for (auto& row : question.rows)
                if (is_observed(row) && --count < 0) row = RowState::nonresponse;
    return data;
}

TEST(Measures, EveryMeasureOfTheEngineIsThereOnce) {
    const auto report = measures_of(DemoWave(2).data, know);
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
    const auto report = measures_of(wave.data, know);
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
    const auto report = measures_of(wave.data, know);
    ASSERT_TRUE(report);
    EXPECT_FALSE(nodes(*report, "outdegree").values[silent]);
    EXPECT_FALSE(nodes(*report, "degree").values[silent]);
    EXPECT_TRUE(nodes(*report, "indegree").values[silent]) << "what others said of it is known";
    EXPECT_FALSE(report->members[silent].answered);
}

TEST(Measures, OfMembersAreForOpenQuestionsAnsweredByFourInFive) {
    const DemoWave wave(2);
    EXPECT_TRUE(measures_of(wave.data, communicate)->nodes.empty()) << "limited";
    EXPECT_FALSE(measures_of(wave.data, worked_together)->nodes.empty());
    const auto few = measures_of(answered_by_first(wave.data, know, 20), know);
    EXPECT_EQ(few->level, disclosure::ReportLevel::directional) << "20 of 28 are 71%";
    EXPECT_TRUE(few->nodes.empty());
    EXPECT_TRUE(few->members.empty());
    EXPECT_TRUE(few->key_players.empty());
}

// One and two members reach most. Nobody of these members is needed to hold the others together, so that
// nobody is named for it.
TEST(Measures, NameThoseWhoMatterMostTogether) {
    const DemoWave wave(2);
    const auto found = measures_of(wave.data, know)->key_players;
    ASSERT_EQ(found.size(), 2u);
    for (const std::size_t i : {0, 1}) {
        EXPECT_EQ(found[i].goal, network::KeyPlayerGoal::reach);
        EXPECT_EQ(found[i].members.size(), i + 1);
        EXPECT_TRUE(found[i].is_exact);
    }
    EXPECT_GE(found[1].value, found[0].value);
    EXPECT_TRUE(measures_of(wave.data, communicate)->key_players.empty()) << "limited";
}

TEST(Measures, BelowTwoThirdsOnlyCountsAndTheIntervalAreLeft) {
    const auto report = measures_of(answered_by_first(DemoWave(2).data, know, 10), know);
    ASSERT_TRUE(report);
    EXPECT_TRUE(graph(*report, "density").suppressed);
    EXPECT_TRUE(graph(*report, "krackhardt_connectedness").suppressed);
    EXPECT_TRUE(graph(*report, "density_low").value);
}

TEST(Measures, ASealedQuestionHasNone) {
    const auto refused = measures_of(DemoWave(2).data, sensitive);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace konbit::analyses
