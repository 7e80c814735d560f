// SPDX-License-Identifier: Apache-2.0
#include "features/record_readers/record_readers.hpp"

#include "features/attachments/attachment_store.hpp"
#include "features/permission/conditions.hpp"
#include "features/permission/policies.hpp"
#include "features/permission/register_viewer.hpp"
#include "features/permission/scope_names.hpp"

#include <fmt/core.h>

#include <span>

namespace konbit::record_readers {

namespace {

/// A kind of record: its table as "r", what it is called, and its level and state where it has them.
struct Source {
    std::string_view table;
    std::string_view name = "r.name";
    std::string_view visibility = "NULL";
    std::string_view publication = "NULL";
};

Source source_of(ReadKind kind) {
    switch (kind) {
        case ReadKind::organization:
            return {"organizations", "r.name", "r.visibility", "r.publication"};
        case ReadKind::cluster:
            return {"clusters", "r.name", "r.visibility", "r.publication"};
        case ReadKind::project:
            return {"projects", "r.name", "r.visibility", "r.publication"};
        case ReadKind::expert:
            return {.table = "experts"};
        case ReadKind::agreement:
            return {"agreements", "r.title", "r.visibility", "NULL"};
        case ReadKind::person:
            return {.table = "people"};
        case ReadKind::wave:
            return {.table = "waves", .name = "r.title"};
        case ReadKind::attachment:
            return {"attachments", "COALESCE(r.title, '')", "r.visibility", "r.publication"};
        case ReadKind::exported_file:
            return {.table = "exports", .name = "(SELECT w.title FROM waves w WHERE w.id = r.wave_id)"};
    }
    return {};
}

std::string people_visible_to(const Viewer& viewer) {
    const std::string by_role = contact_roles_visible_to(viewer, "x");
    const std::string by_keeping =
        by_role == "FALSE"
            ? by_role
            : fmt::format("r.id IN (SELECT x.person_id FROM contact_roles x WHERE {})", by_role);
    const std::string own =
        viewer.account() ? fmt::format("r.account_id = '{}'", viewer.account()->view()) : "FALSE";
    return conditions::either({by_keeping, own});
}

/// As Policies::facilitate_wave: whoever runs the cluster, and nobody else.
std::string waves_visible_to(const Viewer& viewer, std::string_view column) {
    return conditions::is_among(column, viewer.scope_ids(Scope::cluster, {Role::facilitator}));
}

std::string condition_of(ReadKind kind, const Viewer& viewer) {
    switch (kind) {
        case ReadKind::organization:
            return organizations_visible_to(viewer, "r");
        case ReadKind::cluster:
            return clusters_visible_to(viewer, "r");
        case ReadKind::project:
            return projects_visible_to(viewer, "r");
        case ReadKind::expert:
            return experts_visible_to(viewer, "r");
        case ReadKind::agreement:
            return agreements_visible_to(viewer, "r");
        case ReadKind::person:
            return people_visible_to(viewer);
        case ReadKind::wave:
            return waves_visible_to(viewer, "r.cluster_id");
        case ReadKind::attachment:
            return fmt::format("r.id IN (SELECT a.id FROM attachments a WHERE {})",
                               attachments::attachments_visible_to(viewer));
        case ReadKind::exported_file:
            return fmt::format("r.wave_id IN (SELECT w.id FROM waves w WHERE {})",
                               waves_visible_to(viewer, "w.cluster_id"));
    }
    return "FALSE";
}

/// The record that is asked about.
struct Asked {
    ReadKind kind;
    RecordId id;
};

bool is_seen_by(db::Session& db, const Asked& asked, const Viewer& viewer) {
    return db
        .one<std::int64_t>(fmt::format("SELECT 1 FROM {} r WHERE r.id = $1 AND {}",
                                       source_of(asked.kind).table, condition_of(asked.kind, viewer)),
                           asked.id)
        .has_value();
}

/// A role as somebody holds it, whoever that is.
struct Held {
    Role role = Role::member;
    Scope scope = Scope::platform;
    std::optional<std::string> scope_id;

    static constexpr auto fields() {
        return std::tuple{field("role", &Held::role), field("scope", &Held::scope),
                          field("scope_id", &Held::scope_id)};
    }
};

/// Whoever holds a role at $1 and can sign in, deputies included, as accounts::grants_of() has it.
constexpr std::string_view held_roles = R"((
    SELECT g.account_id AS account_id, g.role AS role, g.scope AS scope, g.scope_id AS scope_id
    FROM grants g JOIN accounts a ON a.id = g.account_id AND a.status = 'active'
    WHERE g.ends_at IS NULL OR g.ends_at > $1
    UNION
    SELECT d.deputy_id, g.role, g.scope, g.scope_id
    FROM deputies d
    JOIN grants g ON g.account_id = d.account_id AND g.role = d.role AND g.scope = d.scope
        AND g.scope_id = d.scope_id AND (g.ends_at IS NULL OR g.ends_at > $1)
    JOIN accounts p ON p.id = d.account_id AND p.status = 'active'
    JOIN accounts a ON a.id = d.deputy_id AND a.status = 'active'
    WHERE d.begins_at <= $1 AND d.ends_at > $1))";

/// Every role somebody holds who can sign in, once for its scope.
std::vector<Grant> held_grants(db::Session& db, Instant now) {
    std::vector<Grant> grants;
    for (auto& held : db.query<Held>(fmt::format("SELECT DISTINCT h.role, h.scope, h.scope_id FROM {} h"
                                                 " ORDER BY h.role, h.scope, h.scope_id",
                                                 held_roles),
                                     now))
        grants.push_back({{}, {}, held.role, held.scope, std::move(held.scope_id), {}});
    return grants;
}

/// Conditions are of the form "this role or that one sees it": where all of them together do not, none does.
void collect_seeing(db::Session& db, const Asked& asked, std::span<const Grant> grants,
                    std::vector<Grant>& seeing) {
    if (grants.empty() || !is_seen_by(db, asked, Policies::viewer_with({grants.begin(), grants.end()})))
        return;
    if (grants.size() == 1) return seeing.push_back(grants.front());
    const auto half = grants.size() / 2;
    collect_seeing(db, asked, grants.first(half), seeing);
    collect_seeing(db, asked, grants.subspan(half), seeing);
}

/// Whoever runs the installation, and people who hold a role on the very record or scope, know its accounts.
bool may_know_accounts(const Viewer& viewer, const Grant& grant) {
    if (viewer.holds(Role::administrator)) return true;
    if (!grant.scope_id) return false;
    for (const auto& id : viewer.scope_ids(grant.scope, {Role::facilitator, Role::member, Role::bso_officer}))
        if (id == *grant.scope_id) return grant.scope == Scope::organization || grant.scope == Scope::cluster;
    return false;
}

bool may_know_scope(db::Session& db, const Viewer& viewer, const Grant& grant) {
    if (grant.scope == Scope::platform || grant.scope == Scope::country) return true;
    const bool is_cluster = grant.scope == Scope::cluster;
    const auto visible =
        is_cluster ? clusters_visible_to(viewer, "r") : organizations_visible_to(viewer, "r");
    return db
        .one<std::int64_t>(fmt::format("SELECT 1 FROM {} r WHERE {} AND {}",
                                       is_cluster ? "clusters" : "organizations",
                                       conditions::is_among("r.id", {*grant.scope_id}), visible))
        .has_value();
}

Reader reader_of(db::Session& db, const Viewer& viewer, const Grant& grant, std::string_view language,
                 Instant now) {
    const auto names = db.query<std::string>(
        fmt::format("SELECT a.name FROM {} h JOIN accounts a ON a.id = h.account_id"
                    " WHERE h.role = $2 AND h.scope = $3 AND COALESCE(h.scope_id, '') = $4 ORDER BY a.name",
                    held_roles),
        now, grant.role, grant.scope, grant.scope_id.value_or(""));
    Reader reader{grant.role,
                  grant.scope,
                  scope_name(db, grant, language),
                  static_cast<std::int64_t>(names.size()),
                  {}};
    if (may_know_accounts(viewer, grant)) reader.names = names;
    return reader;
}

struct Head {
    std::string name;
    std::optional<std::string> visibility;
    std::optional<std::string> publication;

    static constexpr auto fields() {
        return std::tuple{field("name", &Head::name), field("visibility", &Head::visibility),
                          field("publication", &Head::publication)};
    }
};

RecordReaders with_head(db::Session& db, const Asked& asked) {
    const Source source = source_of(asked.kind);
    auto head = *db.one<Head>(fmt::format("SELECT {}, {}, {} FROM {} r WHERE r.id = $1", source.name,
                                          source.visibility, source.publication, source.table),
                              asked.id);
    RecordReaders found;
    found.kind = asked.kind;
    found.name = std::move(head.name);
    found.visibility = std::move(head.visibility);
    found.publication = std::move(head.publication);
    return found;
}

}  // namespace

Result<RecordReaders> find(db::Session& db, const Viewer& viewer, ReadKind kind, const RecordId& id,
                           std::string_view language, Instant now) {
    const Asked asked{kind, id};
    if (!is_seen_by(db, asked, viewer)) return failure(ErrorCode::not_found, std::string(name_of(kind)));
    RecordReaders found = with_head(db, asked);
    found.is_for_everybody = is_seen_by(db, asked, Viewer::anonymous());
    if (found.is_for_everybody) return found;
    std::vector<Grant> seeing;
    collect_seeing(db, asked, held_grants(db, now), seeing);
    // Said whether or not somebody is left out: the difference alone would tell of a cluster that is not
    // shown.
    found.is_partial = !viewer.holds(Role::administrator);
    for (const auto& grant : seeing)
        if (may_know_scope(db, viewer, grant))
            found.readers.push_back(reader_of(db, viewer, grant, language, now));
    return found;
}

}  // namespace konbit::record_readers
