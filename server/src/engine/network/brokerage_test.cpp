// SPDX-License-Identifier: Apache-2.0
#include "engine/network/brokerage.hpp"

#include "engine/network/brokerage_chance.hpp"
#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <utility>

namespace konbit::network {
namespace {

double count(const Brokerage& found, BrokerRole role, int actor) {
    return found.count[std::to_underlying(role)][actor];
}

}  // namespace

// Everything goes from somebody through actor 1 to 2; the groups alone decide the role.
TEST(Brokerage, NamesRolesByGroups) {
    const Graph way = shapes::directed(3, {{0, 1}, {1, 2}});
    const auto role_in = [&](std::array<int, 3> groups, BrokerRole role) {
        return count(brokerage(way, groups), role, 1);
    };
    EXPECT_EQ(role_in({0, 0, 0}, BrokerRole::coordinator), 1);
    EXPECT_EQ(role_in({0, 1, 0}, BrokerRole::itinerant), 1);
    EXPECT_EQ(role_in({0, 0, 1}, BrokerRole::representative), 1);
    EXPECT_EQ(role_in({1, 0, 0}, BrokerRole::gatekeeper), 1);
    EXPECT_EQ(role_in({0, 1, 2}, BrokerRole::liaison), 1);
    EXPECT_EQ(role_in({0, 1, 2}, BrokerRole::any), 1);
}

TEST(Brokerage, NeedsThatTheTwoHaveNoTie) {
    const std::array groups{0, 0, 0};
    EXPECT_EQ(count(brokerage(shapes::directed(3, {{0, 1}, {1, 2}, {0, 2}}), groups), BrokerRole::any, 1), 0);
}

// Three actors of one group, two of six ties: d = 1/3, six triples, each there with the chance d * d * (1 -
// d).
TEST(Brokerage, IsHeldBesideChance) {
    const std::array groups{0, 0, 0};
    const auto found = brokerage(shapes::directed(3, {{0, 1}, {1, 2}}), groups);
    EXPECT_NEAR(found.total[0].expected, 6 * (1.0 / 9) * (2.0 / 3), 1e-12);
    EXPECT_EQ(found.total[0].count, 1);
    // One broker: two triples that share no tie, so the variance is that of two independent ones.
    const double chance = 2.0 / 27;
    EXPECT_NEAR(found.z[0][1], (1 - 2 * chance) / std::sqrt(2 * chance * (1 - chance)), 1e-12);
}

// Groups of 2, 1 and 1: six orders of the groups, two triples each.
TEST(Brokerage, ExpectsLiaisonsAmongThreeGroups) {
    const BrokerageChance chance({2, 1, 1}, 0.5);
    EXPECT_DOUBLE_EQ(chance.of_all()[std::to_underlying(BrokerRole::liaison)].mean, 12 * 0.125);
    // The broker of one of the small groups: from 2 to 1 or back.
    EXPECT_DOUBLE_EQ(chance.of_member(1)[std::to_underlying(BrokerRole::liaison)].mean, 4 * 0.125);
    EXPECT_DOUBLE_EQ(chance.of_member(1)[std::to_underlying(BrokerRole::itinerant)].mean, 2 * 0.125);
}

// With everybody a group of its own, whoever stands between two others is a liaison.
TEST(Brokerage, TakesAsManyGroupsAsActors) {
    constexpr int n = 20'000;
    std::vector<int> groups(n);
    std::iota(groups.begin(), groups.end(), 0);
    const auto found = brokerage(Graph(n, std::array{Edge{0, 1}, Edge{1, 2}}, Direction::directed), groups);
    const auto& liaison = found.total[std::to_underlying(BrokerRole::liaison)];
    const auto& any = found.total[std::to_underlying(BrokerRole::any)];
    EXPECT_EQ(liaison.count, 1);
    EXPECT_NEAR(liaison.expected, any.expected, 1e-12);
    EXPECT_NEAR(found.z[std::to_underlying(BrokerRole::liaison)][1],
                found.z[std::to_underlying(BrokerRole::any)][1], 1e-6);
}

TEST(Brokerage, LeavesOutWhoseGroupIsUnknown) {
    const std::array groups{0, 0, -1};
    const auto found = brokerage(shapes::directed(3, {{0, 1}, {1, 2}}), groups);
    EXPECT_EQ(count(found, BrokerRole::any, 1), 0);
    EXPECT_TRUE(std::isnan(count(found, BrokerRole::any, 2)));
}

}  // namespace konbit::network
