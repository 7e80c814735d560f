// SPDX-License-Identifier: Apache-2.0
#include "core/names.hpp"
#include "db/migrate.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

namespace konbit::db {

namespace {

struct Token {
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgres;
};
constexpr std::array<Token, 6> tokens{{
    {"{}", "{}", "{}"},  // an empty JSON object, as a default
    {"{uuid}", "TEXT", "UUID"},
    {"{int64}", "INTEGER", "BIGINT"},
    {"{real}", "REAL", "DOUBLE PRECISION"},
    {"{bool}", "INTEGER", "BOOLEAN"},
    {"{bytes}", "BLOB", "BYTEA"},
}};

const Token& token_at(std::string_view text) {
    for (const Token& token : tokens) {
        if (text.starts_with(token.name)) return token;
    }
    throw std::runtime_error("unknown token in a migration: " + std::string(text.substr(0, 20)));
}

std::string with_types(std::string_view line, Engine engine) {
    std::string out;
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] != '{') {
            out += line[at++];
            continue;
        }
        const Token& token = token_at(line.substr(at));
        out += engine == Engine::sqlite ? token.sqlite : token.postgres;
        at += token.name.size();
    }
    return out;
}

/// Reads line by line, remembering the block and the statement that a line stands in.
class Expander {
  public:
    explicit Expander(Engine engine) : engine_(engine) {}

    void line(std::string_view line) {
        if (starts_block(line)) return;
        if (only_ && *only_ != engine_) return;
        if (line.starts_with("--")) return;
        if (line.starts_with("CREATE TABLE ")) is_in_table_ = true;
        out_ += is_end_of_table(line) ? ") STRICT;" : with_types(line, engine_);
        out_ += '\n';
    }
    std::string result() && { return std::move(out_); }

  private:
    bool starts_block(std::string_view line) {
        constexpr std::string_view only = "-- only ";
        if (line == "-- both")
            only_ = std::nullopt;
        else if (line.starts_with(only))
            only_ = from_name<Engine>(line.substr(only.size()));
        else
            return false;
        if (!only_ && line != "-- both") throw std::runtime_error("unknown database: " + std::string(line));
        return true;
    }
    bool is_end_of_table(std::string_view line) {
        if (!is_in_table_ || line != ");") return false;
        is_in_table_ = false;
        return engine_ == Engine::sqlite;
    }

    Engine engine_;
    std::optional<Engine> only_;
    bool is_in_table_ = false;
    std::string out_;
};

}  // namespace

std::string expand(std::string_view sql, Engine engine) {
    Expander expander(engine);
    while (!sql.empty()) {
        const auto end = std::min(sql.find('\n'), sql.size());
        expander.line(sql.substr(0, end));
        sql.remove_prefix(std::min(end + 1, sql.size()));
    }
    return std::move(expander).result();
}

}  // namespace konbit::db
