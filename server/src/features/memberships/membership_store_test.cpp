// SPDX-License-Identifier: Apache-2.0
#include "features/memberships/membership_store.hpp"

#include "db/testing/fixture.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/reference/reference_loader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using ::testing::ElementsAre;

constexpr Instant today{1'792'454'400'000};  // 2026-10-20

class MembershipStore : public db::testing::OnBothDatabases {
  protected:
    MembershipStore() {
        EXPECT_TRUE(load_reference(db(), {.now = today}));
        cluster_ = start("Windward");
        kitchen_ = add("Spice Kitchen", Visibility::public_);
        hidden_ = add("Hidden Works", Visibility::cluster);
    }

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

    OrganizationId add(const std::string& name, Visibility visibility) {
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
            .value()
            .id;
    }

    Result<RosterMember> enter(const OrganizationId& organization) {
        Membership membership;
        membership.organization_id = organization;
        membership.contact_email = "a@b.example";
        return db().write(
            [&](db::Session& session) { return memberships::insert(session, membership, by(), today); });
    }

    Facilitator by() const { return System::facilitator(cluster_); }

    ClusterId cluster_;
    OrganizationId kitchen_, hidden_;
};
KONBIT_ON_BOTH_DATABASES(MembershipStore);

TEST_P(MembershipStore, TakesLabelAndCountryFromTheOrganization) {
    const auto made = enter(kitchen_);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->label, "Spice Kitchen");
    EXPECT_EQ(made->country_code, "GD");
    EXPECT_EQ(made->organization.slug, "spice-kitchen");
}

TEST_P(MembershipStore, TakesTheCategoryFromTheKindUnlessOneIsGiven) {
    auto member = enter(kitchen_).value();
    EXPECT_EQ(member.category, MemberCategory::core_firm);
    member.category = MemberCategory::related_firm;
    const auto changed =
        db().write([&](db::Session& session) { return memberships::update(session, member, by(), today); });
    EXPECT_EQ(changed->category, MemberCategory::related_firm);
}

TEST_P(MembershipStore, EntersAnOrganizationOnce) {
    ASSERT_TRUE(enter(kitchen_));
    const auto again = enter(kitchen_);
    ASSERT_FALSE(again);
    EXPECT_THAT(again.error().fields, ElementsAre(FieldError{"/organization_id", "taken"}));
}

TEST_P(MembershipStore, ChangesTheVersionThatWasSeenOnly) {
    auto member = enter(kitchen_).value();
    member.subgroup = "Carriacou";
    const auto change = [&] {
        return db().write(
            [&](db::Session& session) { return memberships::update(session, member, by(), today); });
    };
    EXPECT_EQ(change()->version, 2);
    EXPECT_EQ(change().error().code, ErrorCode::stale);
}

TEST_P(MembershipStore, IsNotFoundFromAnotherCluster) {
    const auto member = enter(kitchen_).value();
    const Facilitator stranger = System::facilitator(start("Leeward"));
    db().read([&](db::Session& session) {
        EXPECT_EQ(memberships::find(session, stranger, member.id).error().code, ErrorCode::not_found);
    });
    const auto removed = db().write(
        [&](db::Session& session) { return memberships::remove(session, member, stranger, today); });
    EXPECT_EQ(removed.error().code, ErrorCode::not_found);
}

TEST_P(MembershipStore, ShowsVisitorsOnlyTheMembersThatTheyMaySee) {
    ASSERT_TRUE(enter(kitchen_));
    ASSERT_TRUE(enter(hidden_));
    db().read([&](db::Session& session) {
        const auto seen = memberships::list_profiles(session, Viewer::anonymous(), cluster_, {}).value();
        ASSERT_EQ(seen.items.size(), 1U);
        EXPECT_EQ(seen.items.front().organization.name, "Spice Kitchen");
        EXPECT_EQ(clusters::find(session, Viewer::anonymous(), cluster_)->member_count, 2);
    });
}

TEST_P(MembershipStore, RemovesAMistakeAndFindsTheClustersOfAnOrganization) {
    const auto member = enter(kitchen_).value();
    const auto clusters_of_kitchen = [&] {
        return db().read([&](db::Session& session) {
            return memberships::list_clusters(session, Viewer::anonymous(), kitchen_).size();
        });
    };
    EXPECT_EQ(clusters_of_kitchen(), 1U);
    EXPECT_TRUE(
        db().write([&](db::Session& session) { return memberships::remove(session, member, by(), today); }));
    EXPECT_EQ(clusters_of_kitchen(), 0U);
}

}  // namespace
}  // namespace konbit
