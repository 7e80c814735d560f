// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/accounts/session_store.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

/// Signed in, in a session that is the person's own.
class OwnSessionHolder {
  public:
    const AccountId& account() const { return account_; }
    /// Of the account with all its roles: for its own ways in only.
    const Viewer& viewer() const { return viewer_; }
    const SessionId& session() const { return session_; }
    bool is_proven() const { return is_proven_; }
    /// Nothing opens yet but what sets up or shows the second factor that an office demands.
    bool lacks_second_factor() const { return lacks_second_factor_; }

  private:
    friend struct AccountPolicies;
    OwnSessionHolder(Viewer viewer, const accounts::SignedInAccount& by, bool is_proven)
        : account_(by.account),
          viewer_(std::move(viewer)),
          session_(by.session),
          is_proven_(is_proven),
          lacks_second_factor_(by.lacks_second_factor) {}
    AccountId account_;
    Viewer viewer_;
    SessionId session_;
    bool is_proven_;
    bool lacks_second_factor_;
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
    /// Also while the second factor is lacking that an office demands: for what sets it up or shows it.
    static Result<OwnSessionHolder> in_session_of_any_factor(App&, const http::Request&);
    /// @return ErrorCode::forbidden "second_factor_needed" while it is lacking.
    static Result<OwnSessionHolder> in_session(App&, const http::Request&);
    /// @return ErrorCode::forbidden "prove_again" when the proof is older, "second_factor_needed".
    static Result<Proven> recently_proven(App&, const http::Request&);
    /// The same, also for whoever lacks a second factor and has none yet: with the password alone nobody puts
    /// an own one beside that of the owner.
    static Result<Proven> set_up_factor(App&, const http::Request&);
};

inline constexpr http::Policy<App, OwnSessionHolder> in_own_session{
    "signed in",
    {"member", "facilitator", "bso_officer", "national", "regional_editor", "assessor", "researcher",
     "consultant", "administrator"},
    &AccountPolicies::in_session};

inline constexpr http::Policy<App, OwnSessionHolder> in_session_of_any_factor{
    "signed in; also while a second factor is lacking",
    {"member", "facilitator", "bso_officer", "national", "regional_editor", "assessor", "researcher",
     "consultant", "administrator"},
    &AccountPolicies::in_session_of_any_factor};

inline constexpr http::Policy<App, Proven> recently_proven{
    "signed in, and proven within ten minutes",
    {"member", "facilitator", "bso_officer", "national", "regional_editor", "assessor", "researcher",
     "consultant", "administrator"},
    &AccountPolicies::recently_proven};

inline constexpr http::Policy<App, Proven> may_set_up_factor{
    "signed in, and proven within ten minutes; also while a second factor is lacking",
    {"member", "facilitator", "bso_officer", "national", "regional_editor", "assessor", "researcher",
     "consultant", "administrator"},
    &AccountPolicies::set_up_factor};

}  // namespace konbit
