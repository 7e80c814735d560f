// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "db/session.hpp"
#include "features/own_data/personal_columns.hpp"
#include "features/permission/capabilities.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace konbit::own_data {

/// By what somebody is known here; an empty list or value by nothing of the kind.
struct Subject {
    std::optional<AccountId> account{};
    std::vector<std::string> people{};  ///< Ids, as those that follow.
    std::vector<std::string> roles{};
    std::vector<std::string> respondents{};
    std::vector<std::string> memberships{};
    std::optional<std::string> address{};  ///< Lower case.
};

Subject subject_of(db::Session& db, const SignedIn& by);
/// Whoever reads mail at an address: the entries with that address, and what was sent there.
/// @param address  Lower case.
Subject subject_of_address(db::Session& db, std::string_view address);
/// Whoever holds one personal link: that link only.
Subject subject_of(const Respondent& by);

/// The rows of one table that are about somebody.
struct Holding {
    std::string table;
    Tie tie = Tie::account;
    Fate fate = Fate::erased;
    std::vector<std::string> columns;  ///< In the order in which they are read.
    /// By the names of columns; what is empty is left out. Instants are ISO 8601, truths "true" and "false".
    std::vector<std::map<std::string, std::string>> records;

    static constexpr auto fields() {
        return std::tuple{
            field("table", &Holding::table, Access::read_only),
            field("tie", &Holding::tie, Access::read_only),
            field("fate", &Holding::fate, Access::read_only),
            field("columns", &Holding::columns, Access::read_only),
            field("records", &Holding::records, Access::read_only),
        };
    }
};

/// Everything that personal_columns() finds of somebody, without what has no rows.
std::vector<Holding> list_holdings(db::Session& db, const Subject& subject);

/// Takes the id of an account out of every column that knows accounts, as its fate says.
/// @return How many rows went, by table, and as "unnamed" how many stay without who.
std::map<std::string, std::int64_t> forget_account(db::Session& db, const AccountId& account);

}  // namespace konbit::own_data
