// SPDX-License-Identifier: Apache-2.0
#include "db/migrate.hpp"

#include "core/crypto.hpp"
#include "core/log.hpp"
#include "db/columns.hpp"

#include <algorithm>

namespace konbit::db {

namespace {

/// A step as the database remembers it.
struct Applied {
    int number = 0;
    std::string name;
    std::string sha256;
    Instant applied_at{};

    static constexpr auto fields() {
        return std::tuple{field("number", &Applied::number), field("name", &Applied::name),
                          field("sha256", &Applied::sha256), field("applied_at", &Applied::applied_at)};
    }
};

constexpr std::string_view table = "schema_migrations";
constexpr std::string_view table_sql =
    "CREATE TABLE IF NOT EXISTS schema_migrations (\n"
    "number {int64} NOT NULL PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, applied_at {int64} NOT "
    "NULL\n"
    ");\n";

/// Makes other nodes wait, before this transaction looks at what has been applied. SQLite has one writer
/// anyway.
void lock_schema(Session& session) {
    if (session.engine() != Engine::postgres) return;
    session.script("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0");
    session.script("LOCK TABLE schema_migrations IN EXCLUSIVE MODE");
}

void make_table(Session& session) {
    // Two nodes that make the same table at once would fail on PostgreSQL's catalogue.
    if (session.engine() == Engine::postgres) session.script("SELECT pg_advisory_xact_lock(5204081)");
    session.script(expand(table_sql, session.engine()));
}

std::vector<Applied> applied_steps(Session& session) {
    return session.query<Applied>("SELECT " + columns<Applied>() + " FROM schema_migrations ORDER BY number");
}

Error refusal(std::string reason, const Applied& step) {
    return {ErrorCode::conflict,
            std::move(reason),
            {},
            {{"number", std::to_string(step.number)}, {"name", step.name}}};
}

/// Whether what was applied is what this binary would have applied.
Result<void> check_history(std::span<const Applied> applied, std::span<const Migration> steps) {
    for (const Applied& past : applied) {
        const auto step = std::ranges::find(steps, past.number, &Migration::number);
        if (step == steps.end()) return std::unexpected(refusal("database_newer", past));
        if (crypto::sha256_hex(step->sql) != past.sha256)
            return std::unexpected(refusal("migration_changed", past));
    }
    return {};
}

/// @return Whether the step was missing and is applied now.
Result<bool> apply_if_missing(Session& session, const Migration& step, Instant now,
                              std::span<const Migration> steps) {
    lock_schema(session);
    const std::vector<Applied> applied = applied_steps(session);
    KONBIT_CHECK(check_history(applied, steps));
    if (std::ranges::find(applied, step.number, &Applied::number) != applied.end()) return false;
    session.script(expand(step.sql, session.engine()));
    insert(session, table, Applied{step.number, std::string(step.name), crypto::sha256_hex(step.sql), now});
    return true;
}

Result<std::vector<Applied>> history(Database& database, std::span<const Migration> steps) {
    return database.read([&](Session& session) -> Result<std::vector<Applied>> {
        std::vector<Applied> applied = applied_steps(session);
        KONBIT_CHECK(check_history(applied, steps));
        return applied;
    });
}

}  // namespace

Result<int> migrate(Database& database, Instant now, std::span<const Migration> steps) {
    database.write([](Session& session) { make_table(session); });
    KONBIT_TRY(const std::vector<Applied> applied, history(database, steps));
    int count = 0;
    for (const Migration& step : steps) {
        if (std::ranges::find(applied, step.number, &Applied::number) != applied.end()) continue;
        KONBIT_TRY(const bool is_new, database.write([&](Session& session) {
            return apply_if_missing(session, step, now, steps);
        }));
        if (is_new) log::info("schema step applied", {{"number", step.number}, {"name", step.name}});
        count += is_new ? 1 : 0;
    }
    return count;
}

}  // namespace konbit::db
