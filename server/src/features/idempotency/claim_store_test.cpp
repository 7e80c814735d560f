// SPDX-License-Identifier: Apache-2.0
#include "features/idempotency/claim_store.hpp"

#include "features/testing/test_app.hpp"

#include <array>
#include <thread>

namespace konbit::idempotency {
namespace {

using Kind = http::Claim::Kind;

class Claims : public konbit::testing::AppTest {
  protected:
    void SetUp() override { script("CREATE TABLE written (id {uuid} PRIMARY KEY\n);"); }

    Kind begin(std::string_view actor = "marie", std::string_view key = "k1", std::string_view hash = "h1") {
        return store.begin(actor, key, hash).kind;
    }
    void write() {
        db().write([](db::Session& session) {
            session.change("INSERT INTO written (id) VALUES ($1)", Id<struct WrittenTag>(new_uuid_v7()));
        });
    }
    std::int64_t written() {
        return db().read(
            [](db::Session& session) { return session.value<std::int64_t>("SELECT count(*) FROM written"); });
    }
    /// A whole request, answered or not.
    void carry_out(std::string_view actor = "marie", std::string_view key = "k1") {
        ASSERT_EQ(begin(actor, key), Kind::fresh);
        write();
        store.finish(actor, key, 201, "01930000-0000-7000-8000-000000000001");
    }
    ClaimStore store{db(), clock(), app().keys};
};
KONBIT_ON_BOTH_DATABASES(Claims);

TEST_P(Claims, RepeatTheAnswerOfWhatWasDone) {
    carry_out();
    const auto repeated = store.begin("marie", "k1", "h1");
    EXPECT_EQ(repeated.kind, Kind::replay);
    EXPECT_EQ(repeated.status, 201);
    EXPECT_EQ(repeated.record_id, "01930000-0000-7000-8000-000000000001");
}

TEST_P(Claims, OfAnotherBodyAreRefused) {
    carry_out();
    EXPECT_EQ(begin("marie", "k1", "h2"), Kind::other_body);
}

TEST_P(Claims, OfDifferentActorsNeverMeet) {
    carry_out("marie");
    EXPECT_EQ(begin("jean"), Kind::fresh);
    store.abandon("jean", "k1");
}

TEST_P(Claims, MayBeTriedAgainWhenNothingWasWritten) {
    EXPECT_EQ(begin(), Kind::fresh);
    store.abandon("marie", "k1");
    EXPECT_EQ(begin(), Kind::fresh);
    store.finish("marie", "k1", 200, "");  // answered, but there was nothing to write
    EXPECT_EQ(begin(), Kind::fresh);
    store.abandon("marie", "k1");
}

// The server dies after the commit and before it notes the answer: nothing more is written with the key.
TEST_P(Claims, SayDoneWhenTheServerDiedBeforeItsAnswer) {
    std::thread([&] {
        begin();
        write();
    }).join();
    const auto repeated = store.begin("marie", "k1", "h1");
    EXPECT_EQ(repeated.kind, Kind::replay);
    EXPECT_EQ(repeated.status, 204);
    EXPECT_EQ(repeated.record_id, "");
}

TEST_P(Claims, LeaveNothingOfARequestThatDiedBeforeItsCommit) {
    std::thread([&] { begin(); }).join();
    carry_out();
    EXPECT_EQ(written(), 1);
}

TEST_P(Claims, TakeBackTheSecondOfTwoEqualRequests) {
    begin();
    std::thread([&] { carry_out(); }).join();
    EXPECT_THROW(write(), http::KeyTaken);
    store.abandon("marie", "k1");
    EXPECT_EQ(written(), 1);
}

TEST_P(Claims, LetOneOfManyEqualRequestsAtOnceWrite) {
    for (const std::string key : {"a", "b", "c", "d", "e"}) {
        std::array<std::jthread, 4> phones;
        for (auto& phone : phones)
            phone = std::jthread([&] {
                if (begin("marie", key) != Kind::fresh) return;
                try {
                    write();
                    store.finish("marie", key, 201, "");
                } catch (const http::KeyTaken&) {
                    store.abandon("marie", key);
                }
            });
    }
    EXPECT_EQ(written(), 5);
}

TEST_P(Claims, KeepNoPlainHashOfTheBody) {
    begin("marie", "k1", std::string(64, 'a'));
    write();
    store.finish("marie", "k1", 201, "");
    const auto stored = db().read([](db::Session& session) {
        return session.value<std::string>("SELECT body_hash FROM idempotency_keys");
    });
    EXPECT_EQ(stored.size(), 64U);
    EXPECT_NE(stored, std::string(64, 'a'));
}

TEST_P(Claims, AreKeptForFortyFiveDays) {
    carry_out();
    const auto tidied = [&] {
        return db().write([&](db::Session& session) { return remove_old(session, clock().now() - kept_ms); });
    };
    clock().advance(45 * day_ms);
    EXPECT_EQ(tidied(), 0);
    clock().advance(1);
    EXPECT_EQ(tidied(), 1);
}

}  // namespace
}  // namespace konbit::idempotency
