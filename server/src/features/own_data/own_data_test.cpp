// SPDX-License-Identifier: Apache-2.0
#include "features/own_data/own_data.hpp"

#include "features/accounts/account_store.hpp"
#include "features/own_data/own_data_link.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace konbit::own_data {
namespace {

/// A column of the migrated schema.
struct Column {
    std::string table;
    std::string column;

    static constexpr auto fields() {
        return std::tuple{field("table", &Column::table), field("column", &Column::column)};
    }
};

constexpr std::string_view in_sqlite =
    "SELECT m.name, p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'";
constexpr std::string_view in_postgres =
    "SELECT CAST(c.table_name AS TEXT), CAST(c.column_name AS TEXT) FROM information_schema.columns c"
    " JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
    " WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'";

/// How columns that name people are called in this schema.
bool names_a_person(std::string_view column) {
    for (const std::string_view end :
         {"account_id", "person_id", "respondent_id", "monitor_id", "author_id", "_by"})
        if (column.ends_with(end)) return true;
    for (const std::string_view part : {"email", "phone", "recipient", "actor", "contact_name"})
        if (column.contains(part)) return true;
    return false;
}

/// Part of a row that is known by another column, or nobody of ours.
constexpr auto known_otherwise = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"accounts", "email"},
    {"accounts", "email_folded"},
    {"people", "email"},
    {"people", "email_folded"},
    {"people", "phone"},
    {"people", "phone_digits"},
    {"memberships", "contact_name"},
    {"memberships", "contact_phone"},
    {"outbox_mail", "recipient_name"},
    {"person_invitations", "email"},
    {"team_showings", "shows_email"},
    {"team_showings", "shows_phone"},
    {"team_showings", "agreed_email"},
    {"team_showings", "agreed_phone"},
    // A university, a funder: whoever gets files, and signed for it on paper.
    {"research_requests", "recipient"},
    {"research_requests", "agreed_by"},
    {"blind_map_requests", "recipient"},
    {"role_offers", "email_folded"},
    // A number of an account in words of the chain (audit_entries.account_id is the register's).
    {"audit_entries", "on_behalf_of"},
    // Of a session or token, not of an actor.
    {"sessions", "has_second_factor"},
    {"api_tokens", "has_second_factor"},
    // A node of this program.
    {"jobs", "leased_by"},
});

class OwnDataRegister : public konbit::testing::AppTest {
  protected:
    std::vector<Column> schema() {
        return db().read([](db::Session& session) {
            return session.query<Column>(session.engine() == db::Engine::sqlite ? in_sqlite : in_postgres);
        });
    }
};
KONBIT_ON_BOTH_DATABASES(OwnDataRegister);

bool is_registered(const Column& at) {
    return std::ranges::any_of(personal_columns(), [&](const PersonalColumn& each) {
        return each.table == at.table && each.column == at.column;
    });
}

bool is_known_otherwise(const Column& at) {
    return std::ranges::any_of(known_otherwise, [&](const auto& each) {
        return each.first == at.table && each.second == at.column;
    });
}

TEST_P(OwnDataRegister, KnowsEveryColumnThatNamesAPerson) {
    std::vector<std::string> missing;
    for (const auto& at : schema())
        if (names_a_person(at.column) && !is_registered(at) && !is_known_otherwise(at))
            missing.push_back(at.table + "." + at.column);
    EXPECT_THAT(missing, ::testing::IsEmpty()) << "add them to features/own_data/personal_columns.cpp";
}

TEST_P(OwnDataRegister, NamesOnlyColumnsThatExist) {
    const auto all = schema();
    for (const auto& column : personal_columns())
        EXPECT_TRUE(std::ranges::any_of(
            all, [&](const Column& at) { return at.table == column.table && at.column == column.column; }))
            << column.table << "." << column.column;
}

// Foreign keys say it where a name does not: SQLite lists them.
TEST_P(OwnDataRegister, KnowsEveryForeignKeyToAPerson) {
    if (GetParam() != db::Engine::sqlite) return;
    const auto keys = db().read([](db::Session& session) {
        return session.query<Column>(
            "SELECT m.name, k.\"from\" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) k"
            " WHERE m.type = 'table' AND k.\"table\" IN ('accounts', 'people', 'respondents', "
            "'contact_roles')");
    });
    EXPECT_GT(keys.size(), 40U);
    for (const auto& at : keys) EXPECT_TRUE(is_registered(at)) << at.table << "." << at.column;
}

// Each statement runs, on both databases, for somebody who is known in every way.
TEST_P(OwnDataRegister, ReadsEveryTable) {
    Subject subject;
    subject.account = new_id<AccountId>();
    subject.people = subject.roles = subject.respondents = subject.memberships = {new_id<AccountId>().str()};
    subject.address = "nobody@konbit.example";
    const auto holdings = db().read([&](db::Session& session) { return list_holdings(session, subject); });
    EXPECT_TRUE(holdings.empty());
}

class OwnDataOfAccounts : public OwnDataRegister {
  protected:
    AccountId add(const std::string& email) {
        Account account;
        account.id = new_id<AccountId>();
        account.email = account.email_folded = email;
        account.name = "Inez New";
        Grant grant{new_id<GrantId>(), account.id, Role::researcher, Scope::country, "GD", clock().now()};
        EXPECT_TRUE(db().write([&](db::Session& session) -> Result<void> {
            KONBIT_CHECK(accounts::insert(session, System{}, account));
            return accounts::insert(session, System{}, grant);
        }));
        return account.id;
    }
    std::vector<Holding> held(const AccountId& account) {
        Subject subject;
        subject.account = account;
        return db().read([&](db::Session& session) { return list_holdings(session, subject); });
    }
};
KONBIT_ON_BOTH_DATABASES(OwnDataOfAccounts);

TEST_P(OwnDataOfAccounts, ShowsRowsWithoutSecretsAndForgetsThem) {
    const AccountId inez = add("inez@new.example");
    const AccountId other = add("other@new.example");
    const auto before = held(inez);
    ASSERT_EQ(before.size(), 2U);
    EXPECT_EQ(before[0].table, "accounts");
    EXPECT_EQ(before[0].records.at(0).at("email"), "inez@new.example");
    EXPECT_FALSE(before[0].records.at(0).contains("password_hash"));
    EXPECT_EQ(before[1].records.at(0).at("scope_id"), "GD");

    const auto removed = db().write([&](db::Session& session) -> Result<std::map<std::string, std::int64_t>> {
        return forget_account(session, inez);
    });
    ASSERT_TRUE(removed);
    EXPECT_EQ(removed->at("accounts"), 1);
    EXPECT_EQ(removed->at("grants"), 1);
    EXPECT_THAT(held(inez), ::testing::IsEmpty());
    EXPECT_EQ(held(other).size(), 2U) << "somebody else's stay";
}

TEST(OwnDataCsv, HasALineForEachValue) {
    OwnData data;
    data.holdings = {{"grants",
                      Tie::account,
                      Fate::erased,
                      {"role", "scope"},
                      {{{"role", "member"}, {"scope", "cluster"}}, {{"role", "=SUM(A1)"}}}}};
    EXPECT_EQ(to_csv(data),
              "table,record,field,value\r\ngrants,1,role,member\r\ngrants,1,scope,cluster\r\n"
              "grants,2,role,'=SUM(A1)\r\n");
}

TEST(OwnDataLink, ProvesOneAddressForAnHour) {
    const auto key = crypto::Key::random();
    constexpr Instant now{1'792'454'400'000};
    const std::string token = link_token("ann@isle.example", now, key);
    EXPECT_EQ(read_link(token, now + hour_ms - 1, key).value(), "ann@isle.example");
    EXPECT_EQ(read_link(token, now + hour_ms, key).error().reason, "link_ended");
    EXPECT_EQ(read_link(token, now, crypto::Key::random()).error().reason, "link_unknown");
    const std::string later = "9" + token.substr(1);
    for (const auto& forged : {std::string(), std::string("."), std::string("1.2"), later, token + "A"})
        EXPECT_EQ(read_link(forged, now, key).error().reason, "link_unknown") << forged;
}

}  // namespace
}  // namespace konbit::own_data
