// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/policies.hpp"

#include <string>
#include <vector>

namespace konbit {

using RoleOfferId = Id<struct RoleOfferTag>;
using JoinRequestId = Id<struct JoinRequestTag>;
using DeputyId = Id<struct DeputyTag>;

/// A place in which roles are held.
struct Place {
    Scope scope = Scope::platform;
    std::string scope_id;  ///< Country code or record id; empty exactly for the platform.
};

/// May see who holds which role in one place. Which of them can be given and ended, may_give() says.
class RoleKeeper {
  public:
    const Place& place() const { return place_; }
    const AccountId& account() const { return account_; }
    const Viewer& viewer() const { return viewer_; }

  private:
    friend struct RolePolicies;
    RoleKeeper(Place place, AccountId account, Viewer viewer)
        : place_(std::move(place)), account_(account), viewer_(std::move(viewer)) {}
    Place place_;
    AccountId account_;
    Viewer viewer_;
};

/// May end one role, or change until when it lasts.
class GrantKeeper {
  public:
    const Grant& grant() const { return grant_; }
    const AccountId& account() const { return account_; }
    /// Whether the role is the own one, which is laid down and never prolonged.
    bool is_holder() const { return grant_.account_id == account_; }

  private:
    friend struct RolePolicies;
    GrantKeeper(Grant grant, AccountId account) : grant_(std::move(grant)), account_(account) {}
    Grant grant_;
    AccountId account_;
};

/// May answer one request to belong to an organization: its own people, never whoever asks.
class JoinJudge {
  public:
    const JoinRequestId& request() const { return request_; }
    const OrganizationId& organization() const { return organization_; }
    const AccountId& account() const { return account_; }

  private:
    friend struct RolePolicies;
    JoinJudge(JoinRequestId request, OrganizationId organization, AccountId account)
        : request_(request), organization_(organization), account_(account) {}
    JoinRequestId request_;
    OrganizationId organization_;
    AccountId account_;
};

/// As Policies, for roles. What a deputy holds for somebody opens none of these: a deputy does the work and
/// gives nothing away.
struct RolePolicies {
    static Result<RoleKeeper> keep_roles(App&, const http::Request&, Scope, std::string scope_id);
    static Result<GrantKeeper> keep_grant(App&, const http::Request&, GrantId);
    static Result<RoleKeeper> keep_offer(App&, const http::Request&, RoleOfferId);
    static Result<Facilitator> hand_over(App&, const http::Request&, ClusterId);
    static Result<JoinJudge> judge_join(App&, const http::Request&, JoinRequestId);
    static Result<SignedIn> end_deputy(App&, const http::Request&, DeputyId);
};

/// Whoever gives roles in that place, and administrators. Of the platform the id is "all".
inline constexpr http::Policy<App, RoleKeeper, Scope, std::string> may_keep_roles{
    "keeper of the roles there",
    {Role::member, Role::facilitator, Role::bso_officer, Role::national, Role::regional_editor,
     Role::administrator},
    &RolePolicies::keep_roles};

/// Who holds the role, whoever could give it, and administrators.
inline constexpr http::Policy<App, GrantKeeper, GrantId> may_keep_grant{
    "holder or giver of the role",
    {"member", "facilitator", "bso_officer", "national", "regional_editor", "assessor", "researcher",
     "consultant", "administrator"},
    &RolePolicies::keep_grant};

/// Whoever could make the offer anew.
inline constexpr http::Policy<App, RoleKeeper, RoleOfferId> may_keep_offer{
    "keeper of the roles there",
    {Role::member, Role::facilitator, Role::bso_officer, Role::national, Role::regional_editor,
     Role::administrator},
    &RolePolicies::keep_offer};

/// A facilitator, for the own role; no deputy.
inline constexpr http::Policy<App, Facilitator, ClusterId> may_hand_over{
    "facilitator of the cluster, no deputy", {Role::facilitator}, &RolePolicies::hand_over};

/// The organization's own people.
inline constexpr http::Policy<App, JoinJudge, JoinRequestId> may_judge_join{
    "speaks for the organization", {Role::member, Role::bso_officer}, &RolePolicies::judge_join};

/// Both people, and whoever runs the installation.
inline constexpr http::Policy<App, SignedIn, DeputyId> may_end_deputy{
    "deputy, or whose deputy it is",
    {Role::facilitator, Role::bso_officer, Role::national, Role::administrator},
    &RolePolicies::end_deputy};

}  // namespace konbit
