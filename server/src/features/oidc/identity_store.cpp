// SPDX-License-Identifier: Apache-2.0
#include "features/oidc/identity_store.hpp"

#include "db/columns.hpp"
#include "db/database.hpp"
#include "features/accounts/account_mail.hpp"
#include "features/accounts/account_store.hpp"
#include "features/audit/scene.hpp"

namespace konbit::oidc {

namespace {

constexpr std::size_t most_identities = 10;

std::vector<Identity> of_account(db::Session& db, const AccountId& account) {
    return db.query<Identity>(
        "SELECT " + db::columns<Identity>() + " FROM identities WHERE account_id = $1 ORDER BY id", account);
}

/// Mailed links do not count: an operator without mail has none.
bool has_another_entrance(db::Session& db, const Account& account) {
    const auto passkeys =
        db.value<std::int64_t>("SELECT count(*) FROM passkeys WHERE account_id = $1", account.id);
    return account.password_hash || passkeys > 0 || of_account(db, account.id).size() > 1;
}

}  // namespace

std::vector<Identity> list(db::Session& db, const Viewer& viewer) {
    return viewer.account() ? of_account(db, *viewer.account()) : std::vector<Identity>{};
}

std::optional<Identity> find_by_subject(db::Session& db, const System&, std::string_view issuer,
                                        std::string_view subject) {
    return db.one<Identity>(
        "SELECT " + db::columns<Identity>() + " FROM identities WHERE issuer = $1 AND subject = $2", issuer,
        subject);
}

void mark_used(db::Session& db, const System&, const IdentityId& identity, Instant now) {
    db.change("UPDATE identities SET last_used_at = $2 WHERE id = $1", identity, now);
}

Result<void> link(db::Session& db, const App& app, const System& by, const Account& account,
                  const OidcProvider& provider, const Claims& claims, Instant now) {
    if (find_by_subject(db, by, provider.issuer, claims.subject))
        return failure(ErrorCode::conflict, "identity_taken");
    if (of_account(db, account.id).size() >= most_identities)
        return failure(ErrorCode::conflict, "too_many_identities");
    const Identity identity{new_id<IdentityId>(), account.id,   provider.id, provider.issuer,
                            claims.subject,       claims.label, now};
    db::insert(db, "identities", identity);
    audit::note_rights(db, {"account", account.id.view()}, {{"identity", "", identity.id.str()}}, now);
    return accounts::tell_changed(db, app, account, "identity_linked", now);
}

Result<void> remove(App& app, const Proven& by, const IdentityId& identity) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_TRY(const Account account, accounts::find(db, by.viewer(), by.account()));
        if (db.value<std::int64_t>("SELECT count(*) FROM identities WHERE id = $1 AND account_id = $2",
                                   identity, account.id) == 0)
            return failure(ErrorCode::not_found, "identity");
        if (!has_another_entrance(db, account)) return failure(ErrorCode::conflict, "last_entrance");
        db.change("DELETE FROM identities WHERE id = $1", identity);
        audit::note_rights(db, {"account", account.id.view()}, {{"identity", identity.str(), ""}}, now);
        return accounts::tell_changed(db, app, account, "identity_removed", now);
    });
}

}  // namespace konbit::oidc
