// SPDX-License-Identifier: Apache-2.0
#include "db/postgres/copy.hpp"

#include "core/process.hpp"
#include "db/failure.hpp"
#include "db/postgres/handle.hpp"

#include <fmt/core.h>

#include <map>
#include <memory>

namespace konbit::db::postgres {

namespace {

constexpr int no_such_program = 127;

struct FreeOptions {
    void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

/// What the address says, as the variables that PostgreSQL's tools read: arguments can be seen by every user
/// of the machine, and the address may hold a password.
std::map<std::string, std::string> environment_of(const std::string& where) {
    const std::unique_ptr<PQconninfoOption, FreeOptions> options(PQconninfoParse(where.c_str(), nullptr));
    if (!options) throw Unavailable("connection", "the address of the database cannot be read");
    std::map<std::string, std::string> variables;
    for (const auto* each = options.get(); each->keyword != nullptr; ++each)
        if (each->val != nullptr && each->envvar != nullptr) variables[each->envvar] = each->val;
    return variables;
}

ConnectionHandle connected(const std::string& where) {
    ConnectionHandle connection(PQconnectdb(where.c_str()));
    if (PQstatus(connection.get()) == CONNECTION_OK) return connection;
    throw Unavailable("connection", PQerrorMessage(connection.get()));
}

ResultHandle run(const ConnectionHandle& connection, const std::string& sql) {
    return checked(connection.get(), PQexec(connection.get(), sql.c_str()));
}

std::string text(const ConnectionHandle& connection, const std::string& sql) {
    return PQgetvalue(run(connection, sql).get(), 0, 0);
}

std::vector<std::string> tables(const ConnectionHandle& connection) {
    const auto result = run(connection,
                            "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
                            " ORDER BY tablename COLLATE \"C\"");
    std::vector<std::string> names;
    for (int row = 0; row < PQntuples(result.get()); ++row)
        names.emplace_back(PQgetvalue(result.get(), row, 0));
    return names;
}

std::vector<TableCount> counts(const ConnectionHandle& connection) {
    std::vector<TableCount> all;
    for (auto& table : tables(connection)) {
        const auto rows = std::stoll(text(connection, "SELECT count(*) FROM \"" + table + "\""));
        all.push_back({std::move(table), rows});
    }
    return all;
}

Result<void> run_tool(const std::vector<std::string>& words, const std::string& where) {
    const int code = process::run(words, environment_of(where));
    if (code == 0) return {};
    if (code == no_such_program)
        return failure(ErrorCode::unavailable,
                       words.front() + " is not installed: apt install postgresql-client");
    return failure(ErrorCode::unavailable,
                   fmt::format("{} failed with code {}; its own words stand above", words.front(), code));
}

}  // namespace

Result<std::vector<TableCount>> copy(const std::string& where, const std::filesystem::path& to) {
    const auto connection = connected(where);
    run(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    // The tool sees what this transaction sees, so that the counts are those of the dump.
    const auto snapshot = text(connection, "SELECT pg_export_snapshot()");
    auto rows = counts(connection);
    KONBIT_CHECK(run_tool({"pg_dump", "--format=custom", "--no-owner", "--no-privileges",
                           "--snapshot=" + snapshot, "--file=" + to.string()},
                          where));
    return rows;
}

Result<void> put_back(const std::filesystem::path& from, const std::string& where) {
    const auto connection = connected(where);
    if (!tables(connection).empty()) return failure(ErrorCode::conflict, "not_empty");
    const auto name = text(connection, "SELECT current_database()");
    return run_tool({"pg_restore", "--dbname=" + name, "--exit-on-error", "--single-transaction",
                     "--no-owner", "--no-privileges", from.string()},
                    where);
}

Result<std::vector<TableCount>> counted(const std::string& where) { return counts(connected(where)); }

}  // namespace konbit::db::postgres
