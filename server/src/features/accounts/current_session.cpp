// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/current_session.hpp"

#include "db/database.hpp"
#include "features/accounts/account_store.hpp"
#include "features/permission/scope_names.hpp"

namespace konbit::accounts {

namespace {

/// For whom a deputy holds it.
std::optional<std::string> name_of_other(db::Session& db, const Grant& grant) {
    if (!grant.held_for) return std::nullopt;
    return db.value<std::optional<std::string>>("SELECT name FROM accounts WHERE id = $1", *grant.held_for);
}

}  // namespace

Result<CurrentSession> described(App& app, const SignedInAccount& by, std::string_view language) {
    return app.database.read([&](db::Session& db) -> Result<CurrentSession> {
        KONBIT_TRY(const Account account, find(db, System::viewer(), by.account));
        CurrentSession session;
        session.account =
            SessionAccount{account.id, account.email, account.name, account.language, account.is_demo};
        session.lacks_second_factor = by.lacks_second_factor;
        for (const auto& grant : by.grants)
            session.grants.push_back({grant.role, grant.scope, grant.scope_id,
                                      scope_name(db, grant, language), grant.ends_at,
                                      name_of_other(db, grant)});
        return session;
    });
}

Result<http::Answer<CurrentSession>> answer_to(App& app, const Entered& entered,
                                               const http::Request& request) {
    http::Answer<CurrentSession> answer{.value = {}, .headers = {}, .has_secrets = true};
    if (!entered.ticket.empty()) {
        answer.value.ticket = entered.ticket;
        return answer;
    }
    const auto by = signed_in_by(app, entered.token);
    if (!by) return failure(ErrorCode::unauthenticated, "sign_in");
    KONBIT_TRY(answer.value, described(app, *by, request.language));
    keep_in_browser(answer.headers, entered, request.secure);
    return answer;
}

}  // namespace konbit::accounts
