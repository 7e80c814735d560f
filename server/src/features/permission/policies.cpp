// SPDX-License-Identifier: Apache-2.0
#include "features/permission/policies.hpp"

#include "db/database.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/office.hpp"
#include "features/accounts/session_store.hpp"
#include "features/audit/scene.hpp"
#include "features/permission/own_firms.hpp"
#include "features/tokens/token_holder.hpp"

#include <algorithm>

namespace konbit {

namespace {

std::unexpected<Error> nobody_signed_in() { return failure(ErrorCode::unauthenticated, "sign_in"); }
std::unexpected<Error> no_such(std::string_view record) {
    return failure(ErrorCode::not_found, std::string(record));
}
std::unexpected<Error> not_yours() { return failure(ErrorCode::forbidden, "not_allowed"); }

template <class Value, class... Args>
std::optional<Value> look_up(App& app, std::string_view sql, const Args&... args) {
    return app.database.read([&](db::Session& db) { return db.value<std::optional<Value>>(sql, args...); });
}

bool sees_cluster(App& app, const Viewer& viewer, const ClusterId& cluster) {
    return look_up<std::int64_t>(
               app, "SELECT 1 FROM clusters c WHERE c.id = $1 AND " + clusters_visible_to(viewer, "c"),
               cluster)
        .has_value();
}

bool edits_country(const Viewer& viewer, std::string_view country_code) {
    return viewer.holds(Role::administrator) || viewer.holds(Role::regional_editor) ||
           viewer.holds_in_country(Role::national, country_code) ||
           viewer.holds_in_country(Role::bso_officer, country_code);
}

/// What the question "may this viewer edit it?" needs to know of an organization.
struct OrganizationScope {
    std::string country_code;
    std::string claim;
    std::string visibility;
    static constexpr auto fields() {
        return std::tuple{field("country_code", &OrganizationScope::country_code),
                          field("claim", &OrganizationScope::claim),
                          field("visibility", &OrganizationScope::visibility)};
    }
};

/// What the question "may this viewer take the change back?" needs to know of it.
struct ChangeScope {
    std::string kind;
    OrganizationId record_id{};
    std::optional<ClusterId> cluster_id;
    std::optional<std::string> country_code;
    static constexpr auto fields() {
        return std::tuple{field("kind", &ChangeScope::kind), field("record_id", &ChangeScope::record_id),
                          field("cluster_id", &ChangeScope::cluster_id),
                          field("country_code", &ChangeScope::country_code)};
    }
};

std::optional<ClusterId> cluster_of_wave(App& app, const WaveId& wave) {
    return look_up<ClusterId>(app, "SELECT cluster_id FROM waves WHERE id = $1", wave);
}

bool is_own_person(App& app, const Viewer& viewer, const PersonId& person) {
    return viewer.account() &&
           look_up<std::int64_t>(app, "SELECT 1 FROM people WHERE id = $1 AND account_id = $2", person,
                                 *viewer.account())
               .has_value();
}

bool has_a_visible_role(App& app, const Viewer& viewer, const PersonId& person) {
    return look_up<std::int64_t>(app,
                                 "SELECT 1 FROM contact_roles r WHERE r.person_id = $1 AND " +
                                     contact_roles_visible_to(viewer, "r") + " LIMIT 1",
                                 person)
        .has_value();
}

/// Who belongs to which cluster by a membership.
struct MemberScope {
    ClusterId cluster_id{};
    OrganizationId organization_id{};
    static constexpr auto fields() {
        return std::tuple{field("cluster_id", &MemberScope::cluster_id),
                          field("organization_id", &MemberScope::organization_id)};
    }
};

std::optional<MemberScope> scope_of(App& app, const MembershipId& membership) {
    return app.database.read([&](db::Session& db) {
        return db.one<MemberScope>("SELECT cluster_id, organization_id FROM memberships WHERE id = $1",
                                   membership);
    });
}

/// Its own people, and whoever was invited as a contact of this very membership.
bool speaks_for(App& app, const Viewer& viewer, const MemberScope& member) {
    if (viewer.holds(Role::member, member.organization_id) ||
        viewer.holds(Role::bso_officer, member.organization_id))
        return true;
    return viewer.account() &&
           look_up<std::int64_t>(app,
                                 "SELECT 1 FROM contact_roles r JOIN people p ON p.id = r.person_id"
                                 " WHERE r.cluster_id = $1 AND r.organization_id = $2 AND r.until IS NULL"
                                 " AND p.account_id = $3 LIMIT 1",
                                 member.cluster_id, member.organization_id, *viewer.account())
               .has_value();
}

/// A firm that rosters of the viewer's own brought in and that has no people of its own here yet. One that
/// others see as well is not the facilitator's: anybody could put it on the roster of a cluster begun for
/// that purpose.
bool facilitates_unclaimed(App& app, const Viewer& viewer, const OrganizationId& organization,
                           const OrganizationScope& scope) {
    if (scope.claim != "unclaimed" || scope.visibility != "cluster") return false;
    const auto own = viewer.scope_ids(Scope::cluster, {Role::facilitator});
    const auto clusters = app.database.read([&](db::Session& db) {
        return db.query<ClusterId>("SELECT cluster_id FROM memberships WHERE organization_id = $1",
                                   organization);
    });
    return !clusters.empty() && std::ranges::all_of(clusters, [&](const ClusterId& each) {
        return std::ranges::find(own, each.view()) != own.end();
    });
}

}  // namespace

Viewer Policies::viewer_of(App& app, const http::Request& request) {
    if (tokens::has_token(request)) {
        auto holder = tokens::holder_of(app, request);
        return holder ? Viewer(holder->account, std::move(holder->grants)) : Viewer::anonymous();
    }
    auto signed_in = accounts::signed_in_by(app, request.cookie("konbit"));
    if (!signed_in) return Viewer::anonymous();
    audit::meet(signed_in->account, signed_in->grants);
    if (signed_in->lacks_second_factor) return Viewer::anonymous();
    return Viewer(signed_in->account, std::move(signed_in->grants));
}

Result<Viewer> Policies::anyone(App& app, const http::Request& request) { return viewer_of(app, request); }

Result<Viewer> Policies::developing(App& app, const http::Request& request) {
    if (!app.config.is_demo) return no_such("no_such_address");
    return viewer_of(app, request);
}

Result<SignedIn> Policies::signed_in(App& app, const http::Request& request) {
    Viewer viewer = viewer_of(app, request);
    if (!viewer.is_signed_in()) return nobody_signed_in();
    const AccountId account = *viewer.account();
    return SignedIn(account, std::move(viewer));
}

Viewer Policies::viewer_of(App& app, const AccountId& account) {
    const Instant now = app.clock.now();
    return Viewer(account,
                  app.database.read([&](db::Session& db) { return accounts::grants_of(db, account, now); }));
}

Result<SignedIn> Policies::by_mailed_link(db::Session& session, const Config& config,
                                          const AccountId& account, Instant now) {
    const auto status =
        session.value<std::optional<std::string>>("SELECT status FROM accounts WHERE id = $1", account);
    if (status != "active") return not_yours();
    auto grants = accounts::grants_of(session, account, now);
    // A mail is one factor: where offices need two, it opens none.
    if (config.demand_second_factor) std::erase_if(grants, accounts::is_office);
    return SignedIn(account, Viewer(account, std::move(grants)));
}

Result<DirectoryEditor> Policies::add_to_directory(App& app, const http::Request& request) {
    return add_to_directory(viewer_of(app, request));
}

Result<DirectoryEditor> Policies::add_to_directory(Viewer viewer) {
    if (!viewer.is_signed_in()) return nobody_signed_in();
    const bool in_a_country = !viewer.scope_ids(Scope::country, {Role::national, Role::bso_officer}).empty();
    if (!viewer.holds(Role::administrator) && !viewer.holds(Role::regional_editor) && !in_a_country)
        return not_yours();
    return DirectoryEditor(std::move(viewer));
}

bool DirectoryEditor::may_edit(std::string_view country_code) const {
    return edits_country(viewer_, country_code);
}

bool OrganizationEditor::may_move_to(std::string_view country_code) const {
    return is_owner_ || edits_country(viewer_, country_code);
}

std::optional<OrganizationEditor> DirectoryEditor::editor_of(const OrganizationId& organization,
                                                             std::string_view country_code) const {
    if (!may_edit(country_code)) return std::nullopt;
    return OrganizationEditor(organization, viewer_, false);
}

Result<OrganizationEditor> Policies::edit_organization(App& app, const http::Request& request,
                                                       OrganizationId id) {
    return edit_organization(app, viewer_of(app, request), id);
}

Result<OrganizationEditor> Policies::edit_organization(App& app, Viewer viewer, OrganizationId id) {
    const auto scope = app.database.read([&](db::Session& db) {
        return db.one<OrganizationScope>(
            "SELECT o.country_code, o.claim, o.visibility FROM organizations o WHERE o.id = $1 AND " +
                organizations_visible_to(viewer, "o"),
            id);
    });
    if (!scope) return no_such("organization");
    if (!viewer.is_signed_in()) return nobody_signed_in();
    const bool is_owner = viewer.holds(Role::member, id);
    if (!is_owner && !edits_country(viewer, scope->country_code) &&
        !facilitates_unclaimed(app, viewer, id, *scope))
        return not_yours();
    return OrganizationEditor(id, std::move(viewer), is_owner);
}

Result<Reverter> Policies::revert_change(App& app, const http::Request& request, ChangeId id) {
    const auto change = app.database.read([&](db::Session& db) {
        return db.one<ChangeScope>(
            "SELECT kind, record_id, cluster_id, country_code FROM changes WHERE id = $1", id);
    });
    if (!change) return no_such("change");
    if (change->cluster_id) {
        Viewer viewer = viewer_of(app, request);
        if (!viewer.holds(Role::facilitator, *change->cluster_id)) return no_such("change");
        return Reverter(id, Facilitator(*change->cluster_id, std::move(viewer)));
    }
    if (change->kind != "organization") return no_such("change");
    if (auto editor = edit_organization(app, request, change->record_id); editor)
        return Reverter(id, *std::move(editor));
    return revert_removal(app, request, id, change->record_id, change->country_code.value_or(""));
}

/// Who may bring back an organization that is gone: its own people and its country's editors. That they may
/// see what comes back is asked when it is there again.
Result<Reverter> Policies::revert_removal(App& app, const http::Request& request, ChangeId id,
                                          OrganizationId organization, std::string_view country_code) {
    const bool is_there =
        look_up<std::int64_t>(app, "SELECT 1 FROM organizations WHERE id = $1", organization).has_value();
    Viewer viewer = viewer_of(app, request);
    const bool is_owner = viewer.holds(Role::member, organization);
    if (is_there || (!is_owner && !edits_country(viewer, country_code))) return no_such("change");
    return Reverter(id, OrganizationEditor(organization, std::move(viewer), is_owner));
}

Result<Viewer> Policies::view_cluster(App& app, const http::Request& request, ClusterId cluster) {
    Viewer viewer = viewer_of(app, request);
    if (!sees_cluster(app, viewer, cluster)) return no_such("cluster");
    return viewer;
}

bool ClusterEditor::may_move_to(std::string_view country_code) const {
    return is_facilitator_ || edits_country(viewer_, country_code);
}

Result<ClusterEditor> Policies::edit_cluster(App& app, const http::Request& request, ClusterId cluster) {
    Viewer viewer = viewer_of(app, request);
    if (viewer.holds(Role::facilitator, cluster)) return ClusterEditor(cluster, std::move(viewer), true);
    const auto country = look_up<std::string>(
        app, "SELECT c.country_code FROM clusters c WHERE c.id = $1 AND " + clusters_visible_to(viewer, "c"),
        cluster);
    if (!country) return no_such("cluster");
    if (!viewer.is_signed_in()) return nobody_signed_in();
    if (!edits_country(viewer, *country)) return not_yours();
    return ClusterEditor(cluster, std::move(viewer), false);
}

Result<ImportOwner> Policies::own_import(App& app, const http::Request& request, ImportId id) {
    Viewer viewer = viewer_of(app, request);
    const auto account = look_up<AccountId>(app, "SELECT account_id FROM imports WHERE id = $1", id);
    // A table may hold contacts: whoever did not bring it does not learn that it is there.
    if (!account || viewer.account() != account) return no_such("import");
    return ImportOwner(id, *account, std::move(viewer));
}

Result<Facilitator> Policies::facilitate(App& app, const http::Request& request, ClusterId cluster) {
    return facilitate(app, viewer_of(app, request), cluster);
}

Result<Facilitator> Policies::facilitate(App& app, Viewer viewer, ClusterId cluster) {
    if (viewer.holds(Role::facilitator, cluster)) return Facilitator(cluster, std::move(viewer));
    if (!sees_cluster(app, viewer, cluster)) return no_such("cluster");
    if (!viewer.is_signed_in()) return nobody_signed_in();
    return not_yours();
}

Result<Facilitator> Policies::facilitate_membership(App& app, const http::Request& request,
                                                    MembershipId membership) {
    Viewer viewer = viewer_of(app, request);
    const auto cluster =
        look_up<ClusterId>(app, "SELECT cluster_id FROM memberships WHERE id = $1", membership);
    // Who is on a roster is the roster's business: to others no membership exists.
    if (!cluster || !viewer.holds(Role::facilitator, *cluster)) return no_such("membership");
    return Facilitator(*cluster, std::move(viewer));
}

Result<Facilitator> Policies::facilitate_group(App& app, const http::Request& request, MemberGroupId group) {
    Viewer viewer = viewer_of(app, request);
    const auto cluster = look_up<ClusterId>(app, "SELECT cluster_id FROM member_groups WHERE id = $1", group);
    if (!cluster || !viewer.holds(Role::facilitator, *cluster)) return no_such("group");
    return Facilitator(*cluster, std::move(viewer));
}

Result<Facilitator> Policies::facilitate_entry(App& app, const http::Request& request,
                                               StatementEntryId entry) {
    Viewer viewer = viewer_of(app, request);
    const auto cluster =
        look_up<ClusterId>(app, "SELECT cluster_id FROM statement_entries WHERE id = $1", entry);
    if (!cluster || !viewer.holds(Role::facilitator, *cluster)) return no_such("statement_entry");
    return Facilitator(*cluster, std::move(viewer));
}

Result<SignedIn> Policies::keep_view(App& app, const http::Request& request, SavedViewId view) {
    Viewer viewer = viewer_of(app, request);
    const auto owner = look_up<AccountId>(app, "SELECT account_id FROM saved_views WHERE id = $1", view);
    if (!owner || viewer.account() != owner) return no_such("saved_view");
    return SignedIn(*owner, std::move(viewer));
}

Result<OrganizationStaff> Policies::staff(App& app, const http::Request& request, OrganizationId id) {
    Viewer viewer = viewer_of(app, request);
    if (viewer.holds(Role::member, id) || viewer.holds(Role::bso_officer, id))
        return OrganizationStaff(id, std::move(viewer));
    const bool is_visible =
        look_up<std::int64_t>(
            app, "SELECT 1 FROM organizations o WHERE o.id = $1 AND " + organizations_visible_to(viewer, "o"),
            id)
            .has_value();
    if (!is_visible) return no_such("organization");
    if (!viewer.is_signed_in()) return nobody_signed_in();
    return not_yours();
}

Viewer Policies::viewer_with(std::vector<Grant> grants) { return Viewer({}, std::move(grants)); }

Result<PersonKeeper> Policies::keep_person(App& app, const http::Request& request, PersonId person) {
    Viewer viewer = viewer_of(app, request);
    if (!is_own_person(app, viewer, person) && !has_a_visible_role(app, viewer, person))
        return no_such("person");
    return PersonKeeper(person, std::move(viewer));
}

Result<StatementReader> Policies::read_statement(App& app, const http::Request& request,
                                                 MembershipId membership) {
    Viewer viewer = viewer_of(app, request);
    const auto member = scope_of(app, membership);
    if (!member) return no_such("membership");
    const bool is_member = speaks_for(app, viewer, *member);
    if (!is_member && !viewer.holds(Role::facilitator, member->cluster_id)) return no_such("membership");
    return StatementReader(membership, member->cluster_id, std::move(viewer), is_member);
}

Result<StatementReader> Policies::speak_for_member(App& app, const http::Request& request,
                                                   MembershipId membership) {
    KONBIT_TRY(StatementReader reader, read_statement(app, request, membership));
    if (!reader.is_member()) return not_yours();
    return reader;
}

Result<WaveFacilitator> Policies::facilitate_wave(App& app, const http::Request& request, WaveId wave) {
    Viewer viewer = viewer_of(app, request);
    const auto cluster = cluster_of_wave(app, wave);
    if (!cluster || !viewer.holds(Role::facilitator, *cluster)) return no_such("wave");
    return WaveFacilitator(*cluster, wave, std::move(viewer));
}

Result<Analyst> Policies::analyze_wave(App& app, const http::Request& request, WaveId wave) {
    const Viewer viewer = viewer_of(app, request);
    const auto cluster = cluster_of_wave(app, wave);
    if (!cluster || !viewer.holds(Role::facilitator, *cluster)) return no_such("wave");
    const bool is_neutral = app.database.read(
        [&](db::Session& db) { return own_firms(db, *viewer.account(), *cluster).empty(); });
    if (!is_neutral) return failure(ErrorCode::forbidden, "own_firm_is_member");
    return Analyst(*cluster, wave);
}

DirectoryEditor System::directory_editor() { return DirectoryEditor(viewer()); }
Facilitator System::facilitator(const ClusterId& cluster) { return Facilitator(cluster, viewer()); }
PersonKeeper System::person_keeper(const PersonId& person) { return {person, viewer()}; }
StatementReader System::statement_reader(const MembershipId& membership, const ClusterId& cluster) {
    return {membership, cluster, viewer(), true};
}
WaveFacilitator System::wave_facilitator(const ClusterId& cluster, const WaveId& wave) {
    return WaveFacilitator(cluster, wave, viewer());
}

}  // namespace konbit
