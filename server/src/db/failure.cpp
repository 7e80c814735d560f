// SPDX-License-Identifier: Apache-2.0
#include "db/failure.hpp"

namespace konbit::db {

namespace {

std::optional<Error> conflict(const ConstraintViolation& violation) {
    if (violation.kind == Constraint::foreign_key) return Error{ErrorCode::conflict, "reference", {}, {}};
    if (violation.kind != Constraint::unique) return std::nullopt;
    Error error{ErrorCode::conflict, "already_exists", {}, {}};
    for (const std::string& column : violation.columns) error.fields.push_back({"/" + column, "taken"});
    return error;
}

}  // namespace

std::optional<Error> expected_failure(const std::exception_ptr& exception) {
    try {
        std::rethrow_exception(exception);
    } catch (const ConstraintViolation& violation) {
        return conflict(violation);
    } catch (const Unavailable& unavailable) {
        return Error{ErrorCode::unavailable, unavailable.reason, {}, {}};
    } catch (...) {
        return std::nullopt;
    }
}

}  // namespace konbit::db
