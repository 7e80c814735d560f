// SPDX-License-Identifier: Apache-2.0
#include "features/permission/handing_on.hpp"

#include <algorithm>

namespace konbit {

namespace {

bool holds(const std::vector<Grant>& own, Role role, Scope scope, const std::string& scope_id) {
    return std::ranges::any_of(own, [&](const Grant& grant) {
        return grant.role == role && grant.scope == scope && grant.scope_id == scope_id;
    });
}

/// As policies.cpp has it for editing: unclaimed, seen by clusters only, and all of these are the own.
bool brought_in(db::Session& db, const std::vector<Grant>& own, const std::string& organization) {
    const auto clusters = db.query<std::string>(
        "SELECT CAST(m.cluster_id AS TEXT) FROM memberships m JOIN organizations o ON o.id = "
        "m.organization_id"
        " WHERE CAST(o.id AS TEXT) = $1 AND o.claim = 'unclaimed' AND o.visibility = 'cluster'",
        organization);
    return !clusters.empty() && std::ranges::all_of(clusters, [&](const std::string& cluster) {
        return holds(own, Role::facilitator, Scope::cluster, cluster);
    });
}

}  // namespace

bool may_hand_on(db::Session& db, const std::vector<Grant>& own, const Grant& wanted) {
    const std::string scope_id = wanted.scope_id.value_or("");
    if (wanted.scope == Scope::cluster && (wanted.role == Role::member || wanted.role == Role::facilitator))
        return holds(own, Role::facilitator, Scope::cluster, scope_id);
    if (wanted.scope == Scope::organization && wanted.role == Role::member)
        return holds(own, Role::member, Scope::organization, scope_id) || brought_in(db, own, scope_id);
    return false;
}

}  // namespace konbit
