// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/account_store.hpp"

#include "db/columns.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/session_store.hpp"
#include "features/accounts/ticket.hpp"
#include "features/audit/scene.hpp"

#include <utility>

namespace konbit::accounts {

namespace {

/// An organization with people of its own speaks for itself from now on.
void mark_claimed(db::Session& db, const std::string& organization) {
    db.change(
        "UPDATE organizations SET claim = 'claimed', version = version + 1 WHERE id = $1 AND claim <> "
        "'claimed'",
        organization);
}

/// The roles of others for whom the account stands in. A disabled account can have nobody do what it cannot.
std::vector<Grant> deputized_to(db::Session& db, const AccountId& deputy, Instant now) {
    auto grants = db.query<Grant>(R"(
        SELECT g.id, g.account_id, g.role, g.scope, g.scope_id, d.begins_at, g.given_by, d.ends_at
        FROM deputies d
        JOIN grants g ON g.account_id = d.account_id AND g.role = d.role AND g.scope = d.scope
            AND g.scope_id = d.scope_id
        JOIN accounts a ON a.id = d.account_id AND a.status = 'active'
        WHERE d.deputy_id = $1 AND d.begins_at <= $2 AND d.ends_at > $2
        ORDER BY d.id)",
                                  deputy, now);
    for (auto& grant : grants) grant.held_for = std::exchange(grant.account_id, deputy);
    return grants;
}

/// A grant that has ended makes room for the same one.
void remove_ended(db::Session& db, const Grant& anew) {
    db.change(
        "DELETE FROM grants WHERE account_id = $1 AND role = $2 AND scope = $3 AND"
        " COALESCE(scope_id, '') = $4 AND ends_at <= $5",
        anew.account_id, anew.role, anew.scope, anew.scope_id.value_or(""), anew.created_at);
}

}  // namespace

std::optional<Account> find_by_email(db::Session& db, const Viewer& viewer, std::string_view email) {
    if (!viewer.holds(Role::administrator)) return std::nullopt;
    return db.one<Account>("SELECT " + db::columns<Account>() + " FROM accounts WHERE email_folded = $1",
                           folded_email(email));
}

Result<Account> find(db::Session& db, const Viewer& viewer, const AccountId& id) {
    if (viewer.account() != id && !viewer.holds(Role::administrator))
        return failure(ErrorCode::not_found, "account");
    auto account = db.one<Account>("SELECT " + db::columns<Account>() + " FROM accounts WHERE id = $1", id);
    if (!account) return failure(ErrorCode::not_found, "account");
    return *std::move(account);
}

std::vector<Grant> grants_of(db::Session& db, const AccountId& account, Instant now) {
    auto grants =
        db.query<Grant>("SELECT " + db::columns<Grant>() +
                            " FROM grants WHERE account_id = $1 AND (ends_at IS NULL OR ends_at > $2)"
                            " ORDER BY id",
                        account, now);
    for (auto& each : deputized_to(db, account, now)) grants.push_back(std::move(each));
    return grants;
}

Result<Account> insert(db::Session& db, const System& by, Account account) {
    (void)by;
    if (find_by_email(db, System::viewer(), account.email))
        return failure(ErrorCode::conflict, "email_taken");
    db::insert(db, "accounts", account);
    return account;
}

Result<Account> set_status(db::Session& db, const System& by, std::string_view email, AccountStatus status,
                           Instant now) {
    (void)by;
    auto account = find_by_email(db, System::viewer(), email);
    if (!account) return failure(ErrorCode::not_found, "account");
    audit::note_rights(db, {"account", account->id.view()},
                       {{"status", std::string(name_of(account->status)), std::string(name_of(status))}},
                       now);
    account->status = status;
    db.change("UPDATE accounts SET status = $2, updated_at = $3, version = version + 1 WHERE id = $1",
              account->id, status, now);
    if (status == AccountStatus::disabled) {
        end_sessions(db, account->id);
        end_all_tickets(db, account->id);
        db.change("DELETE FROM api_tokens WHERE account_id = $1", account->id);
    }
    return *std::move(account);
}

Result<void> insert(db::Session& db, const System& by, Grant grant) {
    (void)by;
    for (const auto& held : grants_of(db, grant.account_id, grant.created_at))
        if (!held.held_for && held.is_same_role(grant)) return {};
    remove_ended(db, grant);
    db::insert(db, "grants", grant);
    audit::note_grant(db, grant, true, grant.created_at);
    if (grant.role == Role::member && grant.scope == Scope::organization) mark_claimed(db, *grant.scope_id);
    return {};
}

Result<Account> find_or_insert(db::Session& db, const System& by, const ProvenPerson& person, Instant now) {
    if (auto known = find_by_email(db, System::viewer(), person.email)) return *std::move(known);
    Account account;
    account.id = new_id<AccountId>();
    account.email = person.email;
    account.name = person.name;
    account.language = person.language;
    account.created_at = account.updated_at = now;
    KONBIT_TRY(Account valid, checked(std::move(account)));
    return insert(db, by, std::move(valid));
}

}  // namespace konbit::accounts
