// SPDX-License-Identifier: Apache-2.0
#include "core/code_points.hpp"

#include <gtest/gtest.h>

namespace konbit::text {

TEST(CodePoints, AreLettersAndNotBytes) { EXPECT_EQ(code_points("Café №"), U"Café №"); }

TEST(CodePoints, OfBrokenTextAreReplaced) { EXPECT_EQ(code_points("a\xffz"), U"a\uFFFDz"); }

}  // namespace konbit::text
