// SPDX-License-Identifier: Apache-2.0
#include "engine/network/observed.hpp"

#include "core/csv.hpp"
#include "engine/network/network_csv.hpp"
#include "engine/network/wave_change.hpp"

#include <gmock/gmock.h>

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>

using testing::ElementsAre;
using testing::IsEmpty;

namespace konbit::network {
namespace {

/// Four members; 3 did not answer. 0 and 1 name each other, 2 names 1 and 3, 0 names 3; what 3 says is not
/// known.
ObservedNetwork small() {
    return {{true, true, true, false},
            std::array{Edge{0, 1}, Edge{1, 0}, Edge{2, 1}, Edge{2, 3}, Edge{0, 3}, Edge{3, 1}}};
}

Graph golden(const std::string& name) {
    const auto contents = [&](const std::string& part) {
        std::ifstream file(KONBIT_SOURCE_DIR "/tests/golden/networks/" + name + part, std::ios::binary);
        return std::string{std::istreambuf_iterator<char>(file), {}};
    };
    const std::string edges = contents(".edges.csv"), nodes = contents(".nodes.csv");
    return read_network({edges, nodes}).value().graph;
}

/// @param silent  Actors without an answer, as numbered in the files (from 1).
ObservedNetwork with_silence(const Graph& graph, const std::vector<int>& silent) {
    std::vector<bool> has_answered(graph.node_count(), true);
    for (const int id : silent) has_answered[id - 1] = false;
    return {has_answered, graph.edges()};
}

}  // namespace

// 5 ties of 3 members who could name 3 each.
TEST(ObservedNetwork, TakesSilenceForUnknownNotForZero) {
    EXPECT_EQ(small().reported().edge_count(), 5);
    EXPECT_DOUBLE_EQ(density_available(small()).value(), 5.0 / 9);
    EXPECT_DOUBLE_EQ(response_rate(small()).value(), 0.75);
}

// 1: named by 0 and 2, both others who answered. 3: named by 2 of 3.
TEST(ObservedNetwork, DividesNamingsByThoseWhoCouldName) {
    EXPECT_THAT(indegree_share_of_observers(small()), ElementsAre(0.5, 1, 0, 2.0 / 3));
}

// Pairs with two answers: 0-1 mutual, 1-2 unanswered, 0-2 none. Three of six pairs have two answers, all have
// one.
TEST(ObservedNetwork, CountsDyadsWithTwoAnswersOnly) {
    EXPECT_EQ(dyad_census_observed(small()), (DyadCensus{1, 1, 1}));
    EXPECT_DOUBLE_EQ(reciprocity_edgewise_observed(small()).value(), 2.0 / 3);
    EXPECT_DOUBLE_EQ(dyads_fully_observed_share(small()).value(), 0.5);
    EXPECT_DOUBLE_EQ(dyads_any_observed_share(small()).value(), 1);
}

TEST(ObservedNetwork, IsFilledInFromWhatOthersSay) {
    const ReconstructedNetwork result = reconstructed(small());
    EXPECT_THAT(result.filled_in, ElementsAre(Edge{3, 0}, Edge{3, 2}));
    EXPECT_DOUBLE_EQ(result.density_known_cells.value(), 7.0 / 12);
}

TEST(ObservedNetwork, LosesDirectionByTheRuleOfTheQuestion) {
    const SymmetrizedNetwork either = symmetrized(small(), Symmetrization::either);
    EXPECT_THAT(either.ties, ElementsAre(Edge{0, 1}, Edge{0, 3}, Edge{1, 2}, Edge{2, 3}));
    EXPECT_THAT(either.support, ElementsAre(TieSupport::both_report, TieSupport::other_silent,
                                            TieSupport::one_reports, TieSupport::other_silent));
    EXPECT_DOUBLE_EQ(either.density_known_dyads.value(), 4.0 / 6);
    const SymmetrizedNetwork both = symmetrized(small(), Symmetrization::both);
    EXPECT_THAT(both.ties, ElementsAre(Edge{0, 1}, Edge{0, 3}, Edge{2, 3}));
    EXPECT_DOUBLE_EQ(both.density_known_dyads.value(), 1.0 / 3);
}

TEST(ObservedNetwork, SaysNothingWithoutAnswers) {
    const ObservedNetwork silent({false, false}, {});
    EXPECT_EQ(density_available(silent), std::nullopt);
    EXPECT_EQ(reciprocity_edgewise_observed(silent), std::nullopt);
    EXPECT_TRUE(std::isnan(indegree_share_of_observers(silent)[0]));
    EXPECT_EQ(symmetrized(silent, Symmetrization::both).density_known_dyads, std::nullopt);
    EXPECT_EQ(response_rate(ObservedNetwork({}, {})), std::nullopt);
}

// tests/golden/networks/nonresponse.json, sampson_like3_N_5. By hand: 56 ties less the 3 of actor 5 leave 53
// of 17 * 17 cells; 17 * 16 of 18 * 17 pairs have two answers; 5 is named by 4 of 17, who are filled in: 57
// of 306.
TEST(ObservedNetwork, AgreesWithTheReferenceOnSampson) {
    const ObservedNetwork network = with_silence(golden("sampson_like3"), {5});
    EXPECT_DOUBLE_EQ(density_available(network).value(), 53.0 / 289);
    EXPECT_NEAR(density_available(network).value(), 0.18339100346020762, 1e-12);
    EXPECT_NEAR(dyads_fully_observed_share(network).value(), 17.0 * 16 / (18 * 17), 1e-12);
    EXPECT_NEAR(reciprocity_edgewise_observed(network).value(), 0.5306122448979592, 1e-12);
    EXPECT_NEAR(indegree_share_of_observers(network)[4], 4.0 / 17, 1e-12);
    EXPECT_NEAR(indegree_share_of_observers(network)[1], 5.0 / 16, 1e-12);
    EXPECT_EQ(reconstructed(network).filled_in.size(), 4U);
    EXPECT_NEAR(reconstructed(network).density_known_cells.value(), 57.0 / 306, 1e-12);
    EXPECT_EQ(symmetrized(network, Symmetrization::either).graph.edge_count(), 40);
    EXPECT_NEAR(symmetrized(network, Symmetrization::either).density_known_dyads.value(), 40.0 / 153, 1e-12);
    // 13 of the 136 pairs with two answers name each other.
    EXPECT_NEAR(symmetrized(network, Symmetrization::both).density_known_dyads.value(), 13.0 / 136, 1e-12);
}

// coleman_fall_N_every5th: 14 of 73 silent, 59 * 58 of 73 * 72 pairs with two answers, 14 * 13 without any.
TEST(ObservedNetwork, AgreesWithTheReferenceOnColeman) {
    std::vector<int> silent;
    for (int id = 5; id <= 70; id += 5) silent.push_back(id);
    const ObservedNetwork network = with_silence(golden("coleman_fall"), silent);
    EXPECT_NEAR(response_rate(network).value(), 59.0 / 73, 1e-12);
    EXPECT_NEAR(dyads_fully_observed_share(network).value(), 59.0 * 58 / (73 * 72), 1e-12);
    EXPECT_NEAR(dyads_any_observed_share(network).value(), 1 - 14.0 * 13 / (73 * 72), 1e-12);
    EXPECT_NEAR(density_available(network).value(), 0.04825800376647834, 1e-12);
    EXPECT_NEAR(reciprocity_edgewise_observed(network).value(), 0.5217391304347826, 1e-12);
    EXPECT_EQ(reconstructed(network).filled_in.size(), 44U);
    EXPECT_NEAR(reconstructed(network).density_known_cells.value(), 0.04907370910524241, 1e-12);
    EXPECT_EQ(symmetrized(network, Symmetrization::either).graph.edge_count(), 163);
    EXPECT_NEAR(symmetrized(network, Symmetrization::either).density_known_dyads.value(), 0.06424911312573907,
                1e-12);
    EXPECT_NEAR(indegree_share_of_observers(network)[70], 0.15517241379310345, 1e-12);
}

// sampson12_missing: 3 silent in the first wave, 7 and 12 in the second: 15 rows of 17 cells.
TEST(WaveChange, ComparesRowsAnsweredInBothWaves) {
    const std::vector<bool> all(18, true);
    const WaveChange change = compare({with_silence(golden("sampson_like1"), {3}), all},
                                      {with_silence(golden("sampson_like2"), {7, 12}), all});
    EXPECT_EQ(change.comparable_cells, 15 * 17);
    EXPECT_EQ(change.kept.size(), 30U);
    EXPECT_EQ(change.lost.size(), 16U);
    EXPECT_EQ(change.gained.size(), 17U);
    EXPECT_EQ(change.absent(), 192);
    EXPECT_NEAR(change.jaccard().value(), 30.0 / 63, 1e-12);
    EXPECT_NEAR(change.retention().value(), 30.0 / 46, 1e-12);
}

// 2 left and 3 joined: only the cells between 0 and 1 compare; the tie to the leaver is not lost.
TEST(WaveChange, LeavesOutThoseWhoCameOrWent) {
    const Wave first{{{true, true, true, false}, std::array{Edge{0, 1}, Edge{0, 2}}},
                     {true, true, true, false}};
    const Wave second{{{true, true, false, true}, std::array{Edge{1, 0}, Edge{3, 0}}},
                      {true, true, false, true}};
    const WaveChange change = compare(first, second);
    EXPECT_EQ(change.comparable_cells, 2);
    EXPECT_THAT(change.kept, IsEmpty());
    EXPECT_THAT(change.lost, ElementsAre(Edge{0, 1}));
    EXPECT_THAT(change.gained, ElementsAre(Edge{1, 0}));
    EXPECT_THAT(change.joined, ElementsAre(3));
    EXPECT_THAT(change.left, ElementsAre(2));
    EXPECT_EQ(compare({ObservedNetwork({true}, {}), {true}}, {ObservedNetwork({true}, {}), {true}}).jaccard(),
              std::nullopt);
}

}  // namespace konbit::network
