// SPDX-License-Identifier: Apache-2.0
#include "features/organizations/organization_store.hpp"

#include "db/testing/fixture.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/slugs.hpp"
#include "features/reference/reference_loader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr Instant today{1'792'454'400'000};  // 2026-10-20

class OrganizationStore : public db::testing::OnBothDatabases {
  protected:
    OrganizationStore() {
        const auto loaded = load_reference(db(), {.now = today});
        EXPECT_TRUE(loaded) << loaded.error().reason;
    }

    /// A published organization of Grenada; `change` alters it before it is written.
    Organization add(
        const std::string& name, std::function<void(Organization&)> change = [](Organization&) {}) {
        Organization organization;
        organization.name = name;
        organization.country_code = "GD";
        organization.publication = Publication::published;
        change(organization);
        return db()
            .write([&](db::Session& session) {
                return organizations::insert(session, checked(organization, 2026).value(),
                                             System::directory_editor(), today);
            })
            .value();
    }

    Page<Organization> list(const organizations::Filter& filter, PageRequest page = {}) {
        return db()
            .read([&](db::Session& session) {
                return organizations::list(session, Viewer::anonymous(), filter, Sort::name, page);
            })
            .value();
    }

    std::vector<std::string> names_of(const organizations::Filter& filter) {
        std::vector<std::string> names;
        for (const auto& each : list(filter).items) names.push_back(each.name);
        return names;
    }
};
KONBIT_ON_BOTH_DATABASES(OrganizationStore);

TEST_P(OrganizationStore, FindsWhatItInsertedByIdAndByAddress) {
    const auto made = add("Victoria Spice Kitchen");
    EXPECT_EQ(made.slug, "victoria-spice-kitchen");
    db().read([&](db::Session& session) {
        EXPECT_EQ(organizations::find(session, Viewer::anonymous(), made.id)->name, made.name);
        EXPECT_EQ(organizations::find(session, Viewer::anonymous(), "victoria-spice-kitchen")->id, made.id);
        EXPECT_EQ(organizations::find(session, Viewer::anonymous(), "nobody").error().code,
                  ErrorCode::not_found);
    });
}

TEST_P(OrganizationStore, GivesTheSecondOfANameAnotherAddress) {
    add("Spice Kitchen");
    EXPECT_EQ(add("Spice Kitchen").slug, "spice-kitchen-2");
}

TEST_P(OrganizationStore, HidesDraftsAndWhatIsNotPublicFromVisitors) {
    add("Shown");
    add("Draft", [](Organization& each) { each.publication = Publication::draft; });
    add("Of a cluster", [](Organization& each) { each.visibility = Visibility::cluster; });
    EXPECT_THAT(names_of({}), ElementsAre("Shown"));
}

TEST_P(OrganizationStore, NarrowsByCountryKindAndSector) {
    add("Bean", [](Organization& each) { each.sector = "10"; });
    add("Bank", [](Organization& each) { each.kind = OrganizationKind::finance; });
    add("Pepper", [](Organization& each) { each.country_code = "LC"; });
    EXPECT_THAT(names_of({.country_code = "LC"}), ElementsAre("Pepper"));
    EXPECT_THAT(names_of({.kind = OrganizationKind::finance}), ElementsAre("Bank"));
    EXPECT_THAT(names_of({.sector = "10"}), ElementsAre("Bean"));
    EXPECT_THAT(names_of({.sector = "C"}), ElementsAre("Bean")) << "division 10 belongs to section C";
    EXPECT_THAT(names_of({.sector = "A"}), IsEmpty());
}

// Names order as people order them: É beside E and not after Z.
TEST_P(OrganizationStore, PagesThroughNamesWithoutLossOrRepeat) {
    for (const auto* name : {"Zest", "Écorce", "Earth", "Zest", "Fig"}) add(name);
    std::vector<std::string> seen;
    PageRequest request{{}, 2, true};
    for (;;) {
        const auto page = list({}, request);
        EXPECT_EQ(page.count, 5);
        for (const auto& each : page.items) seen.push_back(each.name);
        if (!page.next) break;
        request.after = Cursor::parse(*page.next);
    }
    EXPECT_THAT(seen, ElementsAre("Earth", "Écorce", "Fig", "Zest", "Zest"));
}

TEST_P(OrganizationStore, FindsByWordsWithTheBestMatchFirst) {
    add("Botanicals", [](Organization& each) { each.description.texts["en"] = "Soap with cocoa butter"; });
    add("Cocoa Butter House");
    add("Spice Kitchen");
    EXPECT_THAT(names_of({.q = "cocoa but"}), ElementsAre("Cocoa Butter House", "Botanicals"));
    EXPECT_THAT(names_of({.q = "\"OR *"}), IsEmpty());
}

TEST_P(OrganizationStore, PagesThroughWhatItFound) {
    for (const auto* name : {"Cocoa", "Cocoa Two", "Cocoa Three"}) add(name);
    const auto first = list({.q = "cocoa"}, PageRequest{{}, 2, true});
    EXPECT_EQ(first.count, 3);
    EXPECT_EQ(first.items.size(), 2U);
    const auto second = list({.q = "cocoa"}, PageRequest{Cursor::parse(first.next.value()), 2});
    EXPECT_EQ(second.items.size(), 1U);
    EXPECT_EQ(second.next, std::nullopt);
}

TEST_P(OrganizationStore, CountsWhatEachFilterWouldLeave) {
    add("One");
    add("Two", [](Organization& each) { each.country_code = "LC"; });
    add("Three", [](Organization& each) { each.kind = OrganizationKind::bso; });
    const auto facets = db().read([](db::Session& session) {
        return organizations::facets(session, Viewer::anonymous(), {.country_code = "GD"});
    });
    ASSERT_EQ(facets.countries.size(), 2U) << "its own filter does not narrow a facet";
    EXPECT_EQ(facets.countries[0].code, "GD");
    EXPECT_EQ(facets.countries[0].count, 2);
    ASSERT_EQ(facets.kinds.size(), 2U);
    EXPECT_EQ(facets.kinds[0].count, 1);
    EXPECT_EQ(facets.count, 2);
}

TEST_P(OrganizationStore, CountsWhatTheWordsLeaveForEachFilter) {
    add("Cocoa One");
    add("Cocoa Two", [](Organization& each) { each.country_code = "LC"; });
    add("Cocoa hidden", [](Organization& each) { each.visibility = Visibility::cluster; });
    add("Nutmeg");
    const auto facets = db().read([](db::Session& session) {
        return organizations::facets(session, Viewer::anonymous(), {.q = "cocoa", .country_code = "LC"});
    });
    ASSERT_EQ(facets.countries.size(), 2U);
    EXPECT_EQ(facets.countries[0].count, 1);
    EXPECT_EQ(facets.count, 1);
    EXPECT_EQ(list({.q = "cocoa"}, PageRequest{{}, 1, true}).count, 2);
}

TEST_P(OrganizationStore, LoadsStubsAsDraftsOnceAndNeverOverwritesThem) {
    const auto count = [&] {
        return db().read([](db::Session& session) {
            return session.value<std::int64_t>("SELECT count(*) FROM organizations");
        });
    };
    const auto before = count();
    EXPECT_GT(before, 40);
    EXPECT_THAT(names_of({}), IsEmpty());
    EXPECT_TRUE(load_reference(db(), {.now = today}));
    EXPECT_EQ(count(), before);
}

}  // namespace
}  // namespace konbit
