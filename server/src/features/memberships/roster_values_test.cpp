// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/roster_values.hpp"

#include "features/memberships/roster_fields.hpp"

#include <gtest/gtest.h>

namespace konbit::roster {
namespace {

TEST(RosterFields, KnowHeadersInThreeLanguages) {
    for (const auto* header : {"Name", "Organisation name", "Razón social", "Nom de l'organisation"})
        EXPECT_EQ(field_of_header(header), RosterField::name) << header;
    for (const auto* header : {"E-mail", "Correo electrónico", "courriel"})
        EXPECT_EQ(field_of_header(header), RosterField::email) << header;
    EXPECT_EQ(field_of_header("Participates in programme"), RosterField::participates_in_programme);
    EXPECT_EQ(field_of_header("Country"), RosterField::country);
    EXPECT_EQ(field_of_header("Favourite color"), std::nullopt);
}

TEST(RosterValues, ReadKindsFromWordsOfThreeLanguages) {
    EXPECT_EQ(kind_of("Co-operative"), OrganizationKind::cooperative);
    EXPECT_EQ(kind_of("public body"), OrganizationKind::public_body);
    EXPECT_EQ(kind_of("Empresa"), OrganizationKind::firm);
    EXPECT_EQ(kind_of("Organisme d'appui"), OrganizationKind::bso);
    EXPECT_EQ(kind_of("spaceship"), std::nullopt);
}

TEST(RosterValues, ReadSizesFromWordsAndFromPersonsEmployed) {
    EXPECT_EQ(size_of("pequeña"), SizeBand::small);
    EXPECT_EQ(size_of("9"), SizeBand::micro);
    EXPECT_EQ(size_of("10"), SizeBand::small);
    EXPECT_EQ(size_of("249"), SizeBand::medium);
    EXPECT_EQ(size_of("310"), SizeBand::large);
    EXPECT_EQ(size_of("-1"), std::nullopt);
}

TEST(RosterValues, ReadDatesWithTheDayFirst) {
    EXPECT_EQ(date_of("2025-09-15"), Date::of(2025, 9, 15));
    EXPECT_EQ(date_of("05/09/2025"), Date::of(2025, 9, 5));
    EXPECT_EQ(date_of("15.9.2025"), Date::of(2025, 9, 15));
    for (const auto* text : {"", "09/15/2025", "31/02/2025", "15/9/25", "soon"})
        EXPECT_EQ(date_of(text), std::nullopt) << text;
}

TEST(RosterValues, TellFormulasFromTelephoneNumbers) {
    for (const auto* cell :
         {"=HYPERLINK(\"http://x.example\")", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3+cmd"})
        EXPECT_TRUE(is_formula(cell)) << cell;
    for (const auto* cell : {"+1-473-555-0102", "-12.5", "Grenada", ""})
        EXPECT_FALSE(is_formula(cell)) << cell;
}

}  // namespace
}  // namespace konbit::roster
