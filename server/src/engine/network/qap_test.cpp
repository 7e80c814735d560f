// SPDX-License-Identifier: Apache-2.0
#include "engine/network/qap.hpp"

#include "engine/network/mrqap.hpp"
#include "engine/network/random_graph.hpp"
#include "engine/network/rewiring.hpp"
#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace konbit::network {

// Of 6 pairs the path has 3, the star around 1 has 3, both have 0-1 and 1-2: (6 * 2 - 9) / 9.
TEST(GraphCorrelation, CountsSharedTies) {
    const Graph star = shapes::undirected(4, {{1, 0}, {1, 2}, {1, 3}});
    EXPECT_DOUBLE_EQ(graph_correlation(shapes::path(), star).value(), 3.0 / 9);
    EXPECT_DOUBLE_EQ(graph_correlation(star, star).value(), 1);
    EXPECT_FALSE(graph_correlation(star, shapes::undirected(4, {})));
}

// The path has two orders in which it lies upon itself, of 24: p = 1/12.
TEST(Qap, FindsHowOftenChanceDoesAsWell) {
    const auto test = qap(shapes::path(), shapes::path(), {.count = 5000}).value();
    EXPECT_DOUBLE_EQ(test.observed, 1);
    EXPECT_NEAR(test.p_ge, 1.0 / 12, 3 * std::sqrt(1.0 / 12 * 11 / 12 / 5000));
    EXPECT_NEAR(test.mean, 0, 0.05);
}

TEST(Qap, IsTheSameOnAnyNumberOfThreads) {
    Random random(1);
    const Graph one = random_graph(20, 60, Direction::directed, random), other = rewired(one, random);
    const auto test = [&](int threads) {
        return qap(one, other, {.count = 300, .threads = threads}).value();
    };
    EXPECT_EQ(test(1).sd, test(4).sd);
    EXPECT_EQ(test(1).p_ge, test(4).p_ge);
}

namespace {

MrqapModel fit(const PairValues& outcome, const std::vector<Predictor>& predictors,
               Shuffles shuffles = {.count = 99}) {
    return mrqap({.outcome = outcome, .predictors = predictors}, shuffles).value();
}

}  // namespace

// Three actors whose values lie 1, 1 and 2 apart; the outcome is 2 + 3 times that, but for one cell of each
// pair, which is 1 off upwards or downwards, so that the slope stays.
TEST(Mrqap, FitsALine) {
    const std::array place{0.0, 1.0, 2.0};
    const PairValues apart = absolute_difference(place);
    PairValues outcome(3);
    for (int i = 0; i < 3; ++i)
        for (int j = 0; j < 3; ++j) outcome.at(i, j) = 2 + 3 * apart.at(i, j) + (i < j ? 1 : -1);
    const MrqapModel model = fit(outcome, {{"apart", apart}});
    EXPECT_NEAR(model.coefficients[0].estimate, 2, 1e-12);
    EXPECT_NEAR(model.coefficients[1].estimate, 3, 1e-12);
    EXPECT_EQ(model.df_resid, 4);
    // Squares: residuals 6, apart around its mean 4/3, all 9 * 4/3 + 6.
    EXPECT_NEAR(model.r2, 12.0 / 18, 1e-12);
    EXPECT_NEAR(model.coefficients[1].t, 3 / std::sqrt(6.0 / 4 / (4.0 / 3)), 1e-12);
    EXPECT_EQ(model.coefficients[0].test.count, 0);
}

TEST(Mrqap, TellsWhatMattersFromWhatDoesNot) {
    Random random(4);
    const Graph cause = random_graph(30, 200, Direction::directed, random),
                noise = random_graph(30, 200, Direction::directed, random);
    std::vector<Edge> ties = cause.edges();
    ties.resize(150);
    const PairValues outcome = tie_values(Graph(30, ties, Direction::directed));
    for (const MrqapNull null : {MrqapNull::double_semi_partialing, MrqapNull::outcome}) {
        const std::vector<Predictor> predictors{{"cause", tie_values(cause)}, {"noise", tie_values(noise)}};
        const auto model =
            mrqap({.outcome = outcome, .predictors = predictors, .null = null}, {.count = 199});
        EXPECT_DOUBLE_EQ(model->coefficients[1].test.p_two, 1.0 / 200);
        EXPECT_GT(model->coefficients[2].test.p_two, 0.05);
    }
}

TEST(Mrqap, IsTheSameOnAnyNumberOfThreads) {
    Random random(4);
    const Graph one = random_graph(15, 60, Direction::directed, random), other = rewired(one, random);
    const auto p = [&](int threads) {
        return fit(tie_values(one), {{"other", tie_values(other)}}, {.count = 200, .threads = threads})
            .coefficients[1]
            .test.mean;
    };
    EXPECT_EQ(p(1), p(3));
}

// The same path of three with its actors renamed, and one without ties: one shuffle of 24 fits without a
// rest.
TEST(Mrqap, CountsShufflesThatFitWithoutARest) {
    const Graph path = shapes::directed(4, {{1, 2}, {2, 0}}), renamed = shapes::directed(4, {{0, 1}, {1, 2}});
    const Coefficient found =
        fit(tie_values(path), {{"renamed", tie_values(renamed)}}, {.count = 500}).coefficients[1];
    EXPECT_FALSE(std::isnan(found.test.mean));
    EXPECT_GT(found.test.p_ge, 1.0 / 24);
}

TEST(Mrqap, RefusesWhatCannotBeFitted) {
    const PairValues path = tie_values(shapes::path()), nothing(4);
    const auto reason = [](const PairValues& outcome, const std::vector<Predictor>& predictors) {
        return mrqap({.outcome = outcome, .predictors = predictors}).error();
    };
    const Error twice = reason(path, {{"a", path}, {"b", path}});
    EXPECT_EQ(twice.reason, "collinear");
    EXPECT_EQ(twice.params.at("name"), "b");
    EXPECT_EQ(reason(path, {{"a", nothing}}).params.at("name"), "a");
    EXPECT_EQ(reason(nothing, {{"a", path}}).reason, "constant_outcome");
    EXPECT_EQ(reason(path, {{"a", path}}).reason, "perfect_fit");
    const PairValues two(2);
    EXPECT_EQ(reason(two, {{"a", two}}).reason, "too_few_pairs");
}

}  // namespace konbit::network
