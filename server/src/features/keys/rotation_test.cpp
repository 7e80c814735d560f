// SPDX-License-Identifier: Apache-2.0
#include "features/keys/rotation.hpp"

#include "core/one_time_code.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/second_factor.hpp"
#include "features/answers/answering.hpp"
#include "features/keys/key_mark.hpp"
#include "features/keys/rekeying.hpp"
#include "features/links/open_link.hpp"
#include "features/links/paper_code.hpp"
#include "features/mail/outbox.hpp"
#include "features/networks/network_service.hpp"
#include "features/sealed/sealed_store.hpp"
#include "features/sealed/wave_keys.hpp"
#include "features/statements/competition.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::keys {
namespace {

/// RFC 4648 base 32, as the app reads it from the QR code.
std::string bytes_of(std::string_view secret) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string bytes;
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char letter : secret) {
        held = held << 5U | static_cast<std::uint32_t>(alphabet.find(letter));
        if ((bits += 5) >= 8) bytes += static_cast<char>(held >> (bits -= 8) & 0xFFU);
    }
    return bytes;
}

class Rotation : public konbit::testing::SurveyTest {
  protected:
    /// The first names the second and the third to a sealed question.
    Respondent seal_something(const Wave& wave) {
        const auto by = respondent(wave, 0);
        const auto roster = members(wave);
        EXPECT_TRUE(answers::save_whole_row(
            app(), by, question(wave, QuestionKey::sensitive).id,
            {.values = {{roster[1].id, 1}, {roster[2].id, 1}}, .device = "d", .sequence = 1}));
        return by;
    }

    /// What stands in the one sealed row; nothing when it does not open.
    std::optional<sealed::Row> sealed_row(const Wave& wave, const Respondent& by) {
        const auto rows = db().read([&](db::Session& session) { return sealed::list_of(session, by); });
        const auto wave_keys = sealed::read_wave_keys(app().keys, wave.id);
        if (rows.size() != 1 || !wave_keys) return std::nullopt;
        return sealed::open_row(*wave_keys, {wave.id, by.respondent(), rows.front().question_id},
                                rows.front().ciphertext.data);
    }

    std::string token_of(const Wave& wave, int place) {
        const auto url = link(wave, place).url;
        return url.substr(url.find('#') + 1);
    }

    mail::MailId queue(const std::string& body) {
        const mail::Mail letter{"ana@konbit.example", "Ana", "Subject", body, "en"};
        return write([&](db::Session& session) {
            return mail::queue_mail(session, app().keys, letter, clock().now());
        });
    }
    std::optional<mail::Mail> opened(const mail::MailId& id) {
        return mail::opened(*db().read([&](db::Session& session) { return mail::find(session, id); }),
                            app().keys);
    }

    std::string first_key() { return app().keys.labels().front().id; }
    void pass_days(int days) { clock().set(clock().now() + days * day_ms); }
};
KONBIT_ON_BOTH_DATABASES(Rotation);

const sealed::Row said{0, 1, 1, 0};

TEST_P(Rotation, MovesWhatIsSealedAndLosesNothing) {
    const Wave wave = make_open_wave();
    const auto by = seal_something(wave);
    const auto letter = queue("your link");

    const auto moved = rotate(app()).value();
    EXPECT_EQ(moved.wave_keys, 1);
    EXPECT_EQ(moved.messages, 1);
    EXPECT_EQ(move_sealed(app()).value().total(), 0) << "doing it again finds nothing to do";

    ASSERT_TRUE(retire_now(app(), list_former(app()).front().label.id));
    EXPECT_EQ(app().keys.labels().size(), 1u);
    EXPECT_EQ(sealed_row(wave, by), said);
    EXPECT_EQ(opened(letter)->body, "your link");
}

TEST_P(Rotation, LetsLinksAndCodesGoOnUntilTheirWaveIsFrozen) {
    const Wave wave = make_open_wave();
    const auto printed = link(wave, 0);
    const auto token = token_of(wave, 0);
    pass_days(1);
    ASSERT_TRUE(rotate(app()));
    EXPECT_NE(token_of(wave, 0), token) << "new sheets carry new links";
    EXPECT_TRUE(links::open_link(app(), token)) << "and old ones go on";
    EXPECT_TRUE(links::open_link(app(), token_of(wave, 0)));
    EXPECT_TRUE(links::open_link(app(), printed.code));

    pass_days(91);
    EXPECT_EQ(list_former(app()).front().waves, 1);
    EXPECT_TRUE(retire(app()).value().empty()) << "an open wave needs it for as long as it is open";
    db().write([&](db::Session& session) { session.change("UPDATE waves SET state = 'frozen'"); });
    EXPECT_EQ(retire(app()).value().size(), 1u);
    EXPECT_EQ(links::open_link(app(), token).error().reason, "link_unknown");
}

TEST_P(Rotation, TellsWhoHoldsALinkThatANewOneWasIssued) {
    const Wave wave = make_open_wave();
    const auto token = token_of(wave, 0);
    ASSERT_TRUE(rotate(app()));
    const auto id = link(wave, 0).respondent_id;
    write([&](db::Session& session) { return links::replace_link(session, facilitator(wave), id); });
    EXPECT_EQ(links::open_link(app(), token).error().reason, "link_replaced");
}

TEST_P(Rotation, KeepsFormerKeysForMailedLinksForNinetyDays) {
    ASSERT_TRUE(rotate(app()));
    pass_days(89);
    EXPECT_TRUE(retire(app()).value().empty());
    pass_days(1);
    EXPECT_EQ(retire(app()).value().size(), 1u);
    EXPECT_TRUE(retire(app()).value().empty());
}

// A leak: whatever was made with the key must end, waves open or not.
TEST_P(Rotation, EndsLinksAtOnceWhenAskedTo) {
    const Wave wave = make_open_wave();
    const auto token = token_of(wave, 0);
    const auto leaked = first_key();
    ASSERT_TRUE(rotate(app()));
    ASSERT_TRUE(retire_now(app(), leaked));
    EXPECT_EQ(links::open_link(app(), token).error().reason, "link_unknown");
    EXPECT_EQ(retire_now(app(), first_key()).error().reason, "former_key") << "the newest stays";
}

// The database remembers whose it is: not the key that went.
TEST_P(Rotation, LetsTheNextStartKnowTheRemainingKey) {
    ASSERT_TRUE(check_mark(db(), app().keys, clock().now()));
    const auto first = first_key();
    ASSERT_TRUE(rotate(app()));
    ASSERT_TRUE(retire_now(app(), first));
    EXPECT_TRUE(check_mark(db(), app().keys, clock().now()));
}

TEST_P(Rotation, KeepsAuthenticatorAppsAndRecoveryCodes) {
    Account ana;
    ana.email = "ana@konbit.example";
    ana.name = "Ana";
    ana = accounts::checked(ana).value();
    ana.id = new_id<AccountId>();
    write([&](db::Session& session) { return accounts::insert(session, System{}, ana); });
    const auto set_up =
        write([&](db::Session& session) { return accounts::begin_codes(session, app(), ana); });
    const auto secret = bytes_of(set_up.secret);
    const auto code = [&] { return crypto::one_time_code(secret, crypto::code_step(clock().now())); };
    const auto recovery = write([&](db::Session& session) {
        return accounts::confirm_codes(session, app(), ana.id, code(), clock().now());
    });

    EXPECT_EQ(rotate(app()).value().secrets, 1);
    ASSERT_TRUE(retire_now(app(), list_former(app()).front().label.id));
    pass_days(1);
    const auto takes = [&](const std::string& typed) {
        return db().write([&](db::Session& session) {
            return accounts::take_code(session, app(), ana.id, typed, clock().now());
        });
    };
    EXPECT_TRUE(takes(code()));
    EXPECT_TRUE(takes(recovery.front()));
    EXPECT_FALSE(takes(recovery.front())) << "used up";
}

TEST_P(Rotation, MovesFlagsOfCompetitionAndTheirMarks) {
    const auto member = db().read([](db::Session& session) {
        return session.value<MembershipId>("SELECT id FROM memberships ORDER BY label LIMIT 1");
    });
    const auto by = System::statement_reader(member, cluster_);
    const auto key = [&] { return app().keys.derive(competition::competition_purpose); };
    db().write([&](db::Session& session) { competition::state(session, key(), true, by); });
    EXPECT_EQ(rotate(app()).value().flags, 1);
    EXPECT_TRUE(db().read([&](db::Session& session) { return competition::has_stated(session, key(), by); }));
    EXPECT_EQ(move_sealed(app()).value().flags, 0);
}

TEST_P(Rotation, SealsAWaveAnewWhileItsFormerKeyStillOpens) {
    const Wave wave = make_open_wave();
    const auto by = seal_something(wave);
    const auto before = sealed::read_wave_key(app().keys, wave.id).value();
    EXPECT_EQ(rekey(app(), wave.id), 1);
    EXPECT_EQ(sealed_row(wave, by), said);
    EXPECT_NE(sealed::read_wave_key(app().keys, wave.id)->view(), before.view());

    const Instant now = SystemClock().now();
    EXPECT_EQ(finish_rekeying(app(), now), 0) << "a request under way may still store by the former key";
    EXPECT_EQ(finish_rekeying(app(), now + 2 * hour_ms), 1);
    EXPECT_EQ(sealed::read_wave_keys(app().keys, wave.id)->size(), 1u);
    EXPECT_EQ(sealed_row(wave, by), said);
}

// Killed between the two: the key is there and no row has moved.
TEST_P(Rotation, GoesOnWhereAKilledOneEnded) {
    const Wave wave = make_open_wave();
    const auto by = seal_something(wave);
    app().keys.add(clock().now());
    ASSERT_TRUE(sealed::add_wave_key(app().keys, wave.id));
    EXPECT_EQ(sealed_row(wave, by), said);
    EXPECT_EQ(finish_rekeying(app(), SystemClock().now() + 2 * hour_ms), 1);
    ASSERT_TRUE(retire_now(app(), list_former(app()).front().label.id));
    EXPECT_EQ(sealed_row(wave, by), said);
}

TEST_P(Rotation, OfAWaveWhoseKeyWasDestroyedIsRefused) {
    const Wave wave = make_open_wave();
    seal_something(wave);
    sealed::destroy_wave_key(app().keys, wave.id);
    EXPECT_EQ(rekey(app(), wave.id).error().reason, "wave_key");
    EXPECT_EQ(rekey(app(), new_id<WaveId>()).error().reason, "wave");
    EXPECT_FALSE(sealed::read_wave_key(app().keys, wave.id)) << "what is destroyed stays destroyed";
}

}  // namespace
}  // namespace konbit::keys
