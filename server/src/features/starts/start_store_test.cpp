// SPDX-License-Identifier: Apache-2.0
#include "features/starts/start_store.hpp"

#include "features/accounts/account_store.hpp"
#include "features/permission/policies.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/starts/start_rules.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;

class Starts : public testing::AppTest {
  protected:
    void SetUp() override {
        ASSERT_TRUE(load_reference(db(), {.now = clock().now(), .publishes_stubs = true}));
    }

    static StartRequest honey() {
        StartRequest start;
        start.person_name = " Ines Joseph ";
        start.email = "Ines@Hive.example";
        start.name = "Valley Honey";
        start.country_code = "DM";
        start.purpose = {{{"en", "We sell honey together."}}};
        return start;
    }

    std::optional<StartRequest> keep(const StartRequest& start) {
        return db()
            .write([&](db::Session& session) -> Result<std::optional<StartRequest>> {
                return starts::insert(session, checked(start).value(), clock().now());
            })
            .value();
    }

    Result<starts::Begun> prove(const StartId& id, Instant now) {
        return db().write([&](db::Session& session) { return starts::prove(session, app(), id, now); });
    }
};

TEST_P(Starts, AProvenRequestIsADraftOfAnAccountAndStaysOne) {
    const auto kept = keep(honey());
    ASSERT_TRUE(kept);
    const auto begun = prove(kept->id, clock().now());
    ASSERT_TRUE(begun) << begun.error().reason;
    EXPECT_EQ(begun->account.name, "Ines Joseph");
    EXPECT_FALSE(begun->account.password_hash);
    const auto again = prove(kept->id, clock().now());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->cluster_id, begun->cluster_id);
}

// Whoever only reads the mail of an officer starts a cluster as anybody would: the office is behind two
// factors.
TEST_P(Starts, ALinkOpensNoOfficeWhereTwoFactorsAreDemanded) {
    const auto kept = keep(honey());
    const auto account = prove(kept->id, clock().now())->account.id;
    const auto offices = [&] {
        return db().read([&](db::Session& session) {
            return Policies::by_mailed_link(session, app().config, account, clock().now())
                ->viewer()
                .grants()
                .size();
        });
    };
    const auto before = offices();
    db().write([&](db::Session& session) {
        accounts::insert(session, System{},
                         Grant{new_id<GrantId>(), account, Role::national, Scope::country, "DM", {}})
            .value();
    });
    EXPECT_EQ(offices(), before + 1);
    config().demand_second_factor = true;
    EXPECT_EQ(offices(), before);
}

TEST_P(Starts, ALinkHoldsForSevenDays) {
    const auto kept = keep(honey());
    EXPECT_FALSE(prove(kept->id, clock().now() + 7 * day_ms));
    EXPECT_TRUE(prove(kept->id, clock().now() + (7 * day_ms - 1)));
}

TEST_P(Starts, ADisabledAccountStartsNothing) {
    const auto kept = keep(honey());
    ASSERT_TRUE(prove(kept->id, clock().now()));
    db().write([](db::Session& session) -> Result<void> {
        session.change("UPDATE accounts SET status = 'disabled'");
        return {};
    });
    const auto next = keep(honey());
    EXPECT_EQ(prove(next->id, clock().now()).error().code, ErrorCode::forbidden);
}

TEST_P(Starts, AnAddressGetsThreeMails) {
    for (int i = 0; i < starts::most_of_one_address; ++i) EXPECT_TRUE(keep(honey()));
    EXPECT_FALSE(keep(honey()));
}

TEST_P(Starts, ASupporterIsFoundByItsNameInAnyCase) {
    const auto some = db().read([](db::Session& session) { return starts::list_supporters(session, 1); });
    ASSERT_EQ(some.size(), 1U);
    const auto found = db().read([&](db::Session& session) {
        return starts::find_supporter(session, some[0].name, some[0].country_code);
    });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, some[0].id);
    EXPECT_FALSE(db().read(
        [](db::Session& session) { return starts::find_supporter(session, "Nobody of that name", "DM"); }));
}

KONBIT_ON_BOTH_DATABASES(Starts);

TEST(StartRules, NameEverythingThatIsWrongAtOnce) {
    const auto wrong = checked(StartRequest{});
    ASSERT_FALSE(wrong);
    EXPECT_THAT(wrong.error().fields,
                ElementsAre(Field(&FieldError::pointer, "/person_name"),
                            Field(&FieldError::pointer, "/email"), Field(&FieldError::pointer, "/purpose")));
}

}  // namespace
}  // namespace konbit
