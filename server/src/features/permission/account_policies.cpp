// SPDX-License-Identifier: Apache-2.0
#include "features/permission/account_policies.hpp"

#include "features/accounts/account_rules.hpp"
#include "features/accounts/session_store.hpp"

namespace konbit {

Result<OwnSessionHolder> AccountPolicies::in_session(App& app, const http::Request& request) {
    KONBIT_TRY(SignedIn by, Policies::signed_in(app, request));
    const auto session = accounts::signed_in_by(app, request.cookie("konbit"));
    if (!session) return failure(ErrorCode::unauthenticated, "sign_in");
    const bool is_proven = app.clock.now() - session->proven_at <= accounts::proof_limit_ms;
    return OwnSessionHolder(std::move(by), session->session, is_proven);
}

Result<Proven> AccountPolicies::recently_proven(App& app, const http::Request& request) {
    KONBIT_TRY(OwnSessionHolder holder, in_session(app, request));
    if (!holder.is_proven()) return failure(ErrorCode::forbidden, "prove_again");
    return Proven(std::move(holder));
}

}  // namespace konbit
