// SPDX-License-Identifier: Apache-2.0
#include "core/codec.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/entering.hpp"
#include "features/accounts/session_store.hpp"
#include "features/answers/answering.hpp"
#include "features/links/link_mail.hpp"
#include "features/links/open_link.hpp"
#include "features/mail/outbox.hpp"
#include "features/surveys/testing/survey_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace konbit::answers {
namespace {

constexpr std::string_view password = "breadfruit and salt";

class SealedDump : public testing::SurveyTest {
  protected:
    /// Everything in the database, as whoever copies it sees it: the bytes of the file with its write-ahead
    /// log, or every cell of every table.
    std::string dump() { return GetParam() == db::Engine::sqlite ? file_bytes() : all_tables(); }

  private:
    std::string file_bytes() const {
        std::string all;
        for (const std::string suffix : {"", "-wal"}) {
            std::ifstream file(where() + suffix, std::ios::binary);
            all += std::string(std::istreambuf_iterator<char>(file), {});
        }
        return all;
    }

    std::string all_tables() {
        return db().read([](db::Session& session) {
            std::string all;
            for (const auto& table : session.query<std::string>(
                     "SELECT CAST(tablename AS TEXT) FROM pg_tables WHERE schemaname = current_schema()"))
                all += session
                           .value<std::optional<std::string>>(
                               "SELECT string_agg(CAST(t AS TEXT), ';') FROM \"" + table + "\" t")
                           .value_or("");
            return all;
        });
    }
};
KONBIT_ON_BOTH_DATABASES(SealedDump);

// Two respondents of two rosters name the same members; their plain rows are 0 1 1 0 in some form. None of
// the forms in which such a row could stand in the database may be there, and no alter may stand beside a
// sealed question.
TEST_P(SealedDump, HoldsNoPlainRow) {
    const Wave wave = make_open_wave();
    const auto by = respondent(wave, 0);
    const auto roster = members(wave);
    const auto question_id = question(wave, QuestionKey::sensitive).id;
    ASSERT_TRUE(save_whole_row(
        app(), by, question_id,
        {.values = {{roster[1].id, 1}, {roster[2].id, 1}}, .device = "phone-of-the-canary", .sequence = 1}));
    const std::string bytes = dump();
    ASSERT_THAT(bytes, ::testing::HasSubstr("phone-of-the-canary")) << "the dump must show what is plain";
    const std::string row{0, 1, 1, 0};
    EXPECT_THAT(bytes, ::testing::Not(::testing::HasSubstr(std::string("\x01\x04\x00", 3) + row)));
    EXPECT_THAT(bytes, ::testing::Not(::testing::HasSubstr("0104000001"
                                                           "0100")));
    EXPECT_THAT(bytes, ::testing::Not(::testing::HasSubstr("\"value\"")));
    const auto plain_ties = db().read([&](db::Session& session) {
        return session.value<std::int64_t>("SELECT count(*) FROM answers WHERE question_id = $1",
                                           question_id);
    });
    EXPECT_EQ(plain_ties, 0);
}

TEST_P(SealedDump, KeepsTheKeyOutside) {
    const Wave wave = make_open_wave();
    const std::string key(sealed::read_wave_key(app().keys, wave.id).value().view());
    const std::string bytes = dump();
    EXPECT_THAT(bytes, ::testing::Not(::testing::HasSubstr(key)));
}

std::string session_token(App& app) {
    Account account;
    account.email = "alana@m10.example";
    account.name = "Alana Noel";
    account = accounts::checked(account).value();
    account.id = new_id<AccountId>();
    account.password_hash = crypto::hash_password(password);
    app.database.write([&](db::Session& db) { accounts::insert(db, System{}, account).value(); });
    return accounts::enter(app, account, Entrance::password, {}).value().token;
}

TEST_P(SealedDump, HoldsNoUsableLinkAndNoSession) {
    const Wave wave = make_open_wave();
    const RespondentId replaced = link(wave, 1).respondent_id;
    write([&](db::Session& session) { return links::replace_link(session, facilitator(wave), replaced); });
    const auto first = link(wave, 0);
    const auto mail = links::link_mail(app().texts, first, {"Windward", wave.title});
    write([&](db::Session& session) { return mail::queue_mail(session, app().keys, mail, clock().now()); });
    const auto pass = links::open_link(app(), first.url.substr(first.url.find('#') + 1)).value();
    const std::string cookie = links::seal_cookie(app().keys.derive(links::cookie_purpose), pass);
    const std::string session = session_token(app());

    const std::string bytes = dump();
    ASSERT_THAT(bytes, ::testing::HasSubstr(first.reference)) << "the dump must show what is plain";
    ASSERT_THAT(bytes, ::testing::HasSubstr("alana@m10.example"));
    for (int place = 0; place < 4; ++place) {
        const std::string url = link(wave, place).url;
        const std::string token = url.substr(url.rfind('-') + 1);
        for (const auto& form :
             {token, *codec::from_base32(token), codec::to_hex(*codec::from_base32(token))})
            EXPECT_THAT(bytes, ::testing::Not(::testing::HasSubstr(form))) << place;
    }
    for (const auto& secret : {cookie, session, std::string(password), codec::to_hex(session)})
        EXPECT_THAT(bytes, ::testing::Not(::testing::HasSubstr(secret)));
}

}  // namespace
}  // namespace konbit::answers
