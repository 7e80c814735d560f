// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/session_store.hpp"
#include "features/erasures/settling.hpp"
#include "features/limits.hpp"
#include "features/people/erasure.hpp"
#include "features/people/person_routes.hpp"
#include "features/people/person_store.hpp"
#include "features/permission/account_policies.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

namespace {

struct Password {
    std::string password;  ///< Empty for an account without one, which has to have been proven just now.

    static constexpr auto fields() { return std::tuple{field("password", &Password::password)}; }
};

/// Who is erased is who was seen: an entry that was changed meanwhile may have become somebody else's.
Result<ErasureReceipt> erase_person(App& app, PersonId, const PersonKeeper& by, http::IfMatch seen) {
    const Instant now = app.clock.now();
    KONBIT_TRY(ErasureReceipt receipt,
               app.database.write([&](db::Session& session) -> Result<ErasureReceipt> {
                   KONBIT_TRY(const PersonPage person, people::find(session, by));
                   KONBIT_CHECK(seen.check(person.version));
                   return people::erase(session, app.keys, by, now);
               }));
    erasures::settle_or_log(app);
    return receipt;
}

/// Who signs in with a passkey or through a service has no password to show, but signed in with it just now.
Result<void> check_owner(App& app, const http::Request& request, const Account& account,
                         std::string_view password) {
    if (account.password_hash) {
        KONBIT_CHECK(accounts::prove_password(app, account.email, password));
        return {};
    }
    KONBIT_CHECK(AccountPolicies::recently_proven(app, request));
    return {};
}

/// A session alone is not enough to end an account: somebody may have left the phone on the table.
Result<ErasureReceipt> erase_self(App& app, const http::Request& request, const SignedIn& by,
                                  Create<Password> body) {
    KONBIT_TRY(const Account account, app.database.read([&](db::Session& session) {
        return accounts::find(session, by.viewer(), by.account());
    }));
    KONBIT_CHECK(app.limits.admit_sign_in(request.client, account.email_folded));
    KONBIT_CHECK(check_owner(app, request, account, body.password));
    const Instant now = app.clock.now();
    KONBIT_TRY(ErasureReceipt receipt, app.database.write([&](db::Session& session) {
        return people::erase_account(session, app.keys, by, now);
    }));
    erasures::settle_or_log(app);
    return receipt;
}

}  // namespace

std::span<const http::Route<App>> erasure_routes() {
    using enum http::Method;
    using http::route;
    static const std::array all{
        route(post, "/api/people/{id}/erase", "Erases a person; answers with a receipt", may_keep_person,
              erase_person),
        route(post, "/api/account/erase", "Erases the own account and the entries linked to it", signed_in,
              erase_self),
    };
    return all;
}

}  // namespace konbit
