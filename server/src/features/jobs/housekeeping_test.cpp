// SPDX-License-Identifier: Apache-2.0
#include "features/jobs/housekeeping.hpp"

#include "features/idempotency/claim_store.hpp"
#include "features/jobs/runner.hpp"
#include "features/mail/outbox.hpp"
#include "features/permission/grant.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>

namespace konbit::jobs {
namespace {

class Housekeeping : public konbit::testing::AppTest {
  protected:
    void tidy() {
        Handlers handlers;
        add_housekeeping(handlers, app());
        EXPECT_EQ(JobRunner(db(), clock(), std::move(handlers)).run_due(), 1U);
    }
    std::int64_t rows(const std::string& table) {
        return db().read([&](db::Session& session) {
            return session.value<std::int64_t>("SELECT count(*) FROM " + table);
        });
    }
    void add_mail() {
        EXPECT_TRUE(db().write([&](db::Session& session) {
            return mail::queue_mail(session, app().keys, {"marie@cacao.example", "", "Hello", "Hello", "en"},
                                    clock().now());
        }));
    }
    void add_session(Instant expires_at) {
        db().write([&](db::Session& session) {
            const auto account = new_id<AccountId>();
            session.change(R"(
                INSERT INTO accounts (id, email, email_folded, name, language, status, is_demo, version,
                                      created_at, updated_at)
                VALUES ($1, $2, $2, 'Marie', 'en', 'active', FALSE, 1, 0, 0))",
                           account, account.str() + "@cacao.example");
            session.change(
                "INSERT INTO sessions (id, token_sha256, account_id, entrance, device, created_at, proven_at,"
                " last_seen_at, expires_at) VALUES ($2, $1, $2, 'password', '', 0, 0, $4, $3)",
                account.str(), account, expires_at, clock().now());
        });
    }
};
KONBIT_ON_BOTH_DATABASES(Housekeeping);

TEST_P(Housekeeping, ForgetsEndedSessions) {
    add_session(clock().now() - 1);
    add_session(clock().now() + 1);
    tidy();
    EXPECT_EQ(rows("sessions"), 1);
}

TEST_P(Housekeeping, ForgetsMailAfterThirtyDaysAndKeysAfterFortyFive) {
    idempotency::ClaimStore(db(), clock(), app().keys).begin("marie", "k1", "h1");
    add_mail();
    clock().advance(30 * day_ms);
    add_mail();
    tidy();
    EXPECT_EQ(rows("outbox_mail"), 2);
    clock().advance(hour_ms);
    tidy();
    EXPECT_EQ(rows("outbox_mail"), 1);
    EXPECT_EQ(rows("idempotency_keys"), 1);
    clock().advance(15 * day_ms);
    tidy();
    EXPECT_EQ(rows("idempotency_keys"), 0);
}

}  // namespace
}  // namespace konbit::jobs
