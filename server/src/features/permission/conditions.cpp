// SPDX-License-Identifier: Apache-2.0
#include "features/permission/conditions.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::conditions {

namespace {

/// Scope ids are UUIDs or ISO country codes; anything else never reaches a statement.
bool is_safe_literal(std::string_view text) {
    return !text.empty() && text.size() <= 36 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

}  // namespace

std::string is_among(std::string_view column, const std::vector<std::string>& values) {
    std::string list;
    for (const auto& value : values) {
        if (!is_safe_literal(value)) continue;
        list += fmt::format("{}'{}'", list.empty() ? "" : ", ", value);
    }
    return list.empty() ? "FALSE" : fmt::format("{} IN ({})", column, list);
}

std::string lists_one_of(std::string_view column, const std::vector<std::string>& codes) {
    std::string sql;
    for (const auto& code : codes) {
        if (!is_safe_literal(code)) continue;
        sql += fmt::format("{}{} LIKE '%\"{}\"%'", sql.empty() ? "" : " OR ", column, code);
    }
    return sql.empty() ? "FALSE" : "(" + sql + ")";
}

std::string either(std::initializer_list<std::string> conditions) {
    std::string sql;
    for (const auto& condition : conditions) {
        if (condition == "FALSE") continue;
        sql += fmt::format("{}{}", sql.empty() ? "" : " OR ", condition);
    }
    return sql.empty() ? "FALSE" : "(" + sql + ")";
}

std::string both(const std::string& one, const std::string& other) {
    return one == "FALSE" || other == "FALSE" ? "FALSE" : fmt::format("({} AND {})", one, other);
}

std::string is_public(std::string_view alias) {
    return fmt::format("({0}.visibility = 'public' AND {0}.publication = 'published')", alias);
}

}  // namespace konbit::conditions
