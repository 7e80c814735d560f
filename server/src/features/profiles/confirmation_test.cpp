// SPDX-License-Identifier: Apache-2.0
#include "features/profiles/confirmation.hpp"

#include "features/organizations/organization.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Date may = Date::of(2026, 5, 1).value();
const Date june = Date::of(2026, 6, 1).value();

std::vector<ProfileSection> changed(const OrganizationDetails& before, const OrganizationDetails& after) {
    return changed_sections(type_of<OrganizationDetails>(), &before, &after);
}

/// "identity 2026-05-01" for each confirmation.
std::vector<std::string> worded(const std::vector<SectionConfirmation>& confirmations) {
    std::vector<std::string> all;
    for (const auto& each : confirmations)
        all.push_back(std::string(name_of(each.section)) + " " + each.confirmed_on.str());
    return all;
}

TEST(Confirmation, SeesWhichSectionsAChangeTouches) {
    OrganizationDetails before, after;
    after.name = "Victoria Spice Kitchen";
    after.acronym = "VSK";
    after.markets = {"GB"};
    after.version = 7;
    EXPECT_THAT(changed(before, before), IsEmpty());
    EXPECT_THAT(changed(before, after), ElementsAre(ProfileSection::identity, ProfileSection::reach));
}

TEST(Confirmation, FollowsFromSavingByTheRecordsOwnPeople) {
    std::vector<SectionConfirmation> confirmations{{ProfileSection::place, may},
                                                   {ProfileSection::reach, may}};
    note_change(confirmations, {ProfileSection::reach, ProfileSection::offer}, true, june);
    EXPECT_THAT(worded(confirmations),
                ElementsAre("place 2026-05-01", "offer 2026-06-01", "reach 2026-06-01"));
}

TEST(Confirmation, EndsWhenSomebodyElseChangesTheSection) {
    std::vector<SectionConfirmation> confirmations{{ProfileSection::place, may},
                                                   {ProfileSection::reach, may}};
    note_change(confirmations, {ProfileSection::reach}, false, june);
    EXPECT_THAT(worded(confirmations), ElementsAre("place 2026-05-01"));
}

TEST(Confirmation, CoversOnlyWhatIsSaid) {
    OrganizationDetails organization;
    const OrganizationDetails blank;
    organization.name = "Victoria Spice Kitchen";
    organization.spare_days_per_month = 4;
    confirm_all(organization.confirmations, type_of<OrganizationDetails>(), &organization, &blank, june);
    EXPECT_THAT(worded(organization.confirmations),
                ElementsAre("identity 2026-06-01", "capability 2026-06-01"));
}

}  // namespace
}  // namespace konbit
