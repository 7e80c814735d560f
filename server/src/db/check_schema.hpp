// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/type.hpp"
#include "db/session.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace konbit::db {

/// A struct whose fields() are the columns of a table.
struct Mapping {
    std::string_view table;
    TypeOf type;
};

/// `mapping<Organization>("organizations")`
template <HasFields T>
constexpr Mapping mapping(std::string_view table) {
    return {table, &type_of<T>};
}

/// Compares structs with the migrated schema: a field without a column, a column of another type, one that
/// may be NULL under a field that may not be empty or the other way round, and a column without a field that
/// an insert would have to give.
/// @return One line for each difference; nothing when all is well. A server with differences must not start.
std::vector<std::string> check_schema(Session& session, std::span<const Mapping> mappings);

}  // namespace konbit::db
