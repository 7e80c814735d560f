// SPDX-License-Identifier: Apache-2.0
#include "features/permission/viewer.hpp"

#include "features/permission/conditions.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit {

using conditions::either;
using conditions::is_among;
using conditions::is_public;

namespace {

/// Who knows the members of a cluster. A researcher of a cluster reads its figures, not its roster.
constexpr std::initializer_list<Role> cluster_people{Role::member, Role::facilitator, Role::consultant};

/// Who speaks for an organization.
constexpr std::initializer_list<Role> organization_people{Role::member, Role::bso_officer};

/// What officials of a country see of it: a firm's own cluster or itself stay out of their reach.
std::string by_country(const Viewer& viewer, std::string_view alias) {
    const std::string national =
        is_among(fmt::format("{}.country_code", alias), viewer.scope_ids(Scope::country, {Role::national}));
    const std::string officers = is_among(fmt::format("{}.country_code", alias),
                                          viewer.scope_ids(Scope::country, {Role::bso_officer}));
    return either({
        national == "FALSE"
            ? national
            : fmt::format("({} AND {}.visibility IN ('national', 'regional_aggregate', 'public'))", national,
                          alias),
        officers == "FALSE"
            ? officers
            : fmt::format("({} AND {}.visibility IN ('bso', 'national', 'regional_aggregate', 'public'))",
                          officers, alias),
    });
}

/// Regional editors prepare the directory: they also see drafts of what is meant to be public.
std::string by_editing(const Viewer& viewer, std::string_view alias) {
    return viewer.holds(Role::regional_editor) ? fmt::format("{}.visibility = 'public'", alias) : "FALSE";
}

}  // namespace

bool Viewer::holds(Role role) const { return holds(role, Scope::platform, {}); }
bool Viewer::holds(Role role, const ClusterId& cluster) const {
    return holds(role, Scope::cluster, cluster.view());
}
bool Viewer::holds(Role role, const OrganizationId& organization) const {
    return holds(role, Scope::organization, organization.view());
}
bool Viewer::holds_in_country(Role role, std::string_view country_code) const {
    return holds(role, Scope::country, country_code);
}

bool Viewer::holds(Role role, Scope scope, std::string_view scope_id) const {
    return std::ranges::any_of(grants_, [&](const Grant& grant) {
        return grant.role == role && grant.scope == scope && grant.scope_id.value_or("") == scope_id;
    });
}

std::vector<std::string> Viewer::scope_ids(Scope scope, std::initializer_list<Role> roles) const {
    std::vector<std::string> ids;
    for (const auto& grant : grants_) {
        const bool counts = roles.size() == 0 || std::ranges::find(roles, grant.role) != roles.end();
        if (grant.scope == scope && counts && grant.scope_id) ids.push_back(*grant.scope_id);
    }
    return ids;
}

std::optional<AccountId> Viewer::acts_for(Scope scope, std::string_view scope_id) const {
    std::optional<AccountId> other;
    for (const auto& grant : grants_) {
        if (grant.scope != scope || grant.scope_id.value_or("") != scope_id) continue;
        if (!grant.held_for) return std::nullopt;
        other = grant.held_for;
    }
    return other;
}

Viewer System::viewer() {
    Grant everything;
    everything.role = Role::administrator;
    return Viewer({}, {everything});
}

std::string organizations_visible_to(const Viewer& viewer, std::string_view alias) {
    if (viewer.holds(Role::administrator)) return "TRUE";
    const std::string in_own_cluster =
        is_among("cluster_id", viewer.scope_ids(Scope::cluster, cluster_people));
    return either({
        is_public(alias),
        by_country(viewer, alias),
        by_editing(viewer, alias),
        is_among(fmt::format("{}.id", alias), viewer.scope_ids(Scope::organization)),
        in_own_cluster == "FALSE" ? in_own_cluster
                                  : fmt::format("({0}.visibility <> 'private' AND {0}.id IN"
                                                " (SELECT organization_id FROM memberships WHERE {1}))",
                                                alias, in_own_cluster),
    });
}

std::string clusters_visible_to(const Viewer& viewer, std::string_view alias) {
    if (viewer.holds(Role::administrator)) return "TRUE";
    return either({
        is_public(alias),
        by_country(viewer, alias),
        by_editing(viewer, alias),
        is_among(fmt::format("{}.id", alias), viewer.scope_ids(Scope::cluster, cluster_people)),
    });
}

std::string countries_kept_by(const Viewer& viewer, std::string_view column) {
    if (viewer.holds(Role::administrator) || viewer.holds(Role::regional_editor)) return "TRUE";
    return is_among(column, viewer.scope_ids(Scope::country, {Role::national, Role::bso_officer}));
}

std::string contact_roles_visible_to(const Viewer& viewer, std::string_view alias) {
    return either({
        is_among(fmt::format("{}.cluster_id", alias), viewer.scope_ids(Scope::cluster, {Role::facilitator})),
        is_among(fmt::format("{}.organization_id", alias),
                 viewer.scope_ids(Scope::organization, organization_people)),
    });
}

}  // namespace konbit
