// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/policies.hpp"

namespace konbit::audit {

/// Runs the cluster, or belongs to one of its present members.
class ClusterInsider {
  public:
    const ClusterId& cluster() const { return cluster_; }

    /// @return What the policy that guards the cluster's own pages answers.
    static Result<ClusterInsider> ask(App&, const http::Request&, ClusterId);

  private:
    explicit ClusterInsider(ClusterId cluster) : cluster_(cluster) {}
    ClusterId cluster_;
};

/// People of member firms, and whoever runs the cluster: nobody else reads who looked in from outside.
inline constexpr http::Policy<App, ClusterInsider, ClusterId> may_read_as_insider{
    "facilitator of the cluster, or a person of a member",
    {Role::member, Role::facilitator, Role::bso_officer},
    &ClusterInsider::ask};

}  // namespace konbit::audit
