// SPDX-License-Identifier: Apache-2.0
#include "features/duplicates/edit_distance.hpp"

#include <gtest/gtest.h>

namespace konbit {
namespace {

TEST(EditDistance, CountsInsertedDroppedReplacedAndSwappedLetters) {
    EXPECT_EQ(edit_distance("", "abc", 5), 3U);
    EXPECT_EQ(edit_distance("kitten", "sitting", 5), 3U);  // k-s, e-i, +g
    EXPECT_EQ(edit_distance("choiseul", "chioseul", 5), 1U);
    EXPECT_EQ(edit_distance("cocoa", "cocoa", 5), 0U);
    EXPECT_EQ(edit_distance("cocoa", "", 5), 5U);
}

TEST(EditDistance, StopsCountingAboveItsLimit) {
    EXPECT_EQ(edit_distance("kitten", "sitting", 3), 3U);
    EXPECT_EQ(edit_distance("kitten", "sitting", 2), 3U);
    EXPECT_EQ(edit_distance("aaaa", "bbbb", 1), 2U);
    EXPECT_EQ(edit_distance("abcdef", "bcdefa", 2), 2U) << "a dropped in front and put behind";
    EXPECT_EQ(edit_distance("cocoa", "cacao", 0), 1U);
}

TEST(SimilarNames, SeeThroughSpellingsBlanksAndLegalForms) {
    EXPECT_TRUE(may_be_same_name("concord valley chocolate", "concord vally chocolate"));
    EXPECT_TRUE(may_be_same_name("concord valley chocolate", "concord valley chocolate ltd"));
    EXPECT_TRUE(may_be_same_name("the concord valley chocolate", "concordvalley chocolate"));
    EXPECT_TRUE(
        may_be_same_name("grand etang cocoa growers cooperative", "grand etang cocoa growers co operative"));
}

// Seven letters allow no slip at all: short names differ in few letters and mean different firms.
TEST(SimilarNames, KeepShortAndDifferentNamesApart) {
    EXPECT_FALSE(may_be_same_name("levera", "levara"));
    EXPECT_FALSE(may_be_same_name("portsmouth seasonings", "portsmouth soapworks"));
    EXPECT_FALSE(may_be_same_name("", ""));
}

}  // namespace
}  // namespace konbit
