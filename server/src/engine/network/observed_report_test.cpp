// SPDX-License-Identifier: Apache-2.0
#include "engine/network/observed_report.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace konbit::network {
namespace {

// a and b name each other, a names c; c and d are silent, and nobody names d.
ObservedNetwork example() {
    constexpr std::array ties{Edge{0, 1}, Edge{1, 0}, Edge{0, 2}};
    return {{true, true, false, false}, ties};
}

}  // namespace

// Two rows of three cells hold three ties: 3 / 6. Of the pairs, only a and b answered both. With c's tie to a
// filled in there are four ties of twelve cells.
TEST(ObservedReport, RestsEachMetricOnWhatIsKnown) {
    const ObservedReport found = report(example(), {.threads = 1}, any_metric);
    EXPECT_DOUBLE_EQ(found.by_rule["density"].value(), 0.5);
    EXPECT_DOUBLE_EQ(found.by_rule["mean_degree"].value(), 1.5);
    EXPECT_DOUBLE_EQ(found.by_rule["reciprocity_edgewise"].value(), 1);
    EXPECT_DOUBLE_EQ(found.by_rule["dyads_mutual"].value(), 1);
    EXPECT_DOUBLE_EQ(found.by_rule["reachable_pairs_share"].value(), 0.5);
    EXPECT_DOUBLE_EQ(found.by_rule["isolates"].value(), 0) << "d did not answer";
}

TEST(ObservedReport, ShowsWhatOtherWaysWouldSay) {
    const ObservedReport found = report(example(), {.threads = 1});
    EXPECT_DOUBLE_EQ(found.zero_filled["density"].value(), 3.0 / 12);
    EXPECT_DOUBLE_EQ(found.answered_only["density"].value(), 1);
    EXPECT_DOUBLE_EQ(found.reconstructed["density"].value(), 4.0 / 12);
}

TEST(ObservedReport, DoesNotSpeakForTheSilent) {
    const ObservedReport found = report(example(), {.threads = 1});
    EXPECT_TRUE(std::isnan(found.by_rule.column("outdegree")->at(2)));
    EXPECT_DOUBLE_EQ(found.by_rule.column("indegree")->at(2), 1);
}

}  // namespace konbit::network
