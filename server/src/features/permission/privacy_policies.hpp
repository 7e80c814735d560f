// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/policies.hpp"

namespace konbit {

/// Answers for data of people on this installation: keeps the register of breaches and the list of
/// processors.
class PrivacyKeeper {
  public:
    const AccountId& account() const { return by_.account(); }
    const Viewer& viewer() const { return by_.viewer(); }

  private:
    friend struct PrivacyPolicies;
    explicit PrivacyKeeper(SignedIn by) : by_(std::move(by)) {}
    SignedIn by_;
};

/// As Policies, for the duties of whoever runs the installation.
struct PrivacyPolicies {
    static Result<PrivacyKeeper> keep_privacy(App&, const http::Request&);
};

/// Administrators and the regional team.
inline constexpr http::Policy<App, PrivacyKeeper> may_keep_privacy{
    "answers for data of people",
    {Role::regional_editor, Role::administrator},
    &PrivacyPolicies::keep_privacy};

}  // namespace konbit
