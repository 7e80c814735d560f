// SPDX-License-Identifier: Apache-2.0
#include "engine/network/layers.hpp"

#include "engine/network/perceived.hpp"
#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace konbit::network {

// Know: 0-1, 1-2, 2-3. Work: 1-2. Compete: 1-2 and 0-3.
TEST(Multiplexity, ReadsFunnelsAndCoopetition) {
    const std::array layers{Layer{"know", shapes::path()}, Layer{"work", shapes::undirected(4, {{1, 2}})},
                            Layer{"compete", shapes::undirected(4, {{1, 2}, {0, 3}})}};
    const Multiplexity found = multiplexity(layers);
    EXPECT_EQ(found.union_ties, 4);
    EXPECT_DOUBLE_EQ(found.multiplex_share.value(), 1.0 / 4);
    ASSERT_EQ(found.signatures.size(), 3U);
    EXPECT_EQ(found.signatures[0].layers, 0b001U);
    EXPECT_EQ(found.signatures[0].pairs, 2);
    EXPECT_EQ(found.signatures[2].layers, 0b111U);
    EXPECT_DOUBLE_EQ(found.overlaps[0].conversion.value(), 1.0 / 3);  // of those who know, who work together
    EXPECT_DOUBLE_EQ(found.overlaps[0].jaccard.value(), 1.0 / 3);
    EXPECT_DOUBLE_EQ(found.overlaps[5].conversion.value(), 1.0 / 2);  // of competitors, who work together
    EXPECT_DOUBLE_EQ(found.mean_layers[1], (1 + 3) / 2.0);
}

TEST(Multiplexity, IsUndefinedWithoutTies) {
    const std::array layers{Layer{"know", shapes::directed(2, {})}};
    const Multiplexity found = multiplexity(layers);
    EXPECT_FALSE(found.multiplex_share);
    EXPECT_TRUE(std::isnan(found.mean_layers[0]));
}

// Actor 0 is rated 2, 3 and 4 on average; 1 by two only; the third left an item out.
TEST(PerceivedScores, NeedThreeWholeRatings) {
    const std::array ratings{Rating{1, 0, {1, 2, 3}}, Rating{2, 0, {3, 3, 3}}, Rating{3, 0, {4, 4, 4}},
                             Rating{0, 1, {1, 1, 1}}, Rating{2, 1, {1, 1, 1}}, Rating{3, 1, {4, {}, 4}},
                             Rating{0, 0, {4, 4, 4}}};
    const PerceivedScores scores = perceived_scores(ratings, 4);
    EXPECT_DOUBLE_EQ(scores.of[0].score.value(), 3);
    EXPECT_EQ(scores.of[0].raters, 3);
    EXPECT_FALSE(scores.of[1].score);
    EXPECT_EQ(scores.of[1].raters, 2);
    EXPECT_DOUBLE_EQ(scores.network.value(), 3);
    EXPECT_FALSE(perceived_scores({}, 4).network);
}

}  // namespace konbit::network
