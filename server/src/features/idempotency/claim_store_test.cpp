// SPDX-License-Identifier: Apache-2.0
#include "features/idempotency/claim_store.hpp"

#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>

#include <array>
#include <atomic>
#include <thread>

namespace konbit::idempotency {
namespace {

using Kind = http::Claim::Kind;

class Claims : public konbit::testing::AppTest {
  protected:
    Kind begin(std::string_view actor = "marie", std::string_view key = "k1", std::string_view hash = "h1") {
        return store.begin(actor, key, hash).kind;
    }
    ClaimStore store{db(), clock(), app().keys};
};
KONBIT_ON_BOTH_DATABASES(Claims);

TEST_P(Claims, AreFreshOnceThenRunningThenRepeated) {
    EXPECT_EQ(begin(), Kind::fresh);
    EXPECT_EQ(begin(), Kind::running);
    store.finish("marie", "k1", 201, "01930000-0000-7000-8000-000000000001");
    const auto repeated = store.begin("marie", "k1", "h1");
    EXPECT_EQ(repeated.kind, Kind::replay);
    EXPECT_EQ(repeated.status, 201);
    EXPECT_EQ(repeated.record_id, "01930000-0000-7000-8000-000000000001");
}

TEST_P(Claims, RepeatAnAnswerWithoutARecord) {
    begin();
    store.finish("marie", "k1", 204, "");
    EXPECT_EQ(store.begin("marie", "k1", "h1").record_id, "");
}

TEST_P(Claims, OfAnotherBodyAreRefused) {
    begin();
    EXPECT_EQ(begin("marie", "k1", "h2"), Kind::other_body);
    store.finish("marie", "k1", 200, "");
    EXPECT_EQ(begin("marie", "k1", "h2"), Kind::other_body);
}

TEST_P(Claims, OfDifferentActorsNeverMeet) {
    begin("marie");
    EXPECT_EQ(begin("jean"), Kind::fresh);
}

TEST_P(Claims, MayBeTriedAgainOnceAbandonedButNotOnceFinished) {
    begin();
    store.abandon("marie", "k1");
    EXPECT_EQ(begin(), Kind::fresh);
    store.finish("marie", "k1", 200, "");
    store.abandon("marie", "k1");
    EXPECT_EQ(begin(), Kind::replay);
}

TEST_P(Claims, OfARequestThatDiedWithItsServerAreFreeAgainAfterTwoMinutes) {
    begin();
    clock().advance(2 * minute_ms);
    EXPECT_EQ(begin(), Kind::running);
    clock().advance(1);
    EXPECT_EQ(begin(), Kind::fresh);
    EXPECT_EQ(begin(), Kind::running);
}

TEST_P(Claims, KeepNoPlainHashOfTheBody) {
    begin("marie", "k1", std::string(64, 'a'));
    const auto stored = db().read([](db::Session& session) {
        return session.value<std::string>("SELECT body_hash FROM idempotency_keys");
    });
    EXPECT_EQ(stored.size(), 64U);
    EXPECT_NE(stored, std::string(64, 'a'));
}

TEST_P(Claims, AreKeptForFortyFiveDays) {
    begin();
    store.finish("marie", "k1", 200, "");
    const auto tidied = [&] {
        return db().write([&](db::Session& session) { return remove_old(session, clock().now() - kept_ms); });
    };
    clock().advance(45 * day_ms);
    EXPECT_EQ(tidied(), 0);
    clock().advance(1);
    EXPECT_EQ(tidied(), 1);
}

// The phone sends the same request on two connections at once: one writes, whoever is told so, the others do
// not.
TEST_P(Claims, LetOneOfManyEqualRequestsAtOnceWrite) {
    script("CREATE TABLE written (id {uuid} PRIMARY KEY);");
    for (const std::string key : {"a", "b", "c", "d", "e"}) {
        std::array<std::jthread, 4> phones;
        for (auto& phone : phones)
            phone = std::jthread([&] {
                if (begin("marie", key) != Kind::fresh) return;
                db().write([](db::Session& session) {
                    session.change("INSERT INTO written (id) VALUES ($1)",
                                   Id<struct WrittenTag>(new_uuid_v7()));
                });
                store.finish("marie", key, 201, "");
            });
    }
    EXPECT_EQ(db().read([](db::Session& session) {
        return session.value<std::int64_t>("SELECT count(*) FROM written");
    }),
              5);
}

// The answer got lost after the commit, three times: the row is there once.
TEST_P(Claims, GiveOneRowForARequestRepeatedAfterLostAnswers) {
    int written = 0;
    for (int i = 0; i < 4; ++i) {
        if (begin() != Kind::fresh) continue;
        ++written;
        store.finish("marie", "k1", 201, "");
    }
    EXPECT_EQ(written, 1);
}

}  // namespace
}  // namespace konbit::idempotency
