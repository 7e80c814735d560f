// SPDX-License-Identifier: Apache-2.0
#include "features/agreements/renewal_notices.hpp"

#include "db/database.hpp"
#include "features/accounts/demo_accounts.hpp"
#include "features/agreements/agreement_store.hpp"
#include "features/agreements/demo_agreements.hpp"
#include "features/mail/outbox.hpp"
#include "features/reference/demo_directory.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/testing/test_app.hpp"

#include <gtest/gtest.h>

namespace konbit {
namespace {

/// The clock stands at 2026-10-20. The use of the duty concession, kept by the Windward cluster with its one
/// facilitator, ends on 2026-12-31: in 72 days. The two other agreements end a year later and after that.
class RenewalNotices : public konbit::testing::AppTest {
  protected:
    RenewalNotices() {
        EXPECT_TRUE(load_reference(db(), {.now = clock().now()}));
        const auto directory = load_demo_directory(db(), clock().now()).value();
        EXPECT_TRUE(agreements::load_demo_agreements(db(), directory, clock().now()));
        EXPECT_TRUE(accounts::load_demo_accounts(app()));
    }

    std::int64_t sent() { return agreements::send_renewal_notices(app()).value(); }
};
KONBIT_ON_BOTH_DATABASES(RenewalNotices);

TEST_P(RenewalNotices, ComeOnceNinetyDaysBeforeAndOnceThirtyDaysBefore) {
    EXPECT_EQ(sent(), 1);
    EXPECT_EQ(sent(), 0) << "told already";
    clock().advance(41 * day_ms);  // 31 days left
    EXPECT_EQ(sent(), 0);
    clock().advance(day_ms);  // 30 days left
    EXPECT_EQ(sent(), 1);
    EXPECT_EQ(sent(), 0);
    const auto mail = db().read([](db::Session& session) { return mail::list_newest(session, 1); });
    ASSERT_EQ(mail.size(), 1U);
    EXPECT_EQ(mail[0].recipient, "alana@m10.example");
}

TEST_P(RenewalNotices, SkipTheFirstWhenTheAgreementIsEnteredLate) {
    clock().advance(60 * day_ms);  // 12 days left
    EXPECT_EQ(sent(), 1);
    EXPECT_EQ(sent(), 0);
}

TEST_P(RenewalNotices, ComeAnewForAnAgreementThatWasRenewed) {
    EXPECT_EQ(sent(), 1);
    db().write([](db::Session& session) {
        session.change("UPDATE agreements SET valid_until = '2027-01-10' WHERE valid_until = '2026-12-31'");
    });
    EXPECT_EQ(sent(), 1);
}

TEST_P(RenewalNotices, SayNothingOfWhatHasEnded) {
    clock().advance(80 * day_ms);
    EXPECT_EQ(sent(), 0);
}

TEST_P(RenewalNotices, LeaveWhatIsPrivateToThoseWhoKeepIt) {
    const auto seen = [&](const Viewer& viewer) {
        return db().read([&](db::Session& session) {
            return agreements::list(session, viewer, {}, {}).value().items.size();
        });
    };
    EXPECT_EQ(seen(Viewer::anonymous()), 2U) << "the two that every party made public";
    EXPECT_EQ(seen(System::viewer()), 2U) << "whoever runs the installation is no party";
}

}  // namespace
}  // namespace konbit
