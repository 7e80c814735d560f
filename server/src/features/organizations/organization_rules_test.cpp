// SPDX-License-Identifier: Apache-2.0
#include "features/organizations/organization_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Organization cocoa_growers() {
    Organization organization;
    organization.name = "Grand Etang Cocoa Growers' Co-operative";
    organization.kind = OrganizationKind::cooperative;
    organization.country_code = "GD";
    return organization;
}

/// "/name required" for each finding, in order.
std::vector<std::string> findings_of(const Organization& organization) {
    std::vector<std::string> all;
    if (const auto result = checked(organization, 2026); !result)
        for (const auto& field : result.error().fields) all.push_back(field.pointer + " " + field.code);
    return all;
}

TEST(OrganizationRules, AcceptAnOrganizationThatSaysOnlyWhoAndWhere) {
    EXPECT_THAT(findings_of(cocoa_growers()), IsEmpty());
}

TEST(OrganizationRules, TrimTextsAndStoreAnEmptyOneAsUnknown) {
    Organization organization = cocoa_growers();
    organization.name = "  Café d'Ébène ";
    organization.acronym = "  ";
    const auto result = checked(organization, 2026);
    ASSERT_TRUE(result);
    EXPECT_EQ(result->name, "Café d'Ébène");
    EXPECT_EQ(result->name_folded, "cafe d ebene");
    EXPECT_EQ(result->acronym, std::nullopt);
}

TEST(OrganizationRules, ReportEveryBrokenFieldAtOnce) {
    Organization organization = cocoa_growers();
    organization.name = std::string(201, 'x');
    organization.slug = "Two Words";
    organization.latitude = 12.1;
    organization.website = "javascript:alert(1)";
    organization.founded_year = 2027;
    EXPECT_THAT(findings_of(organization),
                ElementsAre("/name too_long", "/slug not_a_slug", "/longitude required", "/website not_a_url",
                            "/founded_year in_future"));
}

TEST(OrganizationRules, RefuseCodesThatNoReferenceListHas) {
    Organization organization = cocoa_growers();
    organization.country_code = "XX";
    organization.sector = "00";
    EXPECT_THAT(findings_of(organization), ElementsAre("/country_code unknown_code", "/sector unknown_code"));
}

TEST(OrganizationRules, CountCodePointsAndNotBytes) {
    Organization organization = cocoa_growers();
    organization.name.clear();
    for (int i = 0; i < 200; ++i) organization.name += "é";
    EXPECT_THAT(findings_of(organization), IsEmpty());
}

TEST(OrganizationRules, RefuseDescriptionsInLanguagesNobodyReadsHere) {
    Organization organization = cocoa_growers();
    organization.description.texts["xx"] = "?";
    EXPECT_THAT(findings_of(organization), ElementsAre("/description/xx unknown_code"));
}

TEST(OrganizationRules, RefuseAddressesThatAreNoWebSites) {
    for (const auto* url :
         {"https://", "ftp://a.example", "https://user@a.example", "https://a b.example", "a.example"}) {
        Organization organization = cocoa_growers();
        organization.website = url;
        EXPECT_THAT(findings_of(organization), ElementsAre("/website not_a_url")) << url;
    }
}

TEST(OrganizationRules, TellMoreVisibleFromLessVisible) {
    EXPECT_TRUE(is_raised(Visibility::cluster, Visibility::public_));
    EXPECT_FALSE(is_raised(Visibility::public_, Visibility::cluster));
    EXPECT_FALSE(is_raised(Visibility::bso, Visibility::bso));
}

}  // namespace
}  // namespace konbit
