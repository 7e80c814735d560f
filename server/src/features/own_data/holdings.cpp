// SPDX-License-Identifier: Apache-2.0
#include "features/own_data/holdings.hpp"

#include "features/permission/conditions.hpp"

#include <fmt/core.h>

#include <array>
#include <ranges>

namespace konbit::own_data {

namespace {

using conditions::is_among;

/// A column that is shown: where it stands, and what it is called.
struct Shown {
    std::string expression;
    std::string name;
};

Shown shown(std::string_view word) {
    const auto equals = word.find('=');
    const std::string_view where = word.substr(0, equals);
    const std::string_view name = equals == word.npos ? where : word.substr(equals + 1);
    return {where.contains('.') ? std::string(where) : fmt::format("t.{}", where), std::string(name)};
}

std::vector<Shown> shown_of(const PersonalColumn& column) {
    std::vector<Shown> all;
    for (const auto word : std::views::split(column.shown, ' '))
        if (!word.empty()) all.push_back(shown(std::string_view(word.begin(), word.end())));
    return all;
}

/// The schema names truths as claims (architecture: booleans read so), and instants "…_at".
bool is_truth(std::string_view name) {
    return name.starts_with("is_") || name.starts_with("shows_") || name.starts_with("shares_");
}

struct AsText {
    std::string_view name;

    std::optional<std::string> operator()(std::monostate) const { return std::nullopt; }
    std::optional<std::string> operator()(std::int64_t number) const {
        if (name.ends_with("_at")) return Instant{number}.str();
        if (is_truth(name)) return number != 0 ? "true" : "false";
        return std::to_string(number);
    }
    std::optional<std::string> operator()(double number) const { return fmt::format("{}", number); }
    std::optional<std::string> operator()(std::string_view text) const {
        return text.empty() ? std::nullopt : std::optional(std::string(text));
    }
    std::optional<std::string> operator()(const db::Blob&) const { return std::nullopt; }
};

std::vector<std::string> just(const std::optional<AccountId>& account) {
    return account ? std::vector{account->str()} : std::vector<std::string>{};
}

std::string ids_condition(const std::string& at, Tie tie, const Subject& subject) {
    switch (tie) {
        case Tie::account:
            return is_among(at, just(subject.account));
        case Tie::actor:
            return subject.account ? fmt::format("{} = 'account:{}'", at, subject.account->view()) : "FALSE";
        case Tie::person:
            return is_among(at, subject.people);
        case Tie::role:
            return is_among(at, subject.roles);
        case Tie::respondent:
            return is_among(at, subject.respondents);
        case Tie::membership:
            return is_among(at, subject.memberships);
        case Tie::address:
            return subject.address ? fmt::format("lower({}) = $1", at) : "FALSE";
    }
    return "FALSE";
}

std::string rows_of(const PersonalColumn& column, const Subject& subject) {
    const std::string at = column.key.empty() ? fmt::format("t.{}", column.column) : std::string(column.key);
    const std::string ids = ids_condition(at, column.tie, subject);
    return column.condition.empty() ? ids : conditions::both(ids, std::string(column.condition));
}

std::string select(const PersonalColumn& column, const std::vector<Shown>& all, const std::string& rows) {
    std::string list;
    for (const auto& each : all) list += (list.empty() ? "" : ", ") + each.expression;
    return fmt::format("SELECT {} FROM {} t {} WHERE {} ORDER BY 1", list, column.table, column.joins, rows);
}

/// Ids stand in the statement as literals; an address is its one parameter.
void read(db::Session& db, const std::string& sql, const Subject& subject, bool by_address,
          Holding& holding) {
    std::vector<db::Argument> arguments;
    if (by_address) arguments.emplace_back(*subject.address);
    const auto rows = db.run(sql, arguments, holding.columns.size());
    std::vector<db::Value> row(holding.columns.size());
    while (rows->next(row)) {
        auto& record = holding.records.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i)
            if (auto text = std::visit(AsText{holding.columns[i]}, row[i]))
                record.emplace(holding.columns[i], *std::move(text));
    }
}

std::optional<Holding> find_holding(db::Session& db, const PersonalColumn& column, const Subject& subject) {
    const auto all = shown_of(column);
    const std::string rows = rows_of(column, subject);
    if (all.empty() || rows == "FALSE") return std::nullopt;
    Holding holding{std::string(column.table), column.tie, column.fate, {}, {}};
    for (const auto& each : all) holding.columns.push_back(each.name);
    read(db, select(column, all, rows), subject, column.tie == Tie::address, holding);
    return holding.records.empty() ? std::nullopt : std::optional(std::move(holding));
}

std::vector<std::string> ids(db::Session& db, std::string_view select, const std::string& condition) {
    if (condition == "FALSE") return {};
    return db.query<std::string>(fmt::format("SELECT CAST({} AND {}", select, condition));
}

/// What follows from the entries of somebody as a contact.
Subject with_people(db::Session& db, Subject subject) {
    const std::string mine = is_among("person_id", subject.people);
    subject.roles = ids(db, "id AS TEXT) FROM contact_roles WHERE TRUE", mine);
    subject.respondents = ids(db, "id AS TEXT) FROM respondents WHERE TRUE", mine);
    subject.memberships =
        ids(db,
            "m.id AS TEXT) FROM memberships m JOIN contact_roles x ON x.cluster_id = m.cluster_id"
            " AND x.organization_id = m.organization_id WHERE x.until IS NULL",
            is_among("x.person_id", subject.people));
    return subject;
}

std::string update_of(const PersonalColumn& column) {
    const std::string who = column.tie == Tie::actor ? "'account:' || CAST($1 AS TEXT)" : "$1";
    return column.fate == Fate::erased
               ? fmt::format("DELETE FROM {} WHERE {} = {}", column.table, column.column, who)
               : fmt::format("UPDATE {0} SET {1} = NULL WHERE {1} = {2}", column.table, column.column, who);
}

}  // namespace

Subject subject_of(db::Session& db, const SignedIn& by) {
    Subject subject;
    subject.account = by.account();
    subject.address = db.value<std::string>("SELECT email_folded FROM accounts WHERE id = $1", by.account());
    subject.people = db.query<std::string>(
        "SELECT CAST(id AS TEXT) FROM people WHERE account_id = $1 ORDER BY id", by.account());
    return with_people(db, std::move(subject));
}

Subject subject_of_address(db::Session& db, std::string_view address) {
    Subject subject;
    subject.address = std::string(address);
    subject.people = db.query<std::string>(
        "SELECT CAST(id AS TEXT) FROM people WHERE email_folded = $1 ORDER BY id", address);
    return with_people(db, std::move(subject));
}

Subject subject_of(const Respondent& by) {
    Subject subject;
    subject.respondents = {by.respondent().str()};
    return subject;
}

std::vector<Holding> list_holdings(db::Session& db, const Subject& subject) {
    std::vector<Holding> all;
    for (const auto& column : personal_columns())
        if (auto found = find_holding(db, column, subject)) all.push_back(*std::move(found));
    return all;
}

std::map<std::string, std::int64_t> forget_account(db::Session& db, const AccountId& account) {
    std::map<std::string, std::int64_t> removed;
    // The account goes last: what refers to it is counted, and not carried off with it.
    for (const auto& column : std::views::reverse(personal_columns())) {
        const bool is_ours = column.tie == Tie::account || column.tie == Tie::actor;
        if (!is_ours || (column.fate != Fate::erased && column.fate != Fate::cleared)) continue;
        const auto rows = column.tie == Tie::actor ? db.change(update_of(column), account.view())
                                                   : db.change(update_of(column), account);
        removed[column.fate == Fate::erased ? std::string(column.table) : "unnamed"] += rows;
    }
    return removed;
}

}  // namespace konbit::own_data
