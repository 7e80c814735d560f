// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/type.hpp"
#include "db/session.hpp"

#include <string>
#include <string_view>

namespace konbit::db {

/// "id, name, kind", or "o.id, o.name, o.kind" for the alias "o": the columns in the order in which rows are
/// read.
std::string columns(const Type& type, std::string_view alias = {});
template <HasFields T>
std::string columns(std::string_view alias = {}) {
    return columns(type_of<T>(), alias);
}

void insert(Session& session, std::string_view table, const Type& type, const void* record);
/// Inserts the record with all of its fields.
/// @throws ConstraintViolation, which Database::write turns into ErrorCode::conflict for a closure with a
/// Result.
template <HasFields T>
void insert(Session& session, std::string_view table, const T& record) {
    insert(session, table, type_of<T>(), &record);
}

Result<void> update(Session& session, std::string_view table, const Type& type, void* record);
/// Writes every field of the record over the row of its id. A struct with a `version` is written only over
/// the version that it was read with, and the version grows by one.
/// @return The record as it now stands; ErrorCode::stale when somebody else changed the row meanwhile,
///         ErrorCode::not_found when there is no row of that id.
template <HasFields T>
Result<T> update(Session& session, std::string_view table, T record) {
    KONBIT_CHECK(update(session, table, type_of<T>(), &record));
    return record;
}

}  // namespace konbit::db
