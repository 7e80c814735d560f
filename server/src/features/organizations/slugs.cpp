// SPDX-License-Identifier: Apache-2.0
#include "features/organizations/slugs.hpp"

#include "core/text.hpp"

#include <fmt/core.h>

namespace konbit {

namespace {

/// Whether a record other than `id` (empty: any record) has or had the address.
bool is_taken(db::Session& session, const SlugTables& tables, std::string_view slug, std::string_view id) {
    const std::string sql = fmt::format(
        "SELECT CAST(id AS TEXT) FROM {} WHERE slug = $1 UNION ALL SELECT CAST({} AS TEXT) FROM {} WHERE "
        "slug = $1",
        tables.records, tables.owner, tables.earlier);
    for (const auto& owner : session.query<std::string>(sql, slug))
        if (owner != id) return true;
    return false;
}

}  // namespace

std::string free_slug(db::Session& session, const SlugTables& tables, std::string_view name) {
    std::string base = text::slug(name).substr(0, 76);
    while (base.ends_with('-')) base.pop_back();
    if (base.empty()) base = tables.records.substr(0, tables.records.size() - 1);
    std::string slug = base;
    for (int n = 2; is_taken(session, tables, slug, {}); ++n) slug = fmt::format("{}-{}", base, n);
    return slug;
}

Result<void> check_slug_is_free(db::Session& session, const SlugTables& tables, std::string_view slug,
                                std::string_view id) {
    if (!is_taken(session, tables, slug, id)) return {};
    return failure(ErrorCode::invalid, "invalid", {{"/slug", "taken"}});
}

void remember_slug(db::Session& session, const SlugTables& tables, std::string_view slug,
                   std::string_view id) {
    session.change(fmt::format("INSERT INTO {} (slug, {}) VALUES ($1, $2) ON CONFLICT (slug) DO NOTHING",
                               tables.earlier, tables.owner),
                   slug, id);
}

std::string present_slug(db::Session& session, const SlugTables& tables, std::string_view earlier) {
    const std::string sql = fmt::format("SELECT r.slug FROM {} e JOIN {} r ON r.id = e.{} WHERE e.slug = $1",
                                        tables.earlier, tables.records, tables.owner);
    return session.value<std::optional<std::string>>(sql, earlier).value_or("");
}

}  // namespace konbit
