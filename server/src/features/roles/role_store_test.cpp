// SPDX-License-Identifier: Apache-2.0
#include "db/check_schema.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/session_store.hpp"
#include "features/clusters/cluster_rules.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/deputies/deputy_store.hpp"
#include "features/joins/join_request.hpp"
#include "features/mail/outbox.hpp"
#include "features/permission/handing_on.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/roles/held_role_store.hpp"
#include "features/roles/role_job.hpp"
#include "features/roles/role_offer_store.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// The clock stands at 2026-10-20, noon. Alana runs a cluster of Grenada.
class Roles : public testing::AppTest {
  protected:
    void SetUp() override {
        ASSERT_TRUE(load_reference(db(), {.now = now()}));
        alana = add("Alana Noel", "alana@m10.example");
        Cluster draft;
        draft.name = "Windward Cocoa";
        draft.country_code = "GD";
        draft.countries = {"GD"};
        cluster = db().write([&](db::Session& session) {
                          return clusters::insert(session, checked(draft).value(), System::directory_editor(),
                                                  now());
                      })
                      .value()
                      .id;
        db().write([&](db::Session& session) {
            session.change("UPDATE clusters SET claim = 'claimed' WHERE id = $1", cluster);
        });
        give(alana, Role::facilitator);
    }

    Instant now() { return clock().now(); }

    AccountId add(const std::string& name, const std::string& email) {
        return db()
            .write([&](db::Session& session) {
                return accounts::find_or_insert(session, System{}, {email, name, "en"}, now());
            })
            .value()
            .id;
    }

    Grant in_cluster(const AccountId& account, Role role) {
        return {.id = new_id<GrantId>(),
                .account_id = account,
                .role = role,
                .scope = Scope::cluster,
                .scope_id = cluster.str(),
                .created_at = now()};
    }

    void give(const AccountId& account, Role role, std::optional<Instant> ends_at = {}) {
        Grant grant = in_cluster(account, role);
        grant.given_by = alana;
        grant.ends_at = ends_at;
        ASSERT_TRUE(
            db().write([&](db::Session& session) { return accounts::insert(session, System{}, grant); }));
    }

    std::vector<Role> roles_of(const AccountId& account) {
        std::vector<Role> roles;
        for (const auto& grant : grants_of(account)) roles.push_back(grant.role);
        return roles;
    }

    std::vector<Grant> grants_of(const AccountId& account) {
        return db().read([&](db::Session& session) { return accounts::grants_of(session, account, now()); });
    }

    RoleOffer offered(OfferPurpose purpose, Role role, const std::string& email) {
        RoleOffer offer;
        offer.id = RoleOfferId(new_uuid_v4());
        offer.purpose = purpose;
        offer.name = "Successor";
        offer.email = offer.email_folded = email;
        offer.role = role;
        offer.scope = Scope::cluster;
        offer.scope_id = cluster.str();
        offer.created_at = now();
        offer.expires_at = now() + roles::offer_lifetime_ms;
        return offer;
    }

    RoleOfferId keep(const RoleOffer& offer) {
        return db()
            .write([&](db::Session& session) { return roles::keep_offer(session, offer, alana); })
            .value()
            .id;
    }

    Result<roles::Taken> accept(const RoleOfferId& id) {
        return db().write([&](db::Session& session) { return roles::accept(session, id, now()); });
    }

    /// From now on for two days.
    RoleOfferId ask_for_deputy(const std::string& email) {
        RoleOffer offer = offered(OfferPurpose::deputy, Role::facilitator, email);
        offer.begins_at = now();
        offer.ends_at = now() + 2 * day_ms;
        return keep(offer);
    }

    std::int64_t count(const std::string& sql) {
        return db().read([&](db::Session& session) { return session.value<std::int64_t>(sql); });
    }

    AccountId alana{};
    ClusterId cluster{};
};
KONBIT_ON_BOTH_DATABASES(Roles);

TEST_P(Roles, FitTheSchema) {
    const std::array mappings{db::mapping<Grant>("grants"), db::mapping<RoleOffer>("role_offers"),
                              db::mapping<Deputy>("deputies"), db::mapping<JoinRequest>("join_requests")};
    EXPECT_THAT(db().read([&](db::Session& session) { return db::check_schema(session, mappings); }),
                IsEmpty());
}

TEST_P(Roles, EndInTheMomentOfTheirEndWhateverTheJobDoes) {
    const auto adviser = add("Ines Joseph", "ines@advice.example");
    give(adviser, Role::consultant, now() + day_ms);
    clock().advance(day_ms - 1);
    EXPECT_THAT(roles_of(adviser), ElementsAre(Role::consultant));
    clock().advance(1);
    EXPECT_THAT(roles_of(adviser), IsEmpty());
    EXPECT_EQ(count("SELECT count(*) FROM grants WHERE role = 'consultant'"), 1);
    ASSERT_TRUE(roles::tidy(app()));
    EXPECT_EQ(count("SELECT count(*) FROM grants WHERE role = 'consultant'"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM ended_grants WHERE cause = 'expired'"), 1);
}

TEST_P(Roles, EndInARunningSessionToo) {
    const auto adviser = add("Ines Joseph", "ines@advice.example");
    give(adviser, Role::consultant, now() + hour_ms);
    const std::string token =
        db().write([&](db::Session& session) -> Result<std::string> {
                Account account;
                account.id = adviser;
                return accounts::open_session(session, account, Entrance::link, "", now());
            })
            .value();
    EXPECT_EQ(accounts::signed_in_by(app(), token)->grants.size(), 1U);
    clock().advance(hour_ms);
    EXPECT_THAT(accounts::signed_in_by(app(), token)->grants, IsEmpty());
}

TEST_P(Roles, ThatHaveEndedAreGivenAnew) {
    const auto adviser = add("Ines Joseph", "ines@advice.example");
    give(adviser, Role::consultant, now() + day_ms);
    clock().advance(2 * day_ms);
    give(adviser, Role::consultant, now() + day_ms);
    EXPECT_THAT(roles_of(adviser), ElementsAre(Role::consultant));
}

TEST_P(Roles, OfAFacilitatorCannotEndByThemselves) {
    Grant grant = in_cluster(alana, Role::facilitator);
    grant.account_id = add("Ines Joseph", "ines@advice.example");
    grant.ends_at = now() + day_ms;
    EXPECT_ANY_THROW(
        (void)db().write([&](db::Session& session) { return accounts::insert(session, System{}, grant); }));
}

TEST_P(Roles, OfDeputiesBeginAndEndOnTheSecondAndSayForWhom) {
    const auto deputy = accept(ask_for_deputy("deputy@m10.example"))->account.id;
    ASSERT_EQ(grants_of(deputy).size(), 1U);
    EXPECT_EQ(grants_of(deputy)[0].held_for, alana);
    EXPECT_EQ(grants_of(deputy)[0].account_id, deputy);
    clock().advance(2 * day_ms - 1);
    EXPECT_THAT(roles_of(deputy), ElementsAre(Role::facilitator));
    clock().advance(1);
    EXPECT_THAT(roles_of(deputy), IsEmpty());
}

TEST_P(Roles, OfDeputiesAreNeverMoreThanTheOtherMay) {
    const auto deputy = accept(ask_for_deputy("deputy@m10.example"))->account.id;
    db().write([&](db::Session& session) {
        session.change("UPDATE accounts SET status = 'disabled' WHERE id = $1", alana);
    });
    EXPECT_THAT(roles_of(deputy), IsEmpty());
    db().write([&](db::Session& session) {
        session.change("UPDATE accounts SET status = 'active' WHERE id = $1", alana);
        session.change("DELETE FROM grants WHERE account_id = $1", alana);
    });
    EXPECT_THAT(roles_of(deputy), IsEmpty());
}

TEST_P(Roles, OfDeputiesGiveNothingAway) {
    const auto deputy = accept(ask_for_deputy("deputy@m10.example"))->account.id;
    const auto may = [&](const AccountId& account, Role role) {
        const auto own = grants_of(account);
        return db().read(
            [&](db::Session& session) { return may_give(session, own, in_cluster(account, role)); });
    };
    for (const Role role : {Role::member, Role::facilitator, Role::consultant, Role::researcher}) {
        EXPECT_TRUE(may(alana, role));
        EXPECT_FALSE(may(deputy, role));
    }
}

TEST_P(Roles, AreHandedOverInOneMoment) {
    const auto id = keep(offered(OfferPurpose::hand_over, Role::facilitator, "next@m10.example"));
    EXPECT_THAT(roles_of(alana), ElementsAre(Role::facilitator));
    const auto next = accept(id)->account.id;
    EXPECT_THAT(roles_of(next), ElementsAre(Role::facilitator));
    EXPECT_THAT(roles_of(alana), IsEmpty());
    EXPECT_EQ(count("SELECT count(*) FROM ended_grants WHERE cause = 'handed_over'"), 1);
    EXPECT_EQ(accept(id).error().reason, "offer_ended");
}

TEST_P(Roles, StillOfferedByWhoeverHandedOverAreTheSuccessorsToGive) {
    const auto other = keep(offered(OfferPurpose::hand_over, Role::facilitator, "other@m10.example"));
    ASSERT_TRUE(accept(keep(offered(OfferPurpose::hand_over, Role::facilitator, "next@m10.example"))));
    const auto second = accept(other)->account.id;
    EXPECT_THAT(roles_of(second), ElementsAre(Role::facilitator));
    EXPECT_EQ(count("SELECT count(*) FROM grants WHERE role = 'facilitator'"), 2);
}

TEST_P(Roles, OfferedBySomebodyWhoHasLeftAreVoid) {
    const auto id = keep(offered(OfferPurpose::role, Role::facilitator, "next@m10.example"));
    db().write([&](db::Session& session) { session.change("DELETE FROM grants"); });
    EXPECT_EQ(accept(id).error().reason, "offer_void");
}

TEST_P(Roles, OfferedTwoWeeksAgoAreOfferedNoMore) {
    const auto id = keep(offered(OfferPurpose::role, Role::facilitator, "next@m10.example"));
    clock().advance(roles::offer_lifetime_ms);
    EXPECT_EQ(accept(id).error().reason, "offer_ended");
}

// Holder and giver, at thirty days and at seven.
TEST_P(Roles, ThatEndAreToldOfBeforeOnceEach) {
    give(add("Ines Joseph", "ines@advice.example"), Role::consultant, now() + 31 * day_ms);
    EXPECT_EQ(roles::tell_ending(app()), 0);
    clock().advance(2 * day_ms);
    EXPECT_EQ(roles::tell_ending(app()), 2);
    EXPECT_EQ(roles::tell_ending(app()), 0);
    clock().advance(23 * day_ms);
    EXPECT_EQ(roles::tell_ending(app()), 2);
    EXPECT_EQ(roles::tell_ending(app()), 0);
}

TEST_P(Roles, MissingInAClusterAreToldOnceToThoseWhoNameSomebody) {
    const auto officer = add("Ruth Charles", "ruth@ministry.example");
    const Grant office{.id = new_id<GrantId>(),
                       .account_id = officer,
                       .role = Role::national,
                       .scope = Scope::country,
                       .scope_id = "GD",
                       .created_at = now()};
    ASSERT_TRUE(
        db().write([&](db::Session& session) { return accounts::insert(session, System{}, office); }));
    const auto may_step = [&] {
        return db().read([&](db::Session& session) {
            return may_give(session, {office}, in_cluster(officer, Role::facilitator));
        });
    };
    EXPECT_EQ(roles::tell_orphaned(app()), 0);
    EXPECT_FALSE(may_step());
    db().write([&](db::Session& session) {
        session.change("UPDATE accounts SET status = 'disabled' WHERE id = $1", alana);
    });
    EXPECT_EQ(roles::tell_orphaned(app()), 1);
    EXPECT_EQ(roles::tell_orphaned(app()), 0);
    EXPECT_TRUE(may_step());
}

}  // namespace
}  // namespace konbit
