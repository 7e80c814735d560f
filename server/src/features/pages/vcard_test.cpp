// SPDX-License-Identifier: Apache-2.0
#include "features/pages/vcard.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::pages {
namespace {

using ::testing::AllOf;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const Catalog no_texts;

OrganizationDetails kitchen() {
    OrganizationDetails organization;
    organization.name = "Spice, Lime; Sons";
    organization.country_code = "GD";
    organization.locality = "Victoria";
    organization.latitude = 12.19;
    organization.longitude = -61.7;
    return organization;
}

std::string card_of(const OrganizationDetails& organization) {
    return vcard(Words(no_texts, "en"), organization, "https://konbit.example/organizations/spice");
}

TEST(Vcard, SaysWhoAndWhere) {
    const auto card = card_of(kitchen());
    EXPECT_THAT(card,
                AllOf(StartsWith("BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\n"), EndsWith("END:VCARD\r\n")));
    EXPECT_THAT(card, HasSubstr("\r\nFN:Spice\\, Lime\\; Sons\r\n"));
    EXPECT_THAT(card, HasSubstr("\r\nADR:;;;Victoria;;;Grenada\r\n"));
    EXPECT_THAT(card, HasSubstr("\r\nGEO:geo:12.19,-61.7\r\n"));
    EXPECT_THAT(card, Not(HasSubstr("NICKNAME")));
}

TEST(Vcard, LetsNoTextBeginALineOfItsOwn) {
    auto organization = kitchen();
    organization.description.texts["en"] = "One\r\nTEL:555";
    EXPECT_THAT(card_of(organization), HasSubstr("NOTE:One\\nTEL:555\r\n"));
}

// "NOTE:" and 80 two-byte letters are 165 octets: 75, then 74 and the rest after a blank, cut between
// letters.
TEST(Vcard, FoldsLongLinesBetweenCharacters) {
    auto organization = kitchen();
    std::string note;
    for (int i = 0; i < 80; ++i) note += "é";
    organization.description.texts["en"] = note;
    std::string unfolded = card_of(organization);
    for (auto at = unfolded.find("\r\n "); at != std::string::npos; at = unfolded.find("\r\n ", at))
        unfolded.erase(at, 3);
    EXPECT_THAT(unfolded, HasSubstr("NOTE:" + note + "\r\n"));
}

}  // namespace
}  // namespace konbit::pages
