// SPDX-License-Identifier: Apache-2.0
#include "db/postgres/connection.hpp"

#include "db/failure.hpp"
#include "db/postgres/parameters.hpp"
#include "db/postgres/rows.hpp"

#include <fmt/format.h>

#include <array>

namespace konbit::db::postgres {

namespace {

ConnectionHandle connected(const std::string& url) {
    const std::array<const char*, 6> keywords{
        "dbname",          "target_session_attrs",      "client_encoding",
        "connect_timeout", "fallback_application_name", nullptr};
    const std::array<const char*, 6> values{url.c_str(), "read-write", "UTF8", "10", "konbit", nullptr};
    ConnectionHandle connection(PQconnectdbParams(keywords.data(), values.data(), 1));
    if (PQstatus(connection.get()) == CONNECTION_OK) return connection;
    throw Unavailable("connection", PQerrorMessage(connection.get()));
}

}  // namespace

Connection::Connection(const std::string& url, const Options& options) : connection_(connected(url)) {
    PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
    script(
        fmt::format("SET lock_timeout = {}; SET statement_timeout = 30000; "
                    "SET idle_in_transaction_session_timeout = 60000; SET extra_float_digits = 1",
                    options.busy_timeout_ms));
}

std::unique_ptr<Rows> Connection::run(std::string_view sql, std::span<const Argument> arguments,
                                      std::size_t columns) {
    const Prepared& statement = prepared(sql);
    if (statement.columns != columns) {
        throw std::logic_error("the statement returns another number of columns than its struct: " +
                               std::string(sql));
    }
    return std::make_unique<ResultRows>(execute_prepared(statement, arguments));
}

std::int64_t Connection::execute(std::string_view sql, std::span<const Argument> arguments) {
    const ResultHandle result = execute_prepared(prepared(sql), arguments);
    const std::string count = PQcmdTuples(result.get());
    return count.empty() ? 0 : std::stoll(count);
}

void Connection::script(std::string_view sql) {
    checked(connection_.get(), PQexec(connection_.get(), std::string(sql).c_str()));
}

void Connection::commit() {
    const ResultHandle result = checked(connection_.get(), PQexec(connection_.get(), "COMMIT"));
    if (std::string_view(PQcmdStatus(result.get())) == "COMMIT") return;
    throw std::logic_error("a closure went on after a failed statement; its transaction was rolled back");
}

void Connection::check_setup() {
    const ResultHandle result =
        checked(connection_.get(), PQexec(connection_.get(),
                                          "SELECT pg_encoding_to_char(encoding), datcollate FROM pg_database "
                                          "WHERE datname = current_database()"));
    const std::string encoding = PQgetvalue(result.get(), 0, 0);
    const std::string collation = PQgetvalue(result.get(), 0, 1);
    const bool orders_bytes = collation == "C" || collation == "POSIX" || collation.starts_with("C.");
    if (encoding == "UTF8" && orders_bytes) return;
    throw std::runtime_error(
        "the database must be made with ENCODING 'UTF8' LC_COLLATE 'C' TEMPLATE template0, but has " +
        encoding + " and " + collation);
}

const Connection::Prepared& Connection::prepared(std::string_view sql) {
    if (const Prepared* const known = statements_.find(sql)) return *known;
    if (statements_.is_full()) {
        statements_.clear([](const Prepared&) { return true; });
        script("DEALLOCATE ALL");
    }
    Prepared statement{"s" + std::to_string(next_name_++), 0};
    PGconn* const connection = connection_.get();
    checked(connection, PQprepare(connection, statement.name.c_str(), std::string(sql).c_str(), 0, nullptr));
    const ResultHandle shape = checked(connection, PQdescribePrepared(connection, statement.name.c_str()));
    statement.columns = static_cast<std::size_t>(PQnfields(shape.get()));
    return statements_.add(sql, std::move(statement));
}

ResultHandle Connection::execute_prepared(const Prepared& statement, std::span<const Argument> arguments) {
    const Parameters parameters(arguments);
    return checked(connection_.get(),
                   PQexecPrepared(connection_.get(), statement.name.c_str(), parameters.count(),
                                  parameters.data(), nullptr, nullptr, 0));
}

}  // namespace konbit::db::postgres
