// SPDX-License-Identifier: Apache-2.0
#include "features/permission/account_policies.hpp"

#include "db/database.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/second_factor.hpp"
#include "features/accounts/session_store.hpp"
#include "features/audit/scene.hpp"

namespace konbit {

namespace {

std::unexpected<Error> factor_needed() { return failure(ErrorCode::forbidden, "second_factor_needed"); }

}  // namespace

Result<OwnSessionHolder> AccountPolicies::in_session_of_any_factor(App& app, const http::Request& request) {
    const auto by = accounts::signed_in_by(app, request.cookie("konbit"));
    if (!by) return failure(ErrorCode::unauthenticated, "sign_in");
    audit::meet(by->account, by->grants);
    const bool is_proven = app.clock.now() - by->proven_at <= accounts::proof_limit_ms;
    return OwnSessionHolder(Policies::viewer_of(app, by->account), *by, is_proven);
}

Result<OwnSessionHolder> AccountPolicies::in_session(App& app, const http::Request& request) {
    KONBIT_TRY(OwnSessionHolder holder, in_session_of_any_factor(app, request));
    if (holder.lacks_second_factor()) return factor_needed();
    return holder;
}

Result<Proven> AccountPolicies::recently_proven(App& app, const http::Request& request) {
    KONBIT_TRY(OwnSessionHolder holder, in_session(app, request));
    if (!holder.is_proven()) return failure(ErrorCode::forbidden, "prove_again");
    return Proven(std::move(holder));
}

Result<Proven> AccountPolicies::set_up_factor(App& app, const http::Request& request) {
    KONBIT_TRY(OwnSessionHolder holder, in_session_of_any_factor(app, request));
    const bool has_one =
        app.database.read([&](db::Session& db) { return accounts::has_second_factor(db, holder.account()); });
    if (holder.lacks_second_factor() && has_one) return factor_needed();
    if (!holder.is_proven()) return failure(ErrorCode::forbidden, "prove_again");
    return Proven(std::move(holder));
}

}  // namespace konbit
