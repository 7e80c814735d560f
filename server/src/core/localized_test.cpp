// SPDX-License-Identifier: Apache-2.0
#include "core/localized.hpp"

#include <gtest/gtest.h>

namespace konbit {
namespace {

TEST(Localized, FallsBackToTheNearestLanguage) {
    const Localized text{{{"en", "cocoa"}, {"fr", "cacao"}, {"nl", "cacao (nl)"}}};
    EXPECT_EQ(text.in("ht"), "cacao");
    EXPECT_EQ(text.in("pap"), "cacao (nl)");
    EXPECT_EQ(text.in("es"), "cocoa");
}

TEST(Localized, GivesAnyLanguageBeforeNone) {
    EXPECT_EQ((Localized{{{"ht", "kakawo"}}}.in("en")), "kakawo");
    EXPECT_EQ(Localized{}.in("en"), "");
}

}  // namespace
}  // namespace konbit
