// SPDX-License-Identifier: Apache-2.0
#include "features/merges/shared_entries.hpp"

#include "db/columns.hpp"
#include "features/merges/shared_parts.hpp"
#include "features/people/membership_contact.hpp"

#include <fmt/core.h>

#include <string_view>

namespace konbit::merges {

namespace {

MembershipId entry_of(db::Session& session, const ClusterId& cluster, const OrganizationId& organization) {
    return session.value<MembershipId>(
        "SELECT id FROM memberships WHERE cluster_id = $1 AND organization_id = $2", cluster, organization);
}

std::optional<ContactRoleId> contact_of(db::Session& session, const ClusterId& cluster,
                                        const OrganizationId& organization) {
    return session.one<ContactRoleId>(
        "SELECT id FROM contact_roles WHERE cluster_id = $1 AND organization_id = $2 AND is_primary", cluster,
        organization);
}

SharedEntry described(db::Session& session, Membership entry, const Sides& sides) {
    SharedEntry shared;
    shared.kept = entry_of(session, entry.cluster_id, sides.survivor);
    shared.statement_entries = session.query<std::string>(
        "SELECT CAST(id AS TEXT) FROM statement_entries WHERE membership_id = $1 ORDER BY id", entry.id);
    shared.wave_members = session.query<std::string>(
        "SELECT CAST(w.id AS TEXT) FROM wave_members w WHERE w.membership_id = $1 AND w.wave_id NOT IN"
        " (SELECT s.wave_id FROM wave_members s WHERE s.organization_id = $2) ORDER BY w.id",
        entry.id, sides.survivor);
    shared.groups = session.query<GroupPlace>(
        "SELECT g.group_id, NOT EXISTS (SELECT 1 FROM group_members s WHERE s.group_id = g.group_id"
        " AND s.membership_id = $2) FROM group_members g WHERE g.membership_id = $1 ORDER BY g.group_id",
        entry.id, shared.kept);
    shared.contact = contact_of(session, entry.cluster_id, sides.duplicate);
    shared.gives_contact = shared.contact && !contact_of(session, entry.cluster_id, sides.survivor);
    shared.parts = find_shared_parts(session, entry.id, shared.kept);
    shared.entry = std::move(entry);
    return shared;
}

void point_at(db::Session& session, std::string_view table, const std::vector<std::string>& ids,
              const MembershipId& entry) {
    for (const auto& id : ids)
        session.change(fmt::format("UPDATE {} SET membership_id = $2 WHERE id = $1{}", table,
                                   table == "wave_members" ? " AND listing = 'named'" : ""),
                       id, entry);
}

void point_at(db::Session& session, const SharedEntry& shared, const MembershipId& entry) {
    point_at(session, "statement_entries", shared.statement_entries, entry);
    point_at(session, "wave_members", shared.wave_members, entry);
    give_shared_parts(session, shared.parts, entry);
}

/// Twice is once, and a group that is gone stays gone.
void join(db::Session& session, const MemberGroupId& group, const MembershipId& entry) {
    session.change(
        "INSERT INTO group_members (group_id, membership_id) SELECT id, $2 FROM member_groups WHERE id = $1"
        " ON CONFLICT DO NOTHING",
        group, entry);
}

/// One person is written to for a member.
void set_primary(db::Session& session, const SharedEntry& shared, bool is_primary) {
    if (shared.contact && !shared.gives_contact)
        session.change("UPDATE contact_roles SET is_primary = $2 WHERE id = $1", *shared.contact, is_primary);
}

}  // namespace

std::vector<SharedEntry> find_shared_entries(db::Session& session, const Sides& sides) {
    std::vector<SharedEntry> shared;
    for (auto& entry : session.query<Membership>(
             "SELECT " + db::columns<Membership>("t") +
                 " FROM memberships t WHERE t.organization_id = $1 AND t.cluster_id IN"
                 " (SELECT m.cluster_id FROM memberships m WHERE m.organization_id = $2) ORDER BY t.id",
             sides.duplicate, sides.survivor))
        shared.push_back(described(session, std::move(entry), sides));
    return shared;
}

void give_shared_entries(db::Session& session, const std::vector<SharedEntry>& shared,
                         const history::Author& author) {
    for (const auto& each : shared) {
        point_at(session, each, each.kept);
        for (const auto& place : each.groups) join(session, place.group_id, each.kept);
        set_primary(session, each, false);
        session.change("DELETE FROM memberships WHERE id = $1", each.entry.id);
        history::record<Membership>(session, history::Kind::membership, each.entry.id, each.entry,
                                    std::nullopt, author);
    }
}

void return_shared_entries(db::Session& session, const std::vector<SharedEntry>& shared,
                           const history::Author& author) {
    for (const auto& each : shared) {
        db::insert(session, "memberships", each.entry);
        point_at(session, each, each.entry.id);
        for (const auto& place : each.groups) {
            join(session, place.group_id, each.entry.id);
            if (place.is_new)
                session.change("DELETE FROM group_members WHERE group_id = $1 AND membership_id = $2",
                               place.group_id, each.kept);
        }
        set_primary(session, each, true);
        history::record<Membership>(session, history::Kind::membership, each.entry.id, std::nullopt,
                                    each.entry, author);
    }
}

void show_given_contacts(db::Session& session, const std::vector<SharedEntry>& shared,
                         const OrganizationId& survivor) {
    for (const auto& each : shared)
        if (each.gives_contact) people::show_contact(session, {each.entry.cluster_id, survivor});
}

}  // namespace konbit::merges
