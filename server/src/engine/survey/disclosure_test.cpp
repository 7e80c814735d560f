// SPDX-License-Identifier: Apache-2.0
#include "engine/survey/disclosure.hpp"

#include <gtest/gtest.h>

namespace konbit::disclosure {

// 22 of 27 is 81.5%, 21 of 27 is 77.8%, 17 of 27 is 62.96%.
TEST(ReportLevel, FollowsTheResponseRate) {
    EXPECT_EQ(report_level(22, 27), ReportLevel::full);
    EXPECT_EQ(report_level(21, 27), ReportLevel::directional);
    EXPECT_EQ(report_level(17, 27), ReportLevel::interval_only);
}

TEST(ReportLevel, ReadsTheThresholdsAsReached) {
    EXPECT_EQ(report_level(80, 100), ReportLevel::full);
    EXPECT_EQ(report_level(65, 100), ReportLevel::directional);
}

TEST(ReportLevel, SaysNothingWhenNobodyWasAsked) {
    EXPECT_EQ(report_level(0, 0), ReportLevel::interval_only);
}

// The demonstration cluster: wave 1 has two givers of the competitor question, wave 2 has seven.
TEST(SealedFigures, NeedRespondentsAndGivers) {
    EXPECT_FALSE(may_show_sealed(22, 2));
    EXPECT_TRUE(may_show_sealed(25, 7));
    EXPECT_FALSE(may_show_sealed(4, 4));
}

TEST(UnnamedRows, CountOnlyTogether) {
    EXPECT_FALSE(may_count_unnamed(2));
    EXPECT_TRUE(may_count_unnamed(3));
}

}  // namespace konbit::disclosure
