// SPDX-License-Identifier: Apache-2.0
#include "features/permission/register_viewer.hpp"

#include "features/permission/conditions.hpp"

#include <fmt/core.h>

namespace konbit {

namespace {

using conditions::both;
using conditions::either;
using conditions::is_among;
using conditions::is_public;
using conditions::lists_one_of;

/// What officials of one of a record's countries work with.
std::string in_own_country(const Viewer& viewer, std::string_view alias) {
    const std::string countries = fmt::format("{}.countries", alias);
    return either({
        both(lists_one_of(countries, viewer.scope_ids(Scope::country, {Role::national})),
             fmt::format("{}.visibility IN ('national', 'regional_aggregate', 'public')", alias)),
        both(lists_one_of(countries, viewer.scope_ids(Scope::country, {Role::bso_officer})),
             fmt::format("{}.visibility IN ('bso', 'national', 'regional_aggregate', 'public')", alias)),
    });
}

/// Regional editors keep what is meant to be public, drafts included.
std::string by_region(const Viewer& viewer, std::string_view alias) {
    return viewer.holds(Role::regional_editor) ? fmt::format("{}.visibility = 'public'", alias) : "FALSE";
}

/// The project names a row of `table` whose `column` is among the ids.
std::string project_with(std::string_view alias, std::string_view table, std::string_view column,
                         const std::vector<std::string>& ids) {
    const std::string among = is_among(column, ids);
    if (among == "FALSE") return among;
    return fmt::format("{}.id IN (SELECT project_id FROM {} WHERE {})", alias, table, among);
}

}  // namespace

std::string projects_editable_by(const Viewer& viewer, std::string_view alias) {
    if (viewer.holds(Role::administrator)) return "TRUE";
    return either({
        in_own_country(viewer, alias),
        by_region(viewer, alias),
        project_with(alias, "project_clusters", "cluster_id",
                     viewer.scope_ids(Scope::cluster, {Role::facilitator})),
    });
}

std::string projects_visible_to(const Viewer& viewer, std::string_view alias) {
    const std::string is_shared =
        fmt::format("({0}.visibility <> 'private' AND {0}.publication = 'published')", alias);
    return either({
        is_public(alias),
        projects_editable_by(viewer, alias),
        both(is_shared, project_with(alias, "project_clusters", "cluster_id",
                                     viewer.scope_ids(Scope::cluster, {Role::member}))),
        both(is_shared, project_with(alias, "project_organizations", "organization_id",
                                     viewer.scope_ids(Scope::organization))),
    });
}

std::string experts_editable_by(const Viewer& viewer, std::string_view alias) {
    if (viewer.holds(Role::administrator) || viewer.holds(Role::regional_editor)) return "TRUE";
    return lists_one_of(fmt::format("{}.countries", alias),
                        viewer.scope_ids(Scope::country, {Role::national, Role::bso_officer}));
}

std::string experts_visible_to(const Viewer& viewer, std::string_view alias) {
    return either({fmt::format("{}.consented_at IS NOT NULL", alias), experts_editable_by(viewer, alias)});
}

std::string agreements_editable_by(const Viewer& viewer, std::string_view alias) {
    const std::string in_country =
        is_among("country_code", viewer.scope_ids(Scope::country, {Role::bso_officer}));
    return either({
        is_among(fmt::format("{}.cluster_id", alias), viewer.scope_ids(Scope::cluster, {Role::facilitator})),
        is_among(fmt::format("{}.organization_id", alias),
                 viewer.scope_ids(Scope::organization, {Role::member})),
        in_country == "FALSE"
            ? in_country
            : fmt::format("{}.organization_id IN (SELECT id FROM organizations WHERE kind = 'bso' AND {})",
                          alias, in_country),
    });
}

std::string agreements_visible_to(const Viewer& viewer, std::string_view alias) {
    const std::string is_shared = fmt::format("{}.visibility <> 'private'", alias);
    return either({
        fmt::format("{}.visibility = 'public'", alias),
        agreements_editable_by(viewer, alias),
        both(is_shared,
             is_among(fmt::format("{}.cluster_id", alias), viewer.scope_ids(Scope::cluster, {Role::member}))),
        both(is_shared,
             lists_one_of(fmt::format("{}.parties", alias), viewer.scope_ids(Scope::organization))),
    });
}

}  // namespace konbit
