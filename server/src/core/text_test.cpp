// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"

#include <gmock/gmock.h>

namespace konbit::text {
namespace {

using testing::ElementsAre;

TEST(Fold, TakesAccentsCaseAndPunctuationOff) {
    EXPECT_EQ(fold("Café  d'Ébène"), "cafe d ebene");
    EXPECT_EQ(fold("KOPERATIF KAKAWO (Ò)"), "koperatif kakawo o");
    EXPECT_EQ(fold("Stra\xC3\x9F"
                   "e № 5"),
              "strasse no 5");
    EXPECT_EQ(fold(" -- "), "");
}

TEST(Fold, GivesItsWords) {
    EXPECT_THAT(folded_words("Dominica: Cocoa & Spice"), ElementsAre("dominica", "cocoa", "spice"));
}

// U+202E turns what follows around, U+2066 and U+2069 isolate, U+202A and U+202C surround copied telephone
// numbers.
TEST(DirectionControls, AreFoundAndTakenOut) {
    EXPECT_TRUE(
        has_direction_control("\xE2\x80\xAE"
                              "gnol"));
    EXPECT_EQ(without_direction_controls("\xE2\x80\xAA+1-758\xE2\x80\xAC"), "+1-758");
    EXPECT_EQ(without_direction_controls("a\xE2\x81\xA6"
                                         "b\xE2\x81\xA9"),
              "ab");
}

TEST(DirectionControls, LeaveOtherCharactersAlone) {
    for (const std::string_view text :
         {"\xE2\x80\x99", "\xE2\x80\x8D", "\xE2\x80\xAF", "\xE2\x81\xAA", "\xE2", ""}) {
        EXPECT_FALSE(has_direction_control(text)) << text;
        EXPECT_EQ(without_direction_controls(text), text);
    }
}

TEST(SortKey, OrdersByLetterBeforeAccentAndCase) {
    EXPECT_LT(sort_key("Ebène"), sort_key("Ébène"));
    EXPECT_LT(sort_key("Ébène"), sort_key("Ebony"));
    EXPECT_LT(sort_key("abaca"), sort_key("Banana"));
}

TEST(SortKey, OrdersNumbersByValue) { EXPECT_LT(sort_key("Firm 9"), sort_key("Firm 10")); }

TEST(Length, CountsCodePoints) {
    EXPECT_EQ(length("Curaçao"), 7U);
    EXPECT_EQ(length(""), 0U);
}

TEST(Utf8, RefusesOverlongFormsAndSurrogates) {
    EXPECT_TRUE(is_utf8("Curaçao"));
    EXPECT_FALSE(is_utf8("\xC0\xAF"));
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));
    EXPECT_FALSE(is_utf8("Cura\xC3"));
}

TEST(Trim, KnowsUnicodesWhiteSpace) {
    EXPECT_EQ(trim("\xC2\xA0 cocoa\t"), "cocoa");
    EXPECT_EQ(trim(" \n"), "");
}

TEST(Slug, KeepsPlainLettersAndSingleHyphens) {
    EXPECT_EQ(slug("Kakawo Lakay — Cap-Haïtien"), "kakawo-lakay-cap-haitien");
    EXPECT_EQ(slug("!!!"), "");
    EXPECT_LE(slug(std::string(200, 'a') + " b").size(), 80U);
}

}  // namespace
}  // namespace konbit::text
