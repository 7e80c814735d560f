// SPDX-License-Identifier: Apache-2.0
#include "features/projects/project_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ProjectProfile valid_project() {
    ProjectProfile project;
    project.name = "Shared drying";
    project.funder = "Blue Arc Fund";
    project.countries = {"GD", "LC"};
    return project;
}

std::vector<std::string> findings(const ProjectProfile& project) {
    std::vector<std::string> found;
    if (const auto result = checked(project); !result)
        for (const auto& each : result.error().fields) found.push_back(each.pointer + " " + each.code);
    return found;
}

TEST(ProjectRules, TakeANameAFunderAndACountry) {
    EXPECT_THAT(findings(valid_project()), IsEmpty());
    EXPECT_THAT(findings({}), ElementsAre("/name required", "/funder required", "/countries required"));
}

TEST(ProjectRules, WantAnAmountWithItsCurrency) {
    auto project = valid_project();
    project.amount_minor = 100;
    EXPECT_THAT(findings(project), ElementsAre("/currency required"));
    project.currency = "XXX";
    EXPECT_THAT(findings(project), ElementsAre("/currency unknown_code"));
    project.currency = "XCD";
    EXPECT_THAT(findings(project), IsEmpty());
    project.amount_minor = -1;
    EXPECT_THAT(findings(project), ElementsAre("/amount_minor out_of_range"));
}

TEST(ProjectRules, RefuseAnEndBeforeTheBeginning) {
    auto project = valid_project();
    project.starts_on = Date::of(2026, 3, 1);
    project.ends_on = Date::of(2026, 2, 28);
    EXPECT_THAT(findings(project), ElementsAre("/ends_on before_start"));
    project.ends_on = project.starts_on;
    EXPECT_THAT(findings(project), IsEmpty());
}

TEST(ProjectRules, WantASourceBeforeTheProjectIsPublished) {
    auto project = valid_project();
    project.publication = Publication::published;
    EXPECT_THAT(findings(project), ElementsAre("/source required"));
    project.source = "  Grant agreement ";
    EXPECT_EQ(checked(project)->source, "Grant agreement");
}

TEST(ProjectRules, LetAnOrganizationHaveTwoRolesButNoneTwice) {
    auto project = valid_project();
    const auto id = new_id<OrganizationId>();
    project.organizations = {{id, ProjectRole::lead, {}, {}}, {id, ProjectRole::trainer, {}, {}}};
    EXPECT_THAT(findings(project), IsEmpty());
    project.organizations[1].role = ProjectRole::lead;
    project.countries = {"GD", "GD"};
    EXPECT_THAT(findings(project), ElementsAre("/countries repeated", "/organizations repeated"));
}

}  // namespace
}  // namespace konbit
