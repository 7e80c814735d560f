// SPDX-License-Identifier: Apache-2.0
#include "features/projects/project_store.hpp"

#include "db/testing/fixture.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/projects/demo_projects.hpp"
#include "features/projects/project_rules.hpp"
#include "features/reference/reference_loader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

constexpr Instant today{1'792'454'400'000};  // 2026-10-20

class ProjectStore : public db::testing::OnBothDatabases {
  protected:
    ProjectStore() { EXPECT_TRUE(load_reference(db(), {.now = today})); }

    static ProjectProfile project(const std::string& name) {
        ProjectProfile project;
        project.name = name;
        project.funder = "Blue Arc Fund";
        project.countries = {"GD"};
        project.source = "Gazette";
        project.publication = Publication::published;
        return project;
    }

    ProjectProfile add(const ProjectProfile& project) {
        return db()
            .write([&](db::Session& session) {
                return projects::insert(session, checked(project).value(), RegisterSystem::editor(), today);
            })
            .value();
    }

    Organization add_organization(const std::string& name, Visibility visibility = Visibility::public_) {
        Organization organization;
        organization.name = name;
        organization.country_code = "GD";
        organization.visibility = visibility;
        organization.publication = Publication::published;
        return db()
            .write([&](db::Session& session) {
                return organizations::insert(session, checked(organization, 2026).value(),
                                             System::directory_editor(), today);
            })
            .value();
    }

    std::vector<std::string> names_of(const projects::Filter& filter) {
        return db().read([&](db::Session& session) {
            std::vector<std::string> names;
            const auto page = projects::list(session, Viewer::anonymous(), filter, {}).value();
            for (const auto& each : page.items) names.push_back(each.name);
            return names;
        });
    }
};
KONBIT_ON_BOTH_DATABASES(ProjectStore);

TEST_P(ProjectStore, KeepsItsOrganizationsInTheOrderGiven) {
    const auto lead = add_organization("Zest Office"), trainer = add_organization("Academy");
    auto draft = project("Shared drying");
    draft.organizations = {{lead.id, ProjectRole::lead, {}, {}}, {trainer.id, ProjectRole::trainer, {}, {}}};
    const auto made = add(draft);
    EXPECT_EQ(made.slug, "shared-drying");
    ASSERT_EQ(made.organizations.size(), 2U);
    EXPECT_EQ(made.organizations[0].name, "Zest Office");
    EXPECT_EQ(made.organizations[1].role, ProjectRole::trainer);
    EXPECT_THAT(names_of({.organization_id = trainer.id}), ElementsAre("Shared drying"));
    EXPECT_THAT(names_of({.organization_id = new_id<OrganizationId>()}), IsEmpty());
}

TEST_P(ProjectStore, HidesDraftsAndWhatIsNotPublicFromVisitors) {
    auto draft = project("Draft"), inner = project("Of a cluster");
    draft.publication = Publication::draft;
    inner.visibility = Visibility::cluster;
    add(project("Shown")), add(draft), add(inner);
    EXPECT_THAT(names_of({}), ElementsAre("Shown"));
}

TEST_P(ProjectStore, ShowsNoOrganizationThatTheViewerMayNotSee) {
    const auto hidden = add_organization("Hidden", Visibility::private_);
    auto draft = project("Shared drying");
    draft.organizations = {{hidden.id, ProjectRole::lead, {}, {}}};
    EXPECT_EQ(add(draft).organizations.size(), 1U) << "the installation sees it";
    db().read([&](db::Session& session) {
        const auto seen = projects::find(session, Viewer::anonymous(), std::string_view("shared-drying"));
        EXPECT_THAT(seen->organizations, IsEmpty());
    });
}

TEST_P(ProjectStore, RefusesAnOrganizationThatDoesNotExist) {
    auto draft = project("Shared drying");
    draft.organizations = {{new_id<OrganizationId>(), ProjectRole::lead, {}, {}}};
    const auto refused = db().write([&](db::Session& session) {
        return projects::insert(session, checked(draft).value(), RegisterSystem::editor(), today);
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).pointer, "/organizations/0/organization_id");
    EXPECT_THAT(names_of({}), IsEmpty()) << "nothing of it is kept";
}

// Ran from 2024 to 2026, under a call of 2023; the other has no dates and a call of 2025.
TEST_P(ProjectStore, CountsAProjectInEveryYearInWhichItRanAndInThatOfItsCall) {
    auto longer = project("Longer"), undated = project("Undated");
    longer.starts_on = Date::of(2024, 11, 1);
    longer.ends_on = Date::of(2026, 2, 1);
    longer.call_year = 2023;
    undated.call_year = 2025;
    add(longer), add(undated);
    EXPECT_THAT(names_of({.year = 2023}), ElementsAre("Longer"));
    EXPECT_THAT(names_of({.year = 2025}), ElementsAre("Longer", "Undated"));
    EXPECT_THAT(names_of({.year = 2027}), IsEmpty());
    const auto facets =
        db().read([](db::Session& session) { return projects::facets(session, Viewer::anonymous(), {}); });
    ASSERT_EQ(facets.years.size(), 4U);
    EXPECT_EQ(facets.years[0].code, "2026");
    EXPECT_EQ(facets.years[1].code, "2025");
    EXPECT_EQ(facets.years[1].count, 2);
}

TEST_P(ProjectStore, NarrowsByCountryFunderStatusAndWords) {
    auto saint_lucian = project("Pepper store");
    saint_lucian.countries = {"LC", "DM"};
    saint_lucian.funder = "Island Bank";
    saint_lucian.status = ProjectStatus::running;
    add(saint_lucian), add(project("Shared drying"));
    EXPECT_THAT(names_of({.country_code = "DM"}), ElementsAre("Pepper store"));
    EXPECT_THAT(names_of({.funder = "Blue Arc Fund"}), ElementsAre("Shared drying"));
    EXPECT_THAT(names_of({.status = ProjectStatus::running}), ElementsAre("Pepper store"));
    EXPECT_THAT(names_of({.q = "island pep"}), ElementsAre("Pepper store"));
    EXPECT_THAT(names_of({.q = "nothing of that"}), IsEmpty());
}

// Planned and cancelled projects have not been run.
TEST_P(ProjectStore, KnowsWhichOrganizationsHaveRunAProject) {
    const auto ran = add_organization("Ran one"), plans = add_organization("Plans one");
    auto running = project("Running"), planned = project("Planned");
    running.status = ProjectStatus::completed;
    running.organizations = {{ran.id, ProjectRole::support, {}, {}}};
    planned.organizations = {{plans.id, ProjectRole::lead, {}, {}}};
    add(running), add(planned);
    const auto found = db().read([](db::Session& session) {
        return organizations::list(session, Viewer::anonymous(), {.has_run_project = true}, Sort::name, {});
    });
    ASSERT_EQ(found->items.size(), 1U);
    EXPECT_EQ(found->items[0].name, "Ran one");
}

TEST_P(ProjectStore, LeavesTheOldAddressBehindAndRefusesAStaleChange) {
    auto made = add(project("Shared drying"));
    made.slug = "drying";
    const auto change = [&] {
        return db().write([&](db::Session& session) {
            return projects::update(session, made, RegisterSystem::editor(), today);
        });
    };
    EXPECT_EQ(change()->version, 2);
    EXPECT_EQ(change().error().code, ErrorCode::stale);
    EXPECT_EQ(
        db().read([](db::Session& session) { return present_slug(session, project_slugs, "shared-drying"); }),
        "drying");
}

TEST_P(ProjectStore, RemovesAProjectWithItsParts) {
    const auto organization = add_organization("Office");
    auto draft = project("Shared drying");
    draft.organizations = {{organization.id, ProjectRole::lead, {}, {}}};
    const auto made = add(draft);
    EXPECT_TRUE(db().write([&](db::Session& session) {
        return projects::remove(session, made, RegisterSystem::editor(), today);
    }));
    EXPECT_THAT(names_of({}), IsEmpty());
    EXPECT_EQ(db().read([](db::Session& session) {
        return session.value<std::int64_t>("SELECT count(*) FROM project_organizations");
    }),
              0);
}

TEST_P(ProjectStore, LoadsTheInventedProjectsOnce) {
    const auto directory = load_demo_directory(db(), today).value();
    for (int round = 0; round < 2; ++round) ASSERT_TRUE(projects::load_demo_projects(db(), directory, today));
    EXPECT_THAT(names_of({.country_code = "GD"}),
                UnorderedElementsAre("Windward Window", "Cut test for every lot"));
}

}  // namespace
}  // namespace konbit
