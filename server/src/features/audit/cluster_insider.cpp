// SPDX-License-Identifier: Apache-2.0
#include "features/audit/cluster_insider.hpp"

#include "db/database.hpp"
#include "features/permission/own_firms.hpp"

#include <fmt/format.h>

namespace konbit::audit {

namespace {

bool is_of_a_member(db::Session& session, const AccountId& account, const ClusterId& cluster) {
    return session
        .value<std::optional<std::int64_t>>(
            fmt::format(
                "SELECT 1 FROM accounts a, memberships m JOIN organizations o ON o.id = m.organization_id"
                " WHERE a.id = $1 AND m.cluster_id = $2 AND m.left_on IS NULL AND {} LIMIT 1",
                account_belongs_to),
            account, cluster)
        .has_value();
}

}  // namespace

Result<ClusterInsider> ClusterInsider::ask(App& app, const http::Request& request, ClusterId cluster) {
    KONBIT_TRY(const Viewer viewer, Policies::anyone(app, request));
    if (viewer.holds(Role::facilitator, cluster)) return ClusterInsider(cluster);
    const bool is_insider = viewer.account() && app.database.read([&](db::Session& session) {
        return is_of_a_member(session, *viewer.account(), cluster);
    });
    if (is_insider) return ClusterInsider(cluster);
    // Others are told no more than of any other page of the cluster.
    KONBIT_CHECK(Policies::view_cluster(app, request, cluster));
    if (!viewer.is_signed_in()) return failure(ErrorCode::unauthenticated, "sign_in");
    return failure(ErrorCode::forbidden, "not_allowed");
}

}  // namespace konbit::audit
