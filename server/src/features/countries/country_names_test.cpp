// SPDX-License-Identifier: Apache-2.0
#include "features/countries/country_names.hpp"

#include <gtest/gtest.h>

namespace konbit {
namespace {

CountryNames names_of_the_region() {
    CountryNames names;
    for (const auto& [name, code] : {std::pair{"GD", "GD"},
                                     {"GRD", "GD"},
                                     {"Grenada", "GD"},
                                     {"Granada", "GD"},
                                     {"Saint Lucia", "LC"},
                                     {"Santa Lucía", "LC"},
                                     {"Sainte-Lucie", "LC"},
                                     {"Dominica", "DM"},
                                     {"La Dominique", "DM"},
                                     {"Dominican Republic", "DO"},
                                     {"Saint Vincent and the Grenadines", "VC"},
                                     {"Saint Kitts and Nevis", "KN"},
                                     {"Bahamas", "BS"},
                                     {"Curaçao", "CW"}})
        names.add(name, code);
    add_regional_habits(names);
    return names;
}

TEST(CountryNames, KnowCodesAndNamesInEveryLanguage) {
    const auto names = names_of_the_region();
    for (const auto* text : {"gd", "GRD", "Grenada", " GRANADA "}) EXPECT_EQ(names.find(text), "GD") << text;
    for (const auto* text : {"St. Lucia", "Ste-Lucie", "santa lucia", "Saint  Lucia"})
        EXPECT_EQ(names.find(text), "LC") << text;
}

TEST(CountryNames, KnowTheHabitsOfTheRegion) {
    const auto names = names_of_the_region();
    for (const auto* text : {"Grenada W.I.", "Grenada, West Indies", "Carriacou"})
        EXPECT_EQ(names.find(text), "GD") << text;
    for (const auto* text : {"St Vincent & the Grenadines", "SVG", "St. Vincent"})
        EXPECT_EQ(names.find(text), "VC") << text;
    EXPECT_EQ(names.find("St Kitts & Nevis"), "KN");
    EXPECT_EQ(names.find("The Bahamas"), "BS");
    EXPECT_EQ(names.find("Curacao"), "CW");
}

TEST(CountryNames, KeepDominicaAndTheDominicanRepublicApart) {
    const auto names = names_of_the_region();
    EXPECT_EQ(names.find("Commonwealth of Dominica"), "DM");
    EXPECT_EQ(names.find("Dominican Rep."), "DO");
}

TEST(CountryNames, FindNothingInOtherTexts) {
    const auto names = names_of_the_region();
    for (const auto* text : {"", "West Indies", "Atlantis", "Grenada Lucia"})
        EXPECT_EQ(names.find(text), std::nullopt) << text;
}

}  // namespace
}  // namespace konbit
