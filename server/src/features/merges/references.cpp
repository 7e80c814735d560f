// SPDX-License-Identifier: Apache-2.0
#include "features/merges/references.hpp"

#include "features/audit/scene.hpp"
#include "features/merges/partnerships.hpp"
#include "features/merges/shared_entries.hpp"

#include <fmt/core.h>

#include <array>
#include <string_view>

namespace konbit::merges {

namespace {

/// A column that names an organization, in a table whose rows have ids.
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
    {"unlisted_organizations", "organization_id"},
    {"contact_roles", "organization_id"},
    {"objections", "organization_id",
     "t.cluster_id NOT IN (SELECT x.cluster_id FROM objections x WHERE x.organization_id = $2)"},
    {"agreements", "organization_id"},
    {"experts", "organization_id"},
    {"country_facts", "organization_id"},
    {"backings", "organization_id"},
    {"starts", "organization_id"},
    {"claims", "record_id", "t.kind = 'organization'"},
    {"corrections", "record_id", "t.kind = 'organization'"},
    {"tier_evidence", "record_id", "t.kind = 'organization'"},
    {"tier_waivers", "record_id", "t.kind = 'organization'"},
    {"letters", "record_id", "t.kind = 'organization'"},
    {"outside_readings", "organization_id"},
    {"join_requests", "organization_id",
     "t.account_id NOT IN (SELECT j.account_id FROM join_requests j WHERE j.organization_id = $2)"},
    {"attachments", "record_id",
     "t.kind = 'organization' AND (t.purpose <> 'logo' OR NOT EXISTS (SELECT 1 FROM attachments l"
     " WHERE l.kind = 'organization' AND l.record_id = $2 AND l.purpose = 'logo'))"},
});

/// Roles name their scope as text.
constexpr std::string_view roles =
    "SELECT CAST(t.id AS TEXT) FROM grants t WHERE t.scope = 'organization' AND t.scope_id = $1"
    " AND NOT EXISTS (SELECT 1 FROM grants g WHERE g.account_id = t.account_id AND g.role = t.role"
    " AND g.scope = t.scope AND g.scope_id = $2)";

std::vector<std::string> ids_of(db::Session& session, const Reference& reference, const Sides& sides) {
    return session.query<std::string>(
        fmt::format("SELECT CAST(t.id AS TEXT) FROM {} t WHERE t.{} = $1 AND $2 <> $1 AND {} ORDER BY t.id",
                    reference.table, reference.column, reference.condition),
        sides.duplicate, sides.survivor);
}

/// Who was taken off a roster since stays without a name.
constexpr std::string_view only_named = " AND listing = 'named'";

/// Points the rows that are listed at an organization.
void point_at(db::Session& session, const Moved& moved, const OrganizationId& organization) {
    for (const Reference& reference : references) {
        const auto ids = moved.ids.find(reference.table);
        if (ids == moved.ids.end()) continue;
        for (const auto& id : ids->second)
            session.change(fmt::format("UPDATE {} SET {} = $2 WHERE id = $1{}", reference.table,
                                       reference.column, reference.table == "wave_members" ? only_named : ""),
                           id, organization);
    }
    if (const auto ids = moved.ids.find("grants"); ids != moved.ids.end())
        for (const auto& id : ids->second)
            session.change("UPDATE grants SET scope_id = $2 WHERE id = $1", id, organization.str());
}

/// Whoever spoke for one speaks for the other: to the audit log that is a change of rights.
void note_roles(db::Session& session, const Moved& moved, const OrganizationId& from,
                const OrganizationId& to, Instant now) {
    const auto ids = moved.ids.find("grants");
    if (ids == moved.ids.end()) return;
    for (const auto& id : ids->second)
        audit::note_rights(session, {"grant", id}, {{"scope_id", from.str(), to.str()}}, now);
}

}  // namespace

Moved find_references(db::Session& session, const Sides& sides) {
    Moved moved;
    for (const Reference& reference : references)
        moved.ids[std::string(reference.table)] = ids_of(session, reference, sides);
    moved.ids["grants"] = session.query<std::string>(roles, sides.duplicate.str(), sides.survivor.str());
    moved.shared = find_shared_entries(session, sides);
    moved.parts = find_project_parts(session, sides);
    moved.parties = find_party_places(session, sides.duplicate);
    return moved;
}

std::map<std::string, std::int64_t, std::less<>> counts_of(const Moved& moved) {
    std::map<std::string, std::int64_t, std::less<>> counts;
    const auto add = [&](const std::string& kind, std::size_t many) {
        if (many > 0) counts[kind] += static_cast<std::int64_t>(many);
    };
    for (const auto& [table, ids] : moved.ids) add(table, ids.size());
    for (const auto& shared : moved.shared) add("statement_entries", shared.statement_entries.size());
    add("projects", moved.parts.size());
    add("agreements", moved.parties.size());
    return counts;
}

void hand_over(db::Session& session, const Moved& moved, const Sides& sides, const history::Author& author) {
    give_shared_entries(session, moved.shared, author);
    point_at(session, moved, sides.survivor);
    note_roles(session, moved, sides.duplicate, sides.survivor, author.at.now);
    show_given_contacts(session, moved.shared, sides.survivor);
    give_project_parts(session, moved.parts, sides.survivor);
    rename_parties(session, moved.parties, sides.duplicate, sides.survivor);
}

void hand_back(db::Session& session, const Moved& moved, const Sides& sides, const history::Author& author) {
    point_at(session, moved, sides.duplicate);
    note_roles(session, moved, sides.survivor, sides.duplicate, author.at.now);
    return_shared_entries(session, moved.shared, author);
    show_given_contacts(session, moved.shared, sides.survivor);
    return_project_parts(session, moved.parts, sides);
    rename_parties(session, moved.parties, sides.survivor, sides.duplicate);
}

std::vector<std::string> shared_clusters(db::Session& session, const Sides& sides) {
    return session.query<std::string>(
        "SELECT c.name FROM clusters c JOIN memberships x ON x.cluster_id = c.id AND x.organization_id = $1"
        " JOIN memberships y ON y.cluster_id = c.id AND y.organization_id = $2 ORDER BY c.sort_key, c.id",
        sides.survivor, sides.duplicate);
}

}  // namespace konbit::merges
