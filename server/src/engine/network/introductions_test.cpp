// SPDX-License-Identifier: Apache-2.0
#include "engine/network/introductions.hpp"

#include "engine/network/network_csv.hpp"
#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>

namespace konbit::network {
namespace {

Graph florentine_families() {
    std::ifstream file(KONBIT_SOURCE_DIR "/tests/golden/networks/flo_marriage.edges.csv", std::ios::binary);
    const std::string edges{std::istreambuf_iterator<char>(file), {}};
    std::string nodes = "id\n";
    for (int id = 1; id <= 16; ++id) nodes += std::to_string(id) + "\n";
    return read_network({edges, nodes}, {Direction::undirected}).value().graph;
}

/// Everybody willing, nothing known of groups and sectors.
struct Setting {
    explicit Setting(Graph graph)
        : ties(std::move(graph)),
          willing(ties.node_count(), true),
          groups(ties.node_count(), -1),
          sectors(groups) {}

    Introductions advice() const { return introductions({ties, willing, groups, sectors}); }

    Graph ties;
    std::vector<bool> willing;
    std::vector<int> groups, sectors;
};

bool names(const std::vector<Introduction>& list, int node) {
    return std::ranges::any_of(
        list, [&](const Introduction& each) { return each.one == node || each.other == node; });
}

}  // namespace

// tests/golden/networks/nonresponse.json, introductions_flo_marriage (there numbered from 1): Guadagni (7)
// and Medici (9) share Albizzi and Tornabuoni, each with three contacts: 2 / ln 3 = 1.8204785.
TEST(OpenPairs, AreOrderedByAdamicAdar) {
    const auto pairs = open_pairs(florentine_families());
    EXPECT_EQ(std::pair(pairs[0].one, pairs[0].other), std::pair(6, 8));
    EXPECT_EQ(pairs[0].common_contacts, 2);
    EXPECT_NEAR(pairs[0].score, 2 / std::log(3.0), 1e-9);
    EXPECT_NEAR(pairs[1].score, 1.631586747, 1e-9);
    EXPECT_EQ(std::pair(pairs[1].one, pairs[1].other), std::pair(3, 4));
    // One shared contact who has no others than two weighs more than two busier ones.
    EXPECT_EQ(std::pair(pairs[2].one, pairs[2].other), std::pair(4, 8));
    EXPECT_NEAR(pairs[2].score, 1 / std::log(2.0), 1e-9);
    EXPECT_EQ(std::pair(pairs[4].one, pairs[4].other), std::pair(1, 15));
    EXPECT_NEAR(pairs[4].score, 1.279458147, 1e-9);
}

// Medici (8), the one with six contacts, is left in peace; everybody else occurs at most twice.
TEST(Introductions, SpareTheHubAndCapEachActor) {
    const auto list = Setting(florentine_families()).advice().close_triangle;
    ASSERT_FALSE(list.empty());
    EXPECT_FALSE(names(list, 8));
    for (int node = 0; node < 16; ++node)
        EXPECT_LE(std::ranges::count_if(
                      list, [&](const auto& each) { return each.one == node || each.other == node; }),
                  2);
}

TEST(Introductions, NameAWillingContactOfBoth) {
    EXPECT_TRUE(
        Setting(shapes::path()).advice().close_triangle.empty());  // the two inner ones are the busiest here
    // 0 and 2 share 1 and 3; 4 and 5 keep the others from being hubs.
    Setting square(shapes::undirected(8, {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {1, 4}, {4, 5}, {4, 6}, {4, 7}}));
    const auto pairs = square.advice().close_triangle;
    const auto found = std::ranges::find(pairs, 0, &Introduction::one);
    ASSERT_NE(found, pairs.end());
    EXPECT_EQ(found->other, 2);
    EXPECT_EQ(found->introducer, 3);  // fewer contacts than 1
    square.willing[3] = false;
    const auto without_3 = square.advice().close_triangle;
    EXPECT_EQ(std::ranges::find(without_3, 0, &Introduction::one)->introducer, 1);
    square.willing[0] = false;
    EXPECT_FALSE(names(square.advice().close_triangle, 0));
}

TEST(Introductions, BridgeGroupsThatLieFarApart) {
    Setting setting(shapes::undirected(8, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {3, 6}, {3, 7}}));
    setting.groups = {0, 0, 0, 0, 1, 1, 1, 1};
    const auto list = setting.advice().bridge_groups;
    ASSERT_FALSE(list.empty());
    EXPECT_FALSE(names(list, 3));  // the hub
    for (const Introduction& each : list) EXPECT_NE(setting.groups[each.one], setting.groups[each.other]);
    EXPECT_TRUE(std::ranges::is_sorted(list, std::greater{}, &Introduction::score));
}

// 7 has no tie; of the willing hosts, 1 and 5 share its line of business.
TEST(Introductions, BringInTheLonelyByTheirLineOfBusiness) {
    Setting setting(shapes::undirected(8, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {3, 0}, {3, 6}}));
    setting.sectors = {0, 1, 0, 0, 0, 1, 0, 1};
    const auto list = setting.advice().bring_in_isolate;
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].one, 7);
    EXPECT_EQ(list[0].other, 1);
    EXPECT_EQ(list[1].other, 5);
}

TEST(Introductions, HaveNothingToSayOfNobody) {
    const Introductions advice = Setting(Graph()).advice();
    EXPECT_TRUE(advice.close_triangle.empty() && advice.bridge_groups.empty() &&
                advice.bring_in_isolate.empty());
    EXPECT_TRUE(Setting(shapes::undirected(3, {})).advice().bring_in_isolate.empty());
}

// Actors 1 to 4 share only contact 0, so that each of the six pairs would be introduced by it.
TEST(Introductions, LeaveOutPairsThatWereIntroducedAndSpareTheIntroducer) {
    const std::array star{Edge{0, 1}, Edge{0, 2}, Edge{0, 3}, Edge{0, 4}};
    const Graph ties(5, star, Direction::undirected);
    const std::vector<bool> willing(5, true);
    const std::vector<int> unknown(5, -1);
    IntroductionSetting setting{ties, willing, unknown, unknown};
    EXPECT_EQ(introductions(setting).close_triangle.size(), 3U)
        << "1, 2 and 3 twice each; 4 finds nobody free";
    setting.left_out = {{1, 2}, {1, 3}, {1, 4}};
    EXPECT_FALSE(names(introductions(setting).close_triangle, 1));
    setting.most_per_introducer = 2;
    EXPECT_EQ(introductions(setting).close_triangle.size(), 2U);
    setting.already_introducing = {2, 0, 0, 0, 0};
    EXPECT_TRUE(introductions(setting).close_triangle.empty());
}

}  // namespace konbit::network
