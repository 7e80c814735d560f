// SPDX-License-Identifier: Apache-2.0
#include "sheets/serial_date.hpp"

#include <gtest/gtest.h>

namespace konbit::sheets {
namespace {

TEST(SerialDate, CountsAroundTheLeapDayThatNeverWas) {
    EXPECT_EQ(date_text(1, DateSystem::from_1900), "1900-01-01");
    EXPECT_EQ(date_text(59, DateSystem::from_1900), "1900-02-28");
    EXPECT_EQ(date_text(61, DateSystem::from_1900), "1900-03-01");
    EXPECT_EQ(date_text(45915, DateSystem::from_1900), "2025-09-15");
}

TEST(SerialDate, RoundsTimesToSeconds) {
    EXPECT_EQ(date_text(45915.999999, DateSystem::from_1900), "2025-09-16");
    EXPECT_EQ(date_text(0.5, DateSystem::from_1900), "12:00:00");
}

TEST(SerialDate, KnowsNoDaysBefore1900OrAfter9999) {
    EXPECT_EQ(date_text(-1, DateSystem::from_1900), std::nullopt);
    EXPECT_EQ(date_text(2'958'466, DateSystem::from_1900), std::nullopt);
}

TEST(SerialDate, TellsDateFormatsFromOthers) {
    for (const auto* format : {"yyyy-mm-dd", "d/m/yy", "[$-40C]d mmmm yyyy;@", "hh:mm", "[h]:mm:ss"})
        EXPECT_TRUE(is_date_format(format)) << format;
    for (const auto* format : {"General", "0.00", "0.00 \"days\"", "[Red]0", "0.0E+00", "\\d0", "#,##0;yy"})
        EXPECT_FALSE(is_date_format(format)) << format;
}

}  // namespace
}  // namespace konbit::sheets
