// SPDX-License-Identifier: Apache-2.0
#include "db/columns.hpp"
#include "features/accounts/account_store.hpp"
#include "features/nudges/nudge.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using ::testing::IsEmpty;

/// The clock stands at 2026-10-20.
class Nudges : public testing::AppTest {
  protected:
    void SetUp() override {
        ASSERT_TRUE(load_reference(db(), {.now = now()}));
        kitchen_ = add("Spice Kitchen", "2026-04-01");
        account_ = keeper_of(kitchen_);
    }

    Instant now() { return clock().now(); }

    OrganizationId add(const std::string& name, const std::string& confirmed_on) {
        Organization organization;
        organization.name = name;
        organization.country_code = "GD";
        organization.publication = Publication::published;
        organization.claim = Claim::claimed;
        organization.last_confirmed_on = Date::parse(confirmed_on);
        return db()
            .write([&](db::Session& session) {
                return organizations::insert(session, checked(organization, 2026).value(),
                                             System::directory_editor(), now());
            })
            .value()
            .id;
    }

    AccountId keeper_of(const OrganizationId& organization) {
        Account account;
        account.id = new_id<AccountId>();
        account.email = account.email_folded = "keeper@kitchen.example";
        account.name = "Keeper";
        account.language = "es";
        const Grant grant{new_id<GrantId>(),   account.id,         Role::member,
                          Scope::organization, organization.str(), now()};
        EXPECT_TRUE(db().write([&](db::Session& session) -> Result<void> {
            db::insert(session, "accounts", account);
            return accounts::insert(session, System{}, grant);
        }));
        return account.id;
    }

    std::vector<nudges::Nudge> due() {
        return db().read(
            [&](db::Session& session) { return nudges::list_due(session, System{}, now(), 10); });
    }

    Result<void> confirm(const nudges::Link& link) {
        return db().write([&](db::Session& session) { return nudges::confirm(session, link, now()); });
    }

    nudges::Link link() {
        return {RecordKind::organization, RecordId::parse(kitchen_.view()).value(), account_,
                now() + nudges::link_limit_ms};
    }

    OrganizationId kitchen_{};
    AccountId account_{};
};
KONBIT_ON_BOTH_DATABASES(Nudges);

// Confirmed on 1 April, 202 days ago.
TEST_P(Nudges, AskWhoKeepsARecordThatNobodyConfirmedForSixMonths) {
    add("Fresh Kitchen", "2026-09-01");
    const auto found = due();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].record_name, "Spice Kitchen");
    EXPECT_EQ(found[0].email, "keeper@kitchen.example");
    EXPECT_EQ(found[0].language, "es");
}

TEST_P(Nudges, AskOncePerMonth) {
    const auto found = due();
    ASSERT_TRUE(db().write([&](db::Session& session) -> Result<void> {
        nudges::note(session, found.at(0), now());
        return {};
    }));
    EXPECT_THAT(due(), IsEmpty());
    clock().advance(31 * day_ms);
    EXPECT_EQ(due().size(), 1U);
}

TEST_P(Nudges, EndWhenTheRecordIsConfirmedByTheLink) {
    ASSERT_TRUE(confirm(link()));
    EXPECT_THAT(due(), IsEmpty());
    const auto stored = db().read(
        [&](db::Session& session) { return organizations::find(session, System::viewer(), kitchen_); });
    EXPECT_EQ(stored->last_confirmed_on, Date::parse("2026-10-20"));
}

TEST_P(Nudges, TakeNoConfirmationOfSomebodyWhoKeepsTheRecordNoMore) {
    ASSERT_TRUE(db().write([&](db::Session& session) -> Result<void> {
        session.change("DELETE FROM grants");
        return {};
    }));
    EXPECT_EQ(confirm(link()).error().code, ErrorCode::not_found);
}

TEST_P(Nudges, KnowTheirOwnLinksAndNoOthers) {
    const std::string token = nudges::token_of(app(), link());
    ASSERT_TRUE(nudges::link_of(app(), token));
    EXPECT_EQ(nudges::link_of(app(), token)->account_id, account_);
    EXPECT_FALSE(nudges::link_of(app(), token + "A"));
    EXPECT_FALSE(nudges::link_of(app(), "cluster" + token.substr(token.find('.'))));
    clock().advance(nudges::link_limit_ms);
    EXPECT_FALSE(nudges::link_of(app(), token));
}

}  // namespace
}  // namespace konbit
