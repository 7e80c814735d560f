// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/second_factor.hpp"

#include "core/crypto.hpp"
#include "core/one_time_code.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/entering.hpp"
#include "features/accounts/ticket.hpp"
#include "features/testing/test_app.hpp"

namespace konbit::accounts {

namespace {

std::string bytes_of(std::string_view secret) {
    static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string bytes;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char letter : secret) {
        held = held << 5U | static_cast<std::uint32_t>(alphabet.find(letter));
        if ((bits += 5) >= 8) bytes += static_cast<char>(held >> (bits -= 8) & 0xFFU);
    }
    return bytes;
}

class SecondFactor : public konbit::testing::AppTest {
  protected:
    void SetUp() override {
        alana.email = "alana@m10.example";
        alana.name = "Alana Noel";
        alana = checked(alana).value();
        alana.id = new_id<AccountId>();
        db().write([&](db::Session& session) { insert(session, System{}, alana).value(); });
    }

    template <class Act>
    auto write(const Act& act) {
        return db().write(act);
    }

    std::string code(std::int64_t steps = 0) {
        return crypto::one_time_code(secret, crypto::code_step(clock().now()) + steps);
    }
    bool take(std::string_view typed) {
        return write(
            [&](db::Session& session) { return take_code(session, app(), alana.id, typed, clock().now()); });
    }
    std::vector<std::string> turn_on() {
        const auto made =
            write([&](db::Session& session) { return begin_codes(session, app(), alana).value(); });
        secret = bytes_of(made.secret);
        return write([&](db::Session& session) {
            return confirm_codes(session, app(), alana.id, code(), clock().now()).value();
        });
    }

    Account alana{};
    std::string secret;
};

KONBIT_ON_BOTH_DATABASES(SecondFactor);

TEST_P(SecondFactor, IsOnFromItsFirstCodeOn) {
    const auto made = write([&](db::Session& session) { return begin_codes(session, app(), alana).value(); });
    EXPECT_FALSE(db().read([&](db::Session& session) { return has_codes(session, alana.id); }));
    secret = bytes_of(made.secret);
    EXPECT_EQ(secret.size(), 20u);
    EXPECT_EQ(made.url, "otpauth://totp/Konbit:alana%40m10.example?secret=" + made.secret + "&issuer=Konbit");
    EXPECT_FALSE(take(code())) << "not confirmed";

    turn_on();
    EXPECT_TRUE(db().read([&](db::Session& session) { return has_codes(session, alana.id); }));
    EXPECT_EQ(write([&](db::Session& session) { return begin_codes(session, app(), alana); }).error().reason,
              "codes_are_on");
}

TEST_P(SecondFactor, TakesEachCodeOnce) {
    turn_on();
    EXPECT_FALSE(take(code())) << "it confirmed";
    EXPECT_TRUE(take(code(1)));
    EXPECT_FALSE(take(code(1)));
    clock().advance(2 * 30 * second_ms);
    EXPECT_TRUE(take(code()));
    EXPECT_FALSE(take(code(-1))) << "older than the last";
}

TEST_P(SecondFactor, TakesEachRecoveryCodeOnce) {
    const auto codes = turn_on();
    ASSERT_EQ(codes.size(), 10u);
    EXPECT_TRUE(take(codes[0]));
    EXPECT_FALSE(take(codes[0]));
    EXPECT_EQ(db().read([&](db::Session& session) { return count_recovery_codes(session, alana.id); }), 9);
    EXPECT_FALSE(take("0000-0000-0000-0000"));
    EXPECT_FALSE(take(""));
}

// Whoever reads the tables has neither a code nor a link nor a session.
TEST_P(SecondFactor, IsInTheDatabaseSealedOnly) {
    const auto codes = turn_on();
    const auto link = write([&](db::Session& session) {
        return issue(session, TicketPurpose::reset_password, alana.id, {}, clock().now());
    });
    const std::string stored = db().read([](db::Session& session) {
        return session.value<std::string>("SELECT sealed_secret FROM one_time_codes") +
               session.value<std::string>("SELECT min(code_mac) || max(code_mac) FROM recovery_codes") +
               session.value<std::string>("SELECT ticket_sha256 || detail FROM tickets");
    });
    EXPECT_EQ(stored.find(secret), stored.npos);
    EXPECT_EQ(stored.find(crypto::to_secret_text(secret)), stored.npos);
    EXPECT_EQ(stored.find(link), stored.npos);
    for (const auto& each : codes) EXPECT_EQ(stored.find(each), stored.npos);
}

TEST_P(SecondFactor, IsAskedForAfterEveryEntranceButAPasskey) {
    turn_on();
    for (const Entrance each : {Entrance::password, Entrance::link}) {
        const auto entered = enter(app(), alana, each, {}).value();
        EXPECT_TRUE(entered.token.empty());
        EXPECT_FALSE(entered.ticket.empty());
    }
    EXPECT_FALSE(enter(app(), alana, Entrance::passkey, {}).value().token.empty());
}

TEST_P(SecondFactor, HasFiveMinutesAndFiveTries) {
    const auto codes = turn_on();
    const auto late = enter(app(), alana, Entrance::password, {}).value().ticket;
    clock().advance(5 * minute_ms);
    EXPECT_EQ(enter_with_code(app(), late, codes[0], {}).error().reason, "ticket_ended");
    const auto tried = enter(app(), alana, Entrance::password, {}).value().ticket;
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(enter_with_code(app(), tried, "000000x", {}).error().reason, "wrong_code");
    EXPECT_EQ(enter_with_code(app(), tried, codes[0], {}).error().reason, "ticket_ended");
}

TEST_P(SecondFactor, LeavesTicketsThatAreUsedUpByOne) {
    const auto text = write([&](db::Session& session) {
        return issue(session, TicketPurpose::sign_in, alana.id, {}, clock().now());
    });
    const auto take_once = [&](TicketPurpose purpose) {
        return write([&](db::Session& session) {
            return take_ticket(session, purpose, text, clock().now()).has_value();
        });
    };
    EXPECT_FALSE(take_once(TicketPurpose::reset_password)) << "of another purpose";
    EXPECT_TRUE(take_once(TicketPurpose::sign_in));
    EXPECT_FALSE(take_once(TicketPurpose::sign_in));
}

}  // namespace

}  // namespace konbit::accounts
