// SPDX-License-Identifier: Apache-2.0
#include "features/merges/references.hpp"

#include "db/columns.hpp"

#include <fmt/core.h>

#include <array>
#include <string_view>

namespace konbit::merges {

namespace {

/// A column that names an organization.
struct Reference {
    std::string_view table;
    std::string_view column;
    std::string_view condition =
        "TRUE";  ///< On "t", with $2 the survivor where something must not meet twice.
};

/// Where both stand in one wave, or one account has a role in both, each keeps its own.
constexpr auto references = std::to_array<Reference>({
    {"memberships", "organization_id",
     "t.cluster_id NOT IN (SELECT m.cluster_id FROM memberships m WHERE m.organization_id = $2)"},
    {"wave_members", "organization_id",
     "t.wave_id NOT IN (SELECT w.wave_id FROM wave_members w WHERE w.organization_id = $2)"},
    {"claims", "record_id", "t.kind = 'organization'"},
    {"corrections", "record_id", "t.kind = 'organization'"},
    {"tier_evidence", "record_id", "t.kind = 'organization'"},
    {"tier_waivers", "record_id", "t.kind = 'organization'"},
});

/// Roles name their scope as text.
constexpr std::string_view roles =
    "SELECT CAST(t.id AS TEXT) FROM grants t WHERE t.scope = 'organization' AND t.scope_id = $1"
    " AND NOT EXISTS (SELECT 1 FROM grants g WHERE g.account_id = t.account_id AND g.role = t.role"
    " AND g.scope = t.scope AND g.scope_id = $2)";

std::vector<std::string> ids_of(db::Session& session, const Reference& reference,
                                const OrganizationId& duplicate, const OrganizationId& survivor) {
    return session.query<std::string>(
        fmt::format("SELECT CAST(t.id AS TEXT) FROM {} t WHERE t.{} = $1 AND $2 <> $1 AND {} ORDER BY t.id",
                    reference.table, reference.column, reference.condition),
        duplicate, survivor);
}

}  // namespace

Moved references_of(db::Session& session, const OrganizationId& duplicate, const OrganizationId& survivor) {
    Moved moved;
    for (const Reference& reference : references)
        moved.ids[std::string(reference.table)] = ids_of(session, reference, duplicate, survivor);
    moved.ids["grants"] = session.query<std::string>(roles, duplicate.str(), survivor.str());
    moved.entries = session.query<Membership>(
        "SELECT " + db::columns<Membership>("t") +
            " FROM memberships t WHERE t.organization_id = $1 AND t.cluster_id IN"
            " (SELECT m.cluster_id FROM memberships m WHERE m.organization_id = $2) ORDER BY t.id",
        duplicate, survivor);
    return moved;
}

void point_at(db::Session& session, const Moved& moved, const OrganizationId& organization) {
    for (const Reference& reference : references) {
        const auto ids = moved.ids.find(reference.table);
        if (ids == moved.ids.end()) continue;
        for (const auto& id : ids->second)
            session.change(
                fmt::format("UPDATE {} SET {} = $2 WHERE id = $1", reference.table, reference.column), id,
                organization);
    }
    if (const auto ids = moved.ids.find("grants"); ids != moved.ids.end())
        for (const auto& id : ids->second)
            session.change("UPDATE grants SET scope_id = $2 WHERE id = $1", id, organization.str());
}

std::vector<std::string> shared_clusters(db::Session& session, const OrganizationId& a,
                                         const OrganizationId& b) {
    return session.query<std::string>(
        "SELECT c.name FROM clusters c JOIN memberships x ON x.cluster_id = c.id AND x.organization_id = $1"
        " JOIN memberships y ON y.cluster_id = c.id AND y.organization_id = $2 ORDER BY c.sort_key, c.id",
        a, b);
}

}  // namespace konbit::merges
