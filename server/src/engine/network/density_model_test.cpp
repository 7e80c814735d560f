// SPDX-License-Identifier: Apache-2.0
#include "engine/network/density_model.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <array>

namespace konbit::network {
namespace {

double r_squared(const Graph& graph, std::span<const int> groups, DensityModel model) {
    return density_model_test(graph, groups, model, {.count = 9}).value().observed;
}

// Twelve cells, four ties: what varies is 4 - 16/12 = 8/3. By blocks 2 of 2, 1 of 2, 1 of 4 and 0 of 4:
// 4/2 + 1/2 + 1/4 - 16/12 = 17/12; inside each group and between: 4/2 + 1/2 + 1/8 - 16/12 = 31/24; inside and
// between: 9/4 + 1/8 - 16/12 = 25/24.
TEST(DensityModel, DescribesWhatTheDensitiesOfItsBlocksDo) {
    const Graph graph = shapes::directed(4, {{0, 1}, {1, 0}, {2, 3}, {0, 2}});
    const std::array groups{0, 0, 1, 1};
    EXPECT_NEAR(r_squared(graph, groups, DensityModel::structural_blocks), 17.0 / 32, 1e-12);
    EXPECT_NEAR(r_squared(graph, groups, DensityModel::variable_homophily), 31.0 / 64, 1e-12);
    EXPECT_NEAR(r_squared(graph, groups, DensityModel::constant_homophily), 25.0 / 64, 1e-12);
}

// Two triangles joined by one tie: 3 of 3, 3 of 3 and 1 of 9. 7 - 49/15 vary; 3 + 3 + 1/9 - 49/15 are
// described. Six members split into halves in ten ways, and only this one describes as much: p is near 1/10.
TEST(DensityModel, StandsBesideOtherMembersOfTheSameGroups) {
    const std::array groups{0, 0, 0, 1, 1, 1};
    const auto test = density_model_test(shapes::barbell(), groups, DensityModel::structural_blocks).value();
    EXPECT_NEAR(test.observed, (6 + 1.0 / 9 - 49.0 / 15) / (7 - 49.0 / 15), 1e-12);
    EXPECT_NEAR(test.p_ge, 0.1, 0.02);
}

TEST(DensityModel, LeavesOutMembersOfUnknownGroup) {
    const Graph graph = shapes::directed(5, {{0, 1}, {1, 0}, {2, 3}, {0, 2}, {4, 0}, {1, 4}});
    const std::array groups{0, 0, 1, 1, -1};
    EXPECT_NEAR(r_squared(graph, groups, DensityModel::structural_blocks), 17.0 / 32, 1e-12);
}

TEST(DensityModel, IsUndefinedWhereNothingVaries) {
    const std::array one{0, 0, 0}, two{0, 0, 1}, unknown{-1, -1, -1};
    const auto of = [](const Graph& graph, std::span<const int> groups) {
        return density_model_test(graph, groups, DensityModel::constant_homophily, {.count = 9}).has_value();
    };
    EXPECT_FALSE(of(shapes::undirected(3, {{0, 1}}), one));
    EXPECT_FALSE(of(shapes::undirected(3, {{0, 1}}), unknown));
    EXPECT_FALSE(of(shapes::undirected(3, {}), two));
    EXPECT_FALSE(of(shapes::undirected(3, {{0, 1}, {1, 2}, {0, 2}}), two));
    EXPECT_TRUE(of(shapes::undirected(3, {{0, 1}}), two));
}

}  // namespace
}  // namespace konbit::network
