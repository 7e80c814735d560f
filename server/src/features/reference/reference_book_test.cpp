// SPDX-License-Identifier: Apache-2.0
#include "features/reference/reference_book.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

TEST(ReferenceBook, NamesCodesInTheReadersLanguageOrTheNextOne) {
    EXPECT_EQ(reference().name("country", "BB", "fr"), "Barbade");
    EXPECT_EQ(reference().name("objective", "joint_purchasing", "es"), "Compras conjuntas");
    EXPECT_EQ(reference().name("country", "AI", "ht"), "Anguilla") << "Haitian Creole falls back to French";
    EXPECT_EQ(reference().name("country", "XX", "en"), "XX");
}

TEST(ReferenceBook, ListsTermsInTheirOrder) {
    const auto stages = reference().terms("stage", "en").items;
    ASSERT_EQ(stages.size(), 7U);
    EXPECT_EQ(stages.front().code, "s0");
    EXPECT_EQ(stages.back().code, "sx");
}

TEST(ReferenceBook, KnowsEveryCountryByEveryNameItHas) {
    for (const auto& name : reference().data().names) {
        if (name.list != "country") continue;
        EXPECT_EQ(reference().country_names().find(name.name), name.code) << name.name;
    }
    EXPECT_EQ(reference().country_names().find("Grenada W.I."), "GD");
}

TEST(ReferenceBook, HasTheDivisionsOfIsicUnderTheirSections) {
    const auto& terms = reference().data().terms;
    const auto cocoa =
        std::ranges::find_if(terms, [](const Term& t) { return t.list == "isic" && t.code == "10"; });
    ASSERT_NE(cocoa, terms.end());
    EXPECT_EQ(cocoa->parent, "C");
}

}  // namespace
}  // namespace konbit
