// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/session_store.hpp"

#include "core/crypto.hpp"
#include "db/check_schema.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/entering.hpp"
#include "features/accounts/ticket.hpp"
#include "features/oidc/attempt.hpp"
#include "features/oidc/identity.hpp"
#include "features/passkeys/passkey.hpp"
#include "features/testing/test_app.hpp"
#include "features/tokens/token.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::accounts {

namespace {

constexpr std::string_view password = "breadfruit and salt";

class Sessions : public konbit::testing::AppTest {
  protected:
    void SetUp() override {
        Account account;
        account.email = "alana@m10.example";
        account.name = "Alana Noel";
        account = checked(account).value();
        account.id = new_id<AccountId>();
        account.password_hash = crypto::hash_password(password);
        alana = account.id;
        db().write([&](db::Session& session) {
            insert(session, System{}, account).value();
            insert(session, System{},
                   Grant{new_id<GrantId>(), alana, Role::national, Scope::country, "GD", {}})
                .value();
        });
    }

    std::string sign_in() {
        const Account account = prove_password(app(), " Alana@M10.example", password).value();
        return enter(app(), account, Entrance::password, {.device = "Firefox, Windows"}).value().token;
    }

    AccountId alana{};
};

KONBIT_ON_BOTH_DATABASES(Sessions);

TEST_P(Sessions, FitTheSchemaWithWhatLeadsToThem) {
    const std::array mappings{db::mapping<SessionRecord>("sessions"),
                              db::mapping<Ticket>("tickets"),
                              db::mapping<Passkey>("passkeys"),
                              db::mapping<Identity>("identities"),
                              db::mapping<oidc::Attempt>("oidc_attempts"),
                              db::mapping<Token>("api_tokens")};
    EXPECT_THAT(db().read([&](db::Session& session) { return db::check_schema(session, mappings); }),
                ::testing::IsEmpty());
}

TEST_P(Sessions, CarryTheGrantsOfNow) {
    const auto token = sign_in();
    ASSERT_EQ(signed_in_by(app(), token)->grants.size(), 1u);

    db().write([&](db::Session& session) { session.change("DELETE FROM grants"); });
    EXPECT_TRUE(signed_in_by(app(), token)->grants.empty());
}

TEST_P(Sessions, AreRefusedAlikeForAWrongPasswordAndAnUnknownAddress) {
    const auto wrong = prove_password(app(), "alana@m10.example", "breadfruit and sugar");
    const auto unknown = prove_password(app(), "nobody@m10.example", password);
    EXPECT_EQ(wrong.error().reason, "wrong_email_or_password");
    EXPECT_EQ(unknown.error().reason, wrong.error().reason);
    EXPECT_EQ(unknown.error().code, wrong.error().code);
}

TEST_P(Sessions, EndAfterTwelveHoursWithoutARequest) {
    const auto token = sign_in();
    clock().advance(11 * hour_ms);
    EXPECT_TRUE(signed_in_by(app(), token));
    clock().advance(11 * hour_ms);
    EXPECT_TRUE(signed_in_by(app(), token));
    clock().advance(12 * hour_ms);
    EXPECT_FALSE(signed_in_by(app(), token));
}

TEST_P(Sessions, EndAfterThirtyDaysHoweverBusy) {
    const auto token = sign_in();
    for (int step = 0; step < 71; ++step) {
        clock().advance(10 * hour_ms);
        ASSERT_TRUE(signed_in_by(app(), token)) << step;
    }
    clock().advance(10 * hour_ms);  // the 72nd: 30 days exactly
    EXPECT_FALSE(signed_in_by(app(), token));
}

TEST_P(Sessions, EndAtOnceWhenTheAccountIsDisabled) {
    const auto token = sign_in();
    db().write([&](db::Session& session) { session.change("UPDATE accounts SET status = 'disabled'"); });
    EXPECT_FALSE(signed_in_by(app(), token));
    EXPECT_FALSE(prove_password(app(), "alana@m10.example", password));
}

TEST_P(Sessions, EndWhenTheyAreClosed) {
    const auto token = sign_in();
    ASSERT_TRUE(close_session(app(), token));
    EXPECT_FALSE(signed_in_by(app(), token));
    EXPECT_TRUE(close_session(app(), token)) << "closing twice is no error";
}

// Who reads the table signs nobody in: neither the token nor anything that it could be made from is there.
TEST_P(Sessions, AreNotInTheDatabaseInAUsableForm) {
    const auto token = sign_in();
    const auto stored = db().read(
        [](db::Session& session) { return session.value<std::string>("SELECT token_sha256 FROM sessions"); });
    EXPECT_EQ(stored, crypto::sha256_hex(token));
    EXPECT_FALSE(signed_in_by(app(), stored));
}

TEST_P(Sessions, ThatHaveEndedAreRemoved) {
    sign_in();
    clock().advance(31 * day_ms);
    remove_ended_sessions(app());
    EXPECT_EQ(db().read([](db::Session& session) {
        return session.value<std::int64_t>("SELECT count(*) FROM sessions");
    }),
              0);
}

}  // namespace

}  // namespace konbit::accounts
