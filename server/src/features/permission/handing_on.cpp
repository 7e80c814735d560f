// SPDX-License-Identifier: Apache-2.0
#include "features/permission/handing_on.hpp"

#include <algorithm>
#include <initializer_list>

namespace konbit {

namespace {

/// As policies.cpp has it for editing: unclaimed, seen by clusters only, and all of these are the own.
bool brought_in(db::Session& db, const std::vector<Grant>& own, const std::string& organization) {
    const auto clusters = db.query<std::string>(
        "SELECT CAST(m.cluster_id AS TEXT) FROM memberships m JOIN organizations o ON o.id = "
        "m.organization_id"
        " WHERE CAST(o.id AS TEXT) = $1 AND o.claim = 'unclaimed' AND o.visibility = 'cluster'",
        organization);
    return !clusters.empty() && std::ranges::all_of(clusters, [&](const std::string& cluster) {
        return holds_for_oneself(own, Role::facilitator, Scope::cluster, cluster);
    });
}

bool is_one_of(Role role, std::initializer_list<Role> roles) {
    return std::ranges::find(roles, role) != roles.end();
}

bool administers(const std::vector<Grant>& own) {
    return holds_for_oneself(own, Role::administrator, Scope::platform, {});
}

bool gives_on_platform(const std::vector<Grant>& own, Role role) {
    return is_one_of(role, {Role::administrator, Role::regional_editor, Role::assessor, Role::researcher}) &&
           administers(own);
}

bool gives_in_country(const std::vector<Grant>& own, Role role, const std::string& country) {
    return is_one_of(role, {Role::national, Role::bso_officer, Role::assessor}) &&
           (administers(own) || holds_for_oneself(own, Role::national, Scope::country, country));
}

/// The first officer of a support organization comes from whoever runs the installation.
bool gives_in_organization(const std::vector<Grant>& own, Role role, const std::string& organization) {
    const bool is_officer = holds_for_oneself(own, Role::bso_officer, Scope::organization, organization);
    if (role == Role::bso_officer) return is_officer || administers(own);
    return role == Role::member && is_officer;
}

bool gives_in_cluster(db::Session& db, const std::vector<Grant>& own, Role role, const std::string& cluster) {
    if (is_one_of(role, {Role::researcher, Role::consultant}))
        return holds_for_oneself(own, Role::facilitator, Scope::cluster, cluster);
    return role == Role::facilitator && may_step_in(db, own, cluster);
}

/// Who stands behind a cluster that somebody ran.
struct Background {
    std::string country_code;
    std::optional<std::string> organization_id;

    static constexpr auto fields() {
        return std::tuple{field("country_code", &Background::country_code),
                          field("organization_id", &Background::organization_id)};
    }
};

std::optional<Background> background_of(db::Session& db, const std::string& cluster) {
    return db.one<Background>(
        "SELECT c.country_code, CAST(b.organization_id AS TEXT) FROM clusters c"
        " LEFT JOIN backings b ON b.cluster_id = c.id AND b.state = 'confirmed'"
        " WHERE CAST(c.id AS TEXT) = $1 AND c.claim = 'claimed'",
        cluster);
}

}  // namespace

bool holds_for_oneself(const std::vector<Grant>& own, Role role, Scope scope, const std::string& scope_id) {
    return std::ranges::any_of(own, [&](const Grant& grant) {
        return !grant.held_for && grant.role == role && grant.scope == scope &&
               grant.scope_id.value_or("") == scope_id;
    });
}

bool has_facilitator(db::Session& db, const std::string& cluster) {
    return db.value<std::int64_t>(
               "SELECT count(*) FROM grants g JOIN accounts a ON a.id = g.account_id AND a.status = 'active'"
               " WHERE g.role = 'facilitator' AND g.scope = 'cluster' AND g.scope_id = $1",
               cluster) > 0;
}

bool may_step_in(db::Session& db, const std::vector<Grant>& own, const std::string& cluster) {
    const auto behind = background_of(db, cluster);
    if (!behind || has_facilitator(db, cluster)) return false;
    if (administers(own) || holds_for_oneself(own, Role::regional_editor, Scope::platform, {})) return true;
    if (behind->organization_id)
        return holds_for_oneself(own, Role::member, Scope::organization, *behind->organization_id) ||
               holds_for_oneself(own, Role::bso_officer, Scope::organization, *behind->organization_id);
    return holds_for_oneself(own, Role::national, Scope::country, behind->country_code) ||
           holds_for_oneself(own, Role::bso_officer, Scope::country, behind->country_code);
}

bool may_hand_on(db::Session& db, const std::vector<Grant>& own, const Grant& wanted) {
    const std::string scope_id = wanted.scope_id.value_or("");
    if (wanted.scope == Scope::cluster && is_one_of(wanted.role, {Role::member, Role::facilitator}))
        return holds_for_oneself(own, Role::facilitator, Scope::cluster, scope_id);
    if (wanted.scope == Scope::organization && wanted.role == Role::member)
        return holds_for_oneself(own, Role::member, Scope::organization, scope_id) ||
               brought_in(db, own, scope_id);
    return false;
}

bool may_give(db::Session& db, const std::vector<Grant>& own, const Grant& wanted) {
    if (may_hand_on(db, own, wanted)) return true;
    const std::string scope_id = wanted.scope_id.value_or("");
    switch (wanted.scope) {
        case Scope::platform:
            return gives_on_platform(own, wanted.role);
        case Scope::country:
            return gives_in_country(own, wanted.role, scope_id);
        case Scope::organization:
            return gives_in_organization(own, wanted.role, scope_id);
        case Scope::cluster:
            return gives_in_cluster(db, own, wanted.role, scope_id);
    }
    return false;
}

}  // namespace konbit
