// SPDX-License-Identifier: Apache-2.0
#include "features/attachments/attachment_store.hpp"

#include "db/columns.hpp"
#include "features/attachments/attachment_rules.hpp"
#include "features/attachments/shelf.hpp"
#include "features/organizations/organization_rules.hpp"
#include "features/permission/conditions.hpp"

#include <fmt/core.h>

namespace konbit::attachments {

namespace {

using conditions::either;
using conditions::is_among;

std::string all_columns() { return db::columns<Attachment>("a"); }

/// A cluster to which the viewer belongs: by a role in it, or by an organization on its roster.
std::string is_own_cluster(const Viewer& viewer, std::string_view column) {
    const std::string own = is_among(
        "m.organization_id", viewer.scope_ids(Scope::organization, {Role::member, Role::bso_officer}));
    return either({
        is_among(column, viewer.scope_ids(Scope::cluster, {Role::member, Role::facilitator})),
        own == "FALSE" ? own
                       : fmt::format("{} IN (SELECT m.cluster_id FROM memberships m WHERE m.left_on IS NULL"
                                     " AND {})",
                                     column, own),
    });
}

/// Who reads what is for the cluster: of a cluster its own people and members, of an organization its people
/// and those of the clusters in which it is.
std::string is_within_circle(const Viewer& viewer, RecordKind kind) {
    if (kind == RecordKind::cluster) return is_own_cluster(viewer, "a.record_id");
    const std::string shared = is_own_cluster(viewer, "x.cluster_id");
    return either({
        is_among("a.record_id", viewer.scope_ids(Scope::organization)),
        shared == "FALSE" ? shared
                          : fmt::format("a.record_id IN (SELECT x.organization_id FROM memberships x"
                                        " WHERE x.left_on IS NULL AND {})",
                                        shared),
    });
}

std::string record_is_visible(const Viewer& viewer, RecordKind kind) {
    const bool is_cluster = kind == RecordKind::cluster;
    return fmt::format("a.record_id IN (SELECT r.id FROM {} r WHERE {})",
                       is_cluster ? "clusters" : "organizations",
                       is_cluster ? clusters_visible_to(viewer, "r") : organizations_visible_to(viewer, "r"));
}

std::string is_visible(const Viewer& viewer, RecordKind kind) {
    return "a.publication = 'published' AND " + record_is_visible(viewer, kind) + " AND " +
           either({"a.visibility = 'public'", is_within_circle(viewer, kind)});
}

/// As edit_organization and edit_cluster, but for whoever runs a cluster with a firm that nobody claimed.
std::string is_edited_by(const Viewer& viewer, RecordKind kind) {
    const bool is_cluster = kind == RecordKind::cluster;
    const auto own = is_cluster ? viewer.scope_ids(Scope::cluster, {Role::facilitator})
                                : viewer.scope_ids(Scope::organization, {Role::member});
    const std::string kept = countries_kept_by(viewer, "k.country_code");
    return either({
        is_among("a.record_id", own),
        kept == "FALSE" ? kept
                        : fmt::format("a.record_id IN (SELECT k.id FROM {} k WHERE {})",
                                      is_cluster ? "clusters" : "organizations", kept),
    });
}

std::string is_had_by(const Viewer& viewer, RecordKind kind) {
    return fmt::format("(a.kind = '{}' AND (({}) OR ({} AND {})))", name_of(kind), is_visible(viewer, kind),
                       record_is_visible(viewer, kind), is_edited_by(viewer, kind));
}

std::optional<ServedFile> served(db::Session& session, const AttachmentId& id, std::string_view name,
                                 const std::string& condition) {
    auto attachment = session.one<Attachment>(
        "SELECT " + all_columns() + " FROM attachments a WHERE a.id = $1 AND " + condition, id);
    if (!attachment) return std::nullopt;
    auto file = session.one<files::FileRecord>("SELECT " + db::columns<files::FileRecord>("f") +
                                                   " FROM files f JOIN attachment_files t ON t.file_id = f.id"
                                                   " WHERE t.attachment_id = $1 AND t.name = $2",
                                               id, name);
    if (!file) return std::nullopt;
    return ServedFile{*std::move(attachment), *std::move(file)};
}

bool everybody_may_see(db::Session& session, const Attachment& attachment) {
    return session.value<std::int64_t>("SELECT count(*) FROM attachments a WHERE a.id = $1 AND " +
                                           is_visible(Viewer::anonymous(), attachment.kind),
                                       attachment.id) > 0;
}

/// In which languages the profile describes itself.
Localized languages_of(db::Session& session, const AttachmentOwner& record) {
    return session
        .value<std::optional<Localized>>(
            fmt::format("SELECT description FROM {}s WHERE id = $1", name_of(record.kind)), record.id)
        .value_or(Localized());
}

void erase(db::Session& session, const AttachmentId& id) {
    const auto kept =
        session.query<files::FileId>("SELECT file_id FROM attachment_files WHERE attachment_id = $1", id);
    session.change("DELETE FROM attachment_files WHERE attachment_id = $1", id);
    for (const auto& file : kept) files::FileStore::remove(session, file);
    session.change("DELETE FROM attachments WHERE id = $1", id);
}

std::int64_t position_behind(const std::vector<Attachment>& present) {
    std::int64_t last = 0;
    for (const auto& each : present) last = std::max(last, each.position);
    return last + 1;
}

}  // namespace

std::vector<Attachment> list(db::Session& session, const Viewer& viewer, const AttachmentOwner& record) {
    return session.query<Attachment>("SELECT " + all_columns() +
                                         " FROM attachments a WHERE a.kind = $1 AND a.record_id = $2 AND " +
                                         is_visible(viewer, record.kind) + " ORDER BY a.position, a.id",
                                     record.kind, record.id);
}

std::string attachments_visible_to(const Viewer& viewer) {
    return either({is_had_by(viewer, RecordKind::organization), is_had_by(viewer, RecordKind::cluster)});
}

std::vector<Attachment> list(db::Session& session, const AttachmentEditor& by) {
    return session.query<Attachment>("SELECT " + all_columns() +
                                         " FROM attachments a WHERE a.kind = $1 AND a.record_id = $2"
                                         " ORDER BY a.position, a.id",
                                     by.record().kind, by.record().id);
}

Result<Attachment> find(db::Session& session, const AttachmentEditor& by, const AttachmentId& id) {
    auto found = session.one<Attachment>(
        "SELECT " + all_columns() +
            " FROM attachments a WHERE a.id = $1 AND a.kind = $2 AND a.record_id = $3",
        id, by.record().kind, by.record().id);
    if (!found) return failure(ErrorCode::not_found, "attachment");
    return *std::move(found);
}

std::optional<AttachmentOwner> record_of(db::Session& session, const AttachmentId& id) {
    const auto found =
        session.one<Attachment>("SELECT " + all_columns() + " FROM attachments a WHERE a.id = $1", id);
    if (!found) return std::nullopt;
    return AttachmentOwner{found->kind, found->record_id};
}

std::optional<ServedFile> find_file(db::Session& session, const Viewer& viewer, const AttachmentId& id,
                                    std::string_view name) {
    const auto record = record_of(session, id);
    if (!record) return std::nullopt;
    auto found = served(session, id, name, is_visible(viewer, record->kind));
    if (found) found->is_public = everybody_may_see(session, found->attachment);
    return found;
}

std::optional<ServedFile> find_file(db::Session& session, const AttachmentEditor& by, const AttachmentId& id,
                                    std::string_view name) {
    if (!find(session, by, id)) return std::nullopt;
    return served(session, id, name, "TRUE");
}

Result<Attachment> insert(db::Session& session, Attachment attachment, const files::FileStore& store,
                          const std::vector<PreparedFile>& prepared, const AttachmentEditor& by,
                          const history::Occasion& at) {
    const auto before = list(session, by);
    KONBIT_CHECK(check_room(before, attachment));
    if (attachment.purpose == AttachmentPurpose::logo)
        for (const auto& each : before)
            if (each.purpose == AttachmentPurpose::logo) erase(session, each.id);
    attachment.kind = by.record().kind;
    attachment.record_id = by.record().id;
    attachment.position = position_behind(before);
    attachment.account_id = by.viewer().account();
    attachment.created_at = attachment.updated_at = at.now;
    db::insert(session, "attachments", attachment);
    for (const auto& [name, file] : prepared) {
        KONBIT_CHECK(store.enter(session, file));
        session.change("INSERT INTO attachment_files (attachment_id, name, file_id) VALUES ($1, $2, $3)",
                       attachment.id, name, file.id);
    }
    remember(session, by, before, list(session, by), at);
    return attachment;
}

Result<Attachment> update(db::Session& session, Attachment attachment, const AttachmentEditor& by,
                          const history::Occasion& at) {
    const auto before = list(session, by);
    KONBIT_TRY(const Attachment stored, find(session, by, attachment.id));
    if (is_raised(stored.visibility, attachment.visibility) && !by.is_owner())
        return forbidden_at("/visibility", "owner_only");
    KONBIT_TRY(Attachment valid, checked(std::move(attachment), languages_of(session, by.record())));
    valid.updated_at = at.now;
    KONBIT_TRY(Attachment written, db::update(session, "attachments", std::move(valid)));
    remember(session, by, before, list(session, by), at);
    return written;
}

Result<void> reorder(db::Session& session, const std::vector<AttachmentId>& ids, const AttachmentEditor& by) {
    auto present = list(session, by);
    const auto place_of = [&](const Attachment& each) {
        return std::pair(std::ranges::find(ids, each.id) - ids.begin(), each.position);
    };
    const auto belongs = [&](const AttachmentId& id) {
        return std::ranges::find(present, id, &Attachment::id) != present.end();
    };
    if (!std::ranges::all_of(ids, belongs))
        return failure(ErrorCode::invalid, "invalid", {{"/ids", "unknown"}});
    std::ranges::sort(present, {}, place_of);
    for (std::size_t i = 0; i < present.size(); ++i)
        session.change("UPDATE attachments SET position = $2 WHERE id = $1", present[i].id,
                       static_cast<std::int64_t>(i) + 1);
    return {};
}

void remove(db::Session& session, const Attachment& attachment, const AttachmentEditor& by,
            const history::Occasion& at) {
    const auto before = list(session, by);
    erase(session, attachment.id);
    remember(session, by, before, list(session, by), at);
    forget_words(session, by.record());
}

std::int64_t remove_orphans(db::Session& session) {
    const auto orphans = session.query<AttachmentId>(
        "SELECT a.id FROM attachments a"
        " WHERE (a.kind = 'organization' AND a.record_id NOT IN (SELECT o.id FROM organizations o))"
        " OR (a.kind = 'cluster' AND a.record_id NOT IN (SELECT c.id FROM clusters c))");
    for (const auto& id : orphans) erase(session, id);
    return static_cast<std::int64_t>(orphans.size());
}

}  // namespace konbit::attachments
