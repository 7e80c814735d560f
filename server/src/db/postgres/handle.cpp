// SPDX-License-Identifier: Apache-2.0
#include "db/postgres/handle.hpp"

#include "db/failure.hpp"

#include <string>
#include <string_view>

namespace konbit::db::postgres {

namespace {

std::string_view diagnostic(const PGresult* result, int field) {
    const char* const text = PQresultErrorField(result, field);
    return text == nullptr ? std::string_view() : std::string_view(text);
}

/// The columns of "Key (cluster_id, name)=(…) already exists."
std::vector<std::string> columns_in(std::string_view detail) {
    std::vector<std::string> columns;
    const auto open = detail.find('(');
    const auto close = detail.find(")=");
    if (open == std::string_view::npos || close == std::string_view::npos) return columns;
    std::string_view names = detail.substr(open + 1, close - open - 1);
    while (!names.empty()) {
        const auto comma = std::min(names.find(", "), names.size());
        columns.emplace_back(names.substr(0, comma));
        names.remove_prefix(std::min(comma + 2, names.size()));
    }
    return columns;
}

[[noreturn]] void throw_constraint(std::string_view state, const PGresult* result,
                                   const std::string& message) {
    if (state == "23505") {
        throw ConstraintViolation(Constraint::unique, message,
                                  columns_in(diagnostic(result, PG_DIAG_MESSAGE_DETAIL)));
    }
    if (state == "23503") throw ConstraintViolation(Constraint::foreign_key, message);
    if (state == "23502") {
        throw ConstraintViolation(Constraint::not_null, message,
                                  {std::string(diagnostic(result, PG_DIAG_COLUMN_NAME))});
    }
    throw ConstraintViolation(Constraint::check, message);
}

/// Not retried on another connection: the server itself says why it cannot answer now.
[[noreturn]] void throw_server_failure(std::string_view state, const std::string& message) {
    if (state == "53100") throw Unavailable("disk_full", message);
    if (state == "55P03" || state == "57014") throw Unavailable("busy", message);
    if (state.starts_with("53")) throw Unavailable("busy", message);
    if (state == "58030") throw Unavailable("io", message);
    throw std::runtime_error("PostgreSQL " + std::string(state) + ": " + message);
}

bool means_lost(std::string_view state) {
    // 57P: shut down by an operator or a fail-over. 0A000: a cached plan that another node's migration made
    // useless, or a serializable transaction on a server that has become a standby.
    return state.empty() || state.starts_with("57P") || state.starts_with("08") || state == "0A000";
}

}  // namespace

ResultHandle checked(PGconn* connection, PGresult* result) {
    ResultHandle handle(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return handle;
    const std::string message = PQerrorMessage(connection);
    const std::string_view state = diagnostic(result, PG_DIAG_SQLSTATE);
    if (PQstatus(connection) != CONNECTION_OK || means_lost(state)) throw ConnectionLost(message);
    if (state == "40001" || state == "40P01") throw Collision(message);
    if (state.starts_with("23")) throw_constraint(state, result, message);
    throw_server_failure(state, message);
}

}  // namespace konbit::db::postgres
