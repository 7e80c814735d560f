// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/policies.hpp"

namespace konbit {

using ContactRoleId = Id<struct ContactRoleTag>;

/// Holds the personal link of a person in one role: may agree to be shown in it, and withdraw that.
class TeamPerson {
  public:
    const ContactRoleId& role() const { return role_; }

  private:
    friend struct TeamPolicies;
    friend class TeamSystem;
    explicit TeamPerson(ContactRoleId role) : role_(role) {}
    ContactRoleId role_;
};

/// As Policies, for people on public pages.
struct TeamPolicies {
    static Result<TeamPerson> hold_link(App&, const http::Request&);
};

/// As System in viewer.hpp: never made from a request.
class TeamSystem {
  public:
    /// For invented people, who cannot answer.
    static TeamPerson person(const ContactRoleId& role) { return TeamPerson(role); }
};

/// Who holds the personal link of a role (features/team/team_link.hpp), in the query of the address.
inline constexpr http::Policy<App, TeamPerson> holding_team_link{
    "holder of a person's link", {"person"}, &TeamPolicies::hold_link};

}  // namespace konbit
