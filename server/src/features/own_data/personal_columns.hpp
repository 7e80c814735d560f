// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"

#include <array>
#include <span>
#include <string_view>

/// Where the database knows people. One list, from which what is held about somebody is shown and erased; a
/// test reads the schema and fails when a column that names a person is missing here.
namespace konbit::own_data {

/// By what a column knows somebody.
enum class Tie {
    account,     ///< The id of the account.
    actor,       ///< "account:" and the id, as text.
    person,      ///< The id of an entry as a contact.
    role,        ///< The id of a role of such an entry.
    respondent,  ///< The id of a personal link of such an entry.
    membership,  ///< The id of a membership for which such an entry is a contact.
    address,     ///< The e-mail address, in whatever case.
};
constexpr auto names(Tie) {
    return std::to_array<std::string_view>(
        {"account", "actor", "person", "role", "respondent", "membership", "address"});
}

/// What becomes of a row when the person is erased.
enum class Fate {
    erased,   ///< It goes.
    cleared,  ///< It stays, and does not say any more who it was.
    number,   ///< It stays with the id, behind which nobody stands any more.
    answers,  ///< It belongs to the organization; whoever answered takes it back with the personal link.
    owner,    ///< It belongs to a record of its own, with an erasure of its own.
};
constexpr auto names(Fate) {
    return std::to_array<std::string_view>({"erased", "cleared", "number", "answers", "owner"});
}

/// A column that names a person, and what that person is shown of its row.
struct PersonalColumn {
    std::string_view table;
    std::string_view column;
    Tie tie;
    Fate fate;
    /// Columns separated by blanks, a name of its own behind "=": "w.title=wave". The table is "t"; secrets,
    /// and what others told in confidence, are never among them.
    std::string_view shown;
    std::string_view joins = "";      ///< SQL behind "FROM <table> t".
    std::string_view condition = "";  ///< SQL on "t" that rows have to satisfy to be shown; empty: all.
    std::string_view key = "";        ///< Where the ids of the tie stand, when not in the column.
};

/// Every one of them, in the order in which they are shown.
std::span<const PersonalColumn> personal_columns();

}  // namespace konbit::own_data
