// SPDX-License-Identifier: Apache-2.0
#include "db/postgres/rows.hpp"

#include "core/codec.hpp"

#include <charconv>
#include <cstdlib>

namespace konbit::db::postgres {

namespace {

// Object identifiers of built-in types (server/catalog/pg_type.dat of PostgreSQL); they never change.
constexpr Oid type_bool = 16;
constexpr Oid type_bytea = 17;
constexpr Oid type_int8 = 20;
constexpr Oid type_int2 = 21;
constexpr Oid type_int4 = 23;
constexpr Oid type_float4 = 700;
constexpr Oid type_float8 = 701;
constexpr Oid type_numeric = 1700;

std::int64_t whole(std::string_view text) {
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

bool ResultRows::next(std::span<Value> row) {
    if (++row_ >= PQntuples(result_.get())) return false;
    decoded_.clear();
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = cell(static_cast<int>(i));
    return true;
}

Value ResultRows::cell(int column) {
    if (PQgetisnull(result_.get(), row_, column) != 0) return {};
    const char* const data = PQgetvalue(result_.get(), row_, column);
    const std::string_view text(data, static_cast<std::size_t>(PQgetlength(result_.get(), row_, column)));
    switch (PQftype(result_.get(), column)) {
        case type_bool:
            return std::int64_t{text == "t"};
        case type_int2:
        case type_int4:
        case type_int8:
            return whole(text);
        case type_float4:
        case type_float8:
        case type_numeric:
            return std::strtod(data, nullptr);
        case type_bytea:
            return Blob{decoded_.emplace_back(codec::from_hex(text.substr(2)).value_or(""))};
        default:
            return text;
    }
}

}  // namespace konbit::db::postgres
