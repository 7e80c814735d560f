// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/roster_import.hpp"

#include "db/testing/fixture.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/reference/reference_files.hpp"
#include "features/reference/reference_loader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using testing::ElementsAre;

constexpr Instant today{1'792'454'400'000};  // 2026-10-20

class RosterImport : public db::testing::OnBothDatabases {
  protected:
    RosterImport() : cluster_(start_cluster()) {}

    Facilitator facilitator() const { return System::facilitator(cluster_); }
    Result<RosterResult> import(std::string_view bytes, RosterChoices choices = {}) {
        return import_roster(db(), facilitator(), bytes, choices, today);
    }
    std::int64_t organizations() {
        return db().read([](db::Session& session) {
            return session.value<std::int64_t>("SELECT count(*) FROM organizations WHERE source IS NULL");
        });
    }

  private:
    ClusterId start_cluster() {
        EXPECT_TRUE(load_reference(db(), {.now = today}));
        Cluster cluster;
        cluster.name = "Windward";
        cluster.country_code = "GD";
        return db()
            .write([&](db::Session& session) {
                return clusters::insert(session, checked(cluster).value(), System::directory_editor(), today);
            })
            .value()
            .id;
    }

    ClusterId cluster_;
};
KONBIT_ON_BOTH_DATABASES(RosterImport);

// 29 rows, of which two are spellings of one firm; a second import of the same file finds every member again.
TEST_P(RosterImport, TakesTheDemonstrationFileAndUpdatesTheSecondTime) {
    const auto file = find_embedded(demo_files(), "members.csv").value();
    const auto first = import(file);
    ASSERT_TRUE(first);
    EXPECT_EQ(first->created, 28);
    EXPECT_EQ(first->skipped, 1);
    EXPECT_EQ(first->members, 28);
    const auto second = import(file);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->updated, 28);
    EXPECT_EQ(second->members, 28);
    EXPECT_EQ(organizations(), 28);
}

TEST_P(RosterImport, ShowsNewOrganizationsToTheClusterOnly) {
    ASSERT_TRUE(import("name,phone\nSpice Kitchen,+1-473-555-0101\n"));
    db().read([](db::Session& session) {
        EXPECT_FALSE(organizations::find(session, Viewer::anonymous(), "spice-kitchen"));
        EXPECT_EQ(organizations::find(session, System::viewer(), "spice-kitchen")->visibility,
                  Visibility::cluster);
    });
}

TEST_P(RosterImport, WritesNothingWhileARowHasAProblem) {
    const std::string_view file = "name,country,email\nGood,GD,a@b.example\nBad,Atlantis,nobody\n";
    const auto refused = import(file);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().fields, ElementsAre(FieldError{"row:3/country", "unknown_country"},
                                                    FieldError{"row:3/email", "not_an_email"}));
    EXPECT_EQ(organizations(), 0);
    const auto imported = import(file, {.skip_rows = {3}});
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->created, 1);
    EXPECT_EQ(imported->skipped, 1);
}

TEST_P(RosterImport, ChangesOnlyWhatTheRowSays) {
    ASSERT_TRUE(import("name,email,phone\nSpice Kitchen,a@b.example,+1-473-555-0101\n"));
    ASSERT_TRUE(import("name,email,phone\nSpice Kitchen,,+1-473-555-0199\n"));
    db().read([this](db::Session& session) {
        const auto member = memberships::list(session, facilitator(), {}).value().items.at(0);
        EXPECT_EQ(member.contact_email, "a@b.example");
        EXPECT_EQ(member.contact_phone, "+1-473-555-0199");
        EXPECT_EQ(member.version, 2);
    });
}

TEST_P(RosterImport, PreviewWritesNothing) {
    const auto preview = preview_roster(db(), facilitator(), "name\nSpice Kitchen\n", {}, today);
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->counts.create, 1);
    EXPECT_EQ(organizations(), 0);
}

}  // namespace
}  // namespace konbit
