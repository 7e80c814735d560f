// SPDX-License-Identifier: Apache-2.0
#include "features/profiles/profile_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// "/offers/0/text required" for each finding, in order.
std::vector<std::string> worded(const Findings& findings) {
    std::vector<std::string> all;
    for (const auto& error : findings.errors()) all.push_back(error.pointer + " " + error.code);
    return all;
}

std::vector<std::string> findings_of(ProfileDetails details, std::optional<std::string> sector = "10") {
    Findings findings;
    tidy(details);
    check_details(findings, details, sector);
    return worded(findings);
}

std::vector<std::string> findings_of(CapabilityCard card) {
    Findings findings;
    tidy(card);
    check_capability(findings, card);
    return worded(findings);
}

TEST(ProfileRules, AcceptAProfileThatSaysNothing) {
    EXPECT_THAT(findings_of(ProfileDetails{}, {}), IsEmpty());
    EXPECT_THAT(findings_of(CapabilityCard{}), IsEmpty());
}

TEST(ProfileRules, DropLinesThatAFormLeftEmpty) {
    ProfileDetails details;
    details.offers.push_back({OfferKind::product, {{{"en", "  "}}}, {}});
    details.social_links.push_back({SocialNetwork::facebook, " "});
    details.affiliations.push_back({"  ", ""});
    tidy(details);
    EXPECT_THAT(details.offers, IsEmpty());
    EXPECT_THAT(details.social_links, IsEmpty());
    EXPECT_THAT(details.affiliations, IsEmpty());
}

TEST(ProfileRules, PointAtTheBrokenLineOfAList) {
    ProfileDetails details;
    details.services.push_back({{{{"en", "Testing"}}}, {}});
    details.services.push_back({{}, {{{"en", "For whom?"}}}});
    details.social_links.push_back({SocialNetwork::x, "javascript:alert(1)"});
    details.affiliations.push_back({"", "https://makers.example"});
    EXPECT_THAT(findings_of(details),
                ElementsAre("/services/1/name required", "/social_links/0/url not_a_url",
                            "/affiliations/0/name required"));
}

TEST(ProfileRules, TakeFurtherSectorsOnlyBesideAnotherMainOne) {
    ProfileDetails details;
    details.further_sectors = {"10", "79"};
    EXPECT_THAT(findings_of(details, "10"), ElementsAre("/further_sectors/0 repeated"));
    EXPECT_THAT(findings_of(details, {}), ElementsAre("/sector required"));
}

TEST(ProfileRules, TakeMarketsAndLanguagesOfTheWholeWorld) {
    ProfileDetails details;
    details.markets = {"DE", "BB", "XX", "BB"};
    details.languages = {"pt", "zz"};
    EXPECT_THAT(findings_of(details),
                ElementsAre("/markets/2 unknown_code", "/languages/1 unknown_code", "/markets/3 repeated"));
}

TEST(ProfileRules, TakeOneEvidencePerSection) {
    ProfileDetails details;
    details.evidence = {{ProfileSection::place, "https://a.example/1"},
                        {ProfileSection::place, "https://a.example/2"}};
    EXPECT_THAT(findings_of(details), ElementsAre("/evidence/1 repeated"));
}

TEST(ProfileRules, WantQuantitiesAboveZeroAndDaysOfAMonth) {
    CapabilityCard card;
    card.machines.push_back({"Grinder", 0, {}});
    card.capacities.push_back({"Bars", 0, "boxes", CapacityPeriod::week, -1});
    card.spare_days_per_month = 32;
    EXPECT_THAT(
        findings_of(card),
        ElementsAre("/machines/0/quantity out_of_range", "/capacities/0/quantity out_of_range",
                    "/capacities/0/minimum_order out_of_range", "/spare_days_per_month out_of_range"));
}

}  // namespace
}  // namespace konbit
