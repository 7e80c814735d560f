// SPDX-License-Identifier: Apache-2.0
#include "core/locale_names.hpp"

#include <gtest/gtest.h>

namespace konbit::text {
namespace {

TEST(LocaleNames, KnowTheCountriesOfTheWorld) {
    EXPECT_TRUE(is_territory("BB"));
    EXPECT_TRUE(is_territory("DE"));
    EXPECT_FALSE(is_territory("XX"));
    EXPECT_FALSE(is_territory("de"));
    EXPECT_FALSE(is_territory(""));
    EXPECT_EQ(territory_name("DE", "fr"), "Allemagne");
}

TEST(LocaleNames, KnowLanguagesOfTwoAndThreeLetters) {
    EXPECT_TRUE(is_language("ht"));
    EXPECT_TRUE(is_language("pap"));
    EXPECT_FALSE(is_language("xx"));
    EXPECT_FALSE(is_language("EN"));
    EXPECT_EQ(language_name("es", "en"), "Spanish");
}

}  // namespace
}  // namespace konbit::text
