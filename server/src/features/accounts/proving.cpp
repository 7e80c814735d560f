// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/proving.hpp"

#include "db/database.hpp"
#include "features/accounts/second_factor.hpp"
#include "features/accounts/session_store.hpp"

namespace konbit::accounts {

namespace {

std::unexpected<Error> wrong(std::string pointer, std::string code) {
    return failure(ErrorCode::invalid, "invalid", {{std::move(pointer), std::move(code)}});
}

}  // namespace

Result<void> prove_owner(App& app, const Account& account, const ProofOfOwner& proof,
                         const SessionId& session) {
    const bool asks_code = app.database.read([&](db::Session& db) { return has_codes(db, account.id); });
    if (!account.password_hash && !asks_code) return failure(ErrorCode::conflict, "sign_in_anew");
    if (account.password_hash && !prove_password(app, account.email, proof.password))
        return wrong("/password", "wrong_password");
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<void> {
        if (asks_code && !take_code(db, app, account.id, proof.code, now))
            return wrong("/code", "wrong_code");
        mark_proven(db, session, now);
        if (asks_code) mark_second_factor(db, session);
        return {};
    });
}

}  // namespace konbit::accounts
