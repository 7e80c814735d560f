// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"

#include <string>
#include <string_view>

namespace konbit {

/// Where a kind of record keeps its web addresses: the present one in its own row, earlier ones in a table
/// beside it.
struct SlugTables {
    std::string_view records;  ///< "organizations"
    std::string_view earlier;  ///< "organization_slugs"
    std::string_view owner;    ///< "organization_id", the column of `earlier`.
};
inline constexpr SlugTables organization_slugs{"organizations", "organization_slugs", "organization_id"};
inline constexpr SlugTables cluster_slugs{"clusters", "cluster_slugs", "cluster_id"};

/// A free address made from a name: "spice-kitchen", else "spice-kitchen-2" and so on.
std::string free_slug(db::Session& session, const SlugTables& tables, std::string_view name);

/// @return ErrorCode::invalid with "taken" at /slug when another record has or had the address.
Result<void> check_slug_is_free(db::Session& session, const SlugTables& tables, std::string_view slug,
                                std::string_view id);

/// Keeps an address that a record leaves, so that links to it still arrive.
void remember_slug(db::Session& session, const SlugTables& tables, std::string_view slug,
                   std::string_view id);

/// Gives a record an address made from its name when it has none.
/// @return ErrorCode::invalid with "taken" at /slug when its own is another record's.
template <class Record>
Result<void> settle_slug(db::Session& session, const SlugTables& tables, Record& record) {
    if (!record.slug.empty()) return check_slug_is_free(session, tables, record.slug, record.id.view());
    record.slug = free_slug(session, tables, record.name);
    return {};
}

/// The same for a record that may leave its address: links to that one still arrive.
template <class Record>
Result<void> settle_slug(db::Session& session, const SlugTables& tables, Record& record,
                         std::string_view before) {
    KONBIT_CHECK(settle_slug(session, tables, record));
    if (record.slug != before) remember_slug(session, tables, before, record.id.view());
    return {};
}

/// @return The present address of the record that had this one before, or an empty text.
std::string present_slug(db::Session& session, const SlugTables& tables, std::string_view earlier);

}  // namespace konbit
