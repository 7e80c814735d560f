// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/accounts/account.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

/// Signed in, in a session that is the person's own.
class OwnSessionHolder {
  public:
    const AccountId& account() const { return by_.account(); }
    const Viewer& viewer() const { return by_.viewer(); }
    const SessionId& session() const { return session_; }
    bool is_proven() const { return is_proven_; }

  private:
    friend struct AccountPolicies;
    OwnSessionHolder(SignedIn by, SessionId session, bool is_proven)
        : by_(std::move(by)), session_(session), is_proven_(is_proven) {}
    SignedIn by_;
    SessionId session_;
    bool is_proven_;
};

/// The same, who showed a password, a code or a passkey within the last ten minutes: may change how the
/// account is entered. A phone left on the table is not enough.
class Proven {
  public:
    const AccountId& account() const { return holder_.account(); }
    const Viewer& viewer() const { return holder_.viewer(); }
    const SessionId& session() const { return holder_.session(); }

  private:
    friend struct AccountPolicies;
    explicit Proven(OwnSessionHolder holder) : holder_(std::move(holder)) {}
    OwnSessionHolder holder_;
};

/// As Policies, for the own account.
struct AccountPolicies {
    static Result<OwnSessionHolder> in_session(App&, const http::Request&);
    /// @return ErrorCode::forbidden "prove_again" when the proof is older.
    static Result<Proven> recently_proven(App&, const http::Request&);
};

inline constexpr http::Policy<App, OwnSessionHolder> in_own_session{
    "signed in",
    {"member", "facilitator", "bso_officer", "national", "regional_editor", "assessor", "researcher",
     "consultant", "administrator"},
    &AccountPolicies::in_session};

inline constexpr http::Policy<App, Proven> recently_proven{
    "signed in, and proven within ten minutes",
    {"member", "facilitator", "bso_officer", "national", "regional_editor", "assessor", "researcher",
     "consultant", "administrator"},
    &AccountPolicies::recently_proven};

}  // namespace konbit
