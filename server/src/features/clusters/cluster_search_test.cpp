// SPDX-License-Identifier: Apache-2.0
#include "db/testing/fixture.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/memberships/membership_store.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/reference/reference_loader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Instant today{1'792'454'400'000};  // 2026-10-20

/// Clusters that are searched for by their members.
class ClusterSearch : public db::testing::OnBothDatabases {
  protected:
    ClusterSearch() { EXPECT_TRUE(load_reference(db(), {.now = today})); }

    ClusterId start(const std::string& name) {
        Cluster cluster;
        cluster.name = name;
        cluster.country_code = "GD";
        cluster.publication = Publication::published;
        return db()
            .write([&](db::Session& session) {
                return clusters::insert(session, checked(cluster).value(), System::directory_editor(), today);
            })
            .value()
            .id;
    }

    OrganizationId enter(const ClusterId& cluster, const std::string& name,
                         Visibility visibility = Visibility::public_) {
        Organization organization;
        organization.name = name;
        organization.country_code = "GD";
        organization.visibility = visibility;
        organization.publication = Publication::published;
        const auto made = db().write([&](db::Session& session) {
            return organizations::insert(session, checked(organization, 2026).value(),
                                         System::directory_editor(), today);
        });
        Membership membership;
        membership.organization_id = made->id;
        EXPECT_TRUE(db().write([&](db::Session& session) {
            return memberships::insert(session, membership, System::facilitator(cluster), today);
        }));
        return made->id;
    }

    Page<ClusterProfile> list(const std::string& q, PageRequest page = {{}, 10, true}) {
        return db()
            .read([&](db::Session& session) {
                return clusters::list(session, Viewer::anonymous(), {.q = q}, Sort::name, page);
            })
            .value();
    }
    std::vector<std::string> names_of(const std::string& q) {
        std::vector<std::string> names;
        for (const auto& each : list(q).items) names.push_back(each.name);
        return names;
    }
};
KONBIT_ON_BOTH_DATABASES(ClusterSearch);

TEST_P(ClusterSearch, FindsAClusterByItsMembersAfterAllThatMatchThemselves) {
    enter(start("Windward"), "Nutmeg Kitchen");
    start("Nutmeg Growers");
    enter(start("Leeward Nutmeg"), "Nutmeg House");
    EXPECT_THAT(names_of("nutmeg"), ElementsAre("Nutmeg Growers", "Leeward Nutmeg", "Windward"));
    EXPECT_EQ(list("nutmeg").count, 3);
    const auto facets = db().read(
        [](db::Session& session) { return clusters::facets(session, Viewer::anonymous(), {.q = "nutmeg"}); });
    EXPECT_EQ(facets.count, 3);
}

TEST_P(ClusterSearch, PagesThroughClustersFoundByTheirMembers) {
    for (const auto* name : {"One", "Two", "Three"}) enter(start(name), std::string("Nutmeg ") + name);
    const auto first = list("nutmeg", {{}, 2});
    ASSERT_EQ(first.items.size(), 2U);
    const auto second = list("nutmeg", {Cursor::parse(first.next.value()), 2});
    ASSERT_EQ(second.items.size(), 1U);
    EXPECT_EQ(second.items[0].name, "Three");
    EXPECT_EQ(second.next, std::nullopt);
}

// That a hidden firm belongs to a cluster must not come out by searching for it.
TEST_P(ClusterSearch, NeverTellsOfMembersThatNotEverybodySees) {
    const auto windward = start("Windward");
    enter(windward, "Hidden Works", Visibility::cluster);
    EXPECT_THAT(names_of("hidden"), IsEmpty());
    const auto left = enter(windward, "Gone Works");
    db().write([&](db::Session& session) {
        session.change("UPDATE memberships SET left_on = '2026-01-01' WHERE organization_id = $1", left);
    });
    EXPECT_THAT(names_of("gone"), IsEmpty());
}

}  // namespace
}  // namespace konbit
