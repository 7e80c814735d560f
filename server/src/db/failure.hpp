// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"

#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace konbit::db {

enum class Constraint { unique, foreign_key, check, not_null };

/// A statement broke a constraint of the schema; nothing of its transaction's closure stays.
class ConstraintViolation : public std::runtime_error {
  public:
    ConstraintViolation(Constraint broken, const std::string& message, std::vector<std::string> names = {})
        : std::runtime_error(message), kind(broken), columns(std::move(names)) {}

    Constraint kind;
    std::vector<std::string>
        columns;  ///< Without their table; empty when the database does not say (foreign keys on SQLite).
};

/// The database cannot answer now; the same request may succeed later.
class Unavailable : public std::runtime_error {
  public:
    Unavailable(std::string why, const std::string& message)
        : std::runtime_error(message), reason(std::move(why)) {}

    /// "busy", "disk_full", "io", "connection", "closing", or "commit_unknown": the connection broke while
    /// the commit was being confirmed, so nobody knows whether it holds (a retry needs its idempotency key).
    std::string reason;
};

/// What a closure's caller can be told of an exception of this layer.
/// @return ErrorCode::conflict "already_exists" (with a FieldError "taken" for each column) or "reference"
/// for a
///         broken unique or foreign key, ErrorCode::unavailable with its reason for Unavailable; nothing for
///         all else: a broken CHECK or NOT NULL means that a rule is missing in the code, so it stays an
///         exception (500).
std::optional<Error> expected_failure(const std::exception_ptr& exception);

}  // namespace konbit::db
