// SPDX-License-Identifier: Apache-2.0
#include "features/imports/cell_words.hpp"

#include <gtest/gtest.h>

namespace konbit::imports {
namespace {

TEST(CellWords, ReadKindsFromWordsOfThreeLanguages) {
    EXPECT_EQ(kind_of("Co-operative"), OrganizationKind::cooperative);
    EXPECT_EQ(kind_of("public body"), OrganizationKind::public_body);
    EXPECT_EQ(kind_of("Empresa"), OrganizationKind::firm);
    EXPECT_EQ(kind_of("Organisme d'appui"), OrganizationKind::bso);
    EXPECT_EQ(kind_of("spaceship"), std::nullopt);
}

TEST(CellWords, ReadSizesFromWordsAndFromPersonsEmployed) {
    EXPECT_EQ(size_of("pequeña"), SizeBand::small);
    EXPECT_EQ(size_of("9"), SizeBand::micro);
    EXPECT_EQ(size_of("10"), SizeBand::small);
    EXPECT_EQ(size_of("249"), SizeBand::medium);
    EXPECT_EQ(size_of("310"), SizeBand::large);
    EXPECT_EQ(size_of("-1"), std::nullopt);
}

TEST(CellWords, TellFormulasFromTelephoneNumbers) {
    for (const auto* cell :
         {"=HYPERLINK(\"http://x.example\")", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd"})
        EXPECT_TRUE(is_formula(cell)) << cell;
    for (const auto* cell : {"+1-473-555-0102", "-12.5", "Grenada", ""})
        EXPECT_FALSE(is_formula(cell)) << cell;
}

}  // namespace
}  // namespace konbit::imports
