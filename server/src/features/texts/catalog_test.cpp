// SPDX-License-Identifier: Apache-2.0
#include "features/texts/catalog.hpp"

#include <gtest/gtest.h>

namespace konbit {

class CatalogTest : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_TRUE(catalog.add(
            "en", R"({"greeting":"Good day, {name}","rows_one":"{n} row","rows_other":"{n} rows"})"));
        ASSERT_TRUE(catalog.add("fr", R"({"rows_one":"{n} ligne","rows_other":"{n} lignes"})"));
    }
    Catalog catalog;
};

TEST_F(CatalogTest, FillsPlaceholdersByName) {
    EXPECT_EQ(catalog.text("en", "greeting", {{"name", "Alana"}}), "Good day, Alana");
}

TEST_F(CatalogTest, LeavesAPlaceholderWithoutParameterInSight) {
    EXPECT_EQ(catalog.text("en", "greeting"), "Good day, {name}");
}

// A value is never read for placeholders again: a firm may be called "{n}".
TEST_F(CatalogTest, DoesNotFillWhatCameFromAParameter) {
    EXPECT_EQ(catalog.text("en", "greeting", {{"name", "{n}"}, {"n", "7"}}), "Good day, {n}");
}

TEST_F(CatalogTest, FallsBackFromKreyolOverFrenchToEnglish) {
    EXPECT_EQ(catalog.plural("ht", "rows", 2), "2 lignes");
    EXPECT_EQ(catalog.text("ht", "greeting", {{"name", "Jan"}}), "Good day, Jan");
}

// French counts zero as singular, English does not.
TEST_F(CatalogTest, FollowsThePluralRulesOfTheLanguage) {
    EXPECT_EQ(catalog.plural("fr", "rows", 0), "0 ligne");
    EXPECT_EQ(catalog.plural("en", "rows", 0), "0 rows");
    EXPECT_EQ(catalog.plural("en", "rows", 1234), "1,234 rows");
}

TEST_F(CatalogTest, ShowsTheKeyOfAForgottenText) { EXPECT_EQ(catalog.text("en", "not.there"), "not.there"); }

TEST_F(CatalogTest, RefusesAFileThatIsNoFlatObjectOfTexts) {
    EXPECT_FALSE(catalog.add("es", R"(["greeting"])"));
    EXPECT_FALSE(catalog.add("es", R"({"greeting":{"short":"Hola"}})"));
}

}  // namespace konbit
