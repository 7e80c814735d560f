// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <stdexcept>

namespace konbit::db::postgres {

struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using ConnectionHandle = std::unique_ptr<PGconn, Finish>;
using ResultHandle = std::unique_ptr<PGresult, Clear>;

/// Two transactions collided (40001, 40P01): the closure is to run again.
class Collision : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The connection broke, or its prepared statements do not fit the schema any more: try with a new one.
class ConnectionLost : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// @return The result when the statement succeeded.
/// @throws ConstraintViolation, Unavailable, Collision, ConnectionLost or std::runtime_error.
ResultHandle checked(PGconn* connection, PGresult* result);

}  // namespace konbit::db::postgres
