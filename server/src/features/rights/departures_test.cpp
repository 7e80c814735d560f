// SPDX-License-Identifier: Apache-2.0
#include "features/rights/departures.hpp"

#include "features/accounts/account_store.hpp"
#include "features/mail/outbox.hpp"
#include "features/rights/retention.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gtest/gtest.h>

namespace konbit::rights {
namespace {

/// A wave of the cluster ended today; one facilitator reads Spanish.
class Departures : public testing::SurveyTest {
  protected:
    void SetUp() override {
        SurveyTest::SetUp();
        add_facilitator();
        move(make_open_wave(), surveys::WaveEvent::closed);
        ended_at_ = clock().now();
    }

    std::int64_t told() { return send_departure_notices(app()).value(); }
    std::optional<Instant> leaves_at() {
        return db().read([&](db::Session& session) { return names_leave_at(session, cluster_); });
    }
    std::optional<Instant> leaves_soon_at() {
        return db().read(
            [&](db::Session& session) { return names_leave_soon_at(session, cluster_, clock().now()); });
    }
    void to_days_before(int days) {
        clock().advance(ended_at_ + names_kept_ms - days * day_ms - clock().now());
    }

    Instant ended_at_{};

  private:
    void add_facilitator() {
        Account account;
        account.id = new_id<AccountId>();
        account.email = "noel@facilitator.example";
        account.name = "Noel";
        account.language = "es";
        write([&](db::Session& session) { return accounts::insert(session, System{}, account); });
        EXPECT_TRUE(db().write([&](db::Session& session) {
            return accounts::insert(session, System{},
                                    Grant{new_id<GrantId>(), account.id, Role::facilitator, Scope::cluster,
                                          cluster_.str(), clock().now()});
        }));
    }
};
KONBIT_ON_BOTH_DATABASES(Departures);

TEST_P(Departures, AreTwoYearsAfterTheLastWaveEnded) {
    EXPECT_EQ(leaves_at(), ended_at_ + names_kept_ms);
    EXPECT_FALSE(leaves_soon_at());
    to_days_before(30);
    EXPECT_EQ(leaves_soon_at(), ended_at_ + names_kept_ms);
}

TEST_P(Departures, AreNotWhileAWaveIsOpen) {
    make_open_wave(false);
    EXPECT_FALSE(leaves_at());
}

TEST_P(Departures, AreToldOnceInTheLanguageOfTheFacilitator) {
    to_days_before(31);
    EXPECT_EQ(told(), 0);
    to_days_before(30);
    EXPECT_EQ(told(), 1);
    EXPECT_EQ(told(), 0);
    const auto mails = db().read([](db::Session& session) { return mail::list_newest(session, 1); });
    ASSERT_EQ(mails.size(), 1u);
    EXPECT_EQ(mails[0].recipient, "noel@facilitator.example");
    EXPECT_EQ(mails[0].language, "es");
}

// A later wave keeps the names for two years more; then it is told anew.
TEST_P(Departures, AreToldAnewWhenALaterWaveMovedThem) {
    to_days_before(20);
    EXPECT_EQ(told(), 1);
    move(make_open_wave(false), surveys::WaveEvent::closed);
    ended_at_ = clock().now();
    EXPECT_EQ(told(), 0);
    to_days_before(10);
    EXPECT_EQ(told(), 1);
}

}  // namespace
}  // namespace konbit::rights
