// SPDX-License-Identifier: Apache-2.0
#include "app/user_command.hpp"

#include "app/command_line.hpp"
#include "app/runtime.hpp"
#include "core/codec.hpp"
#include "core/crypto.hpp"
#include "features/accounts/account_mail.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/password_rules.hpp"
#include "features/accounts/second_factor.hpp"
#include "features/audit/scene.hpp"
#include "features/audit/trail.hpp"

#include <fmt/core.h>

namespace konbit {

namespace {

Result<Grant> requested_grant(const NewUser& user, const AccountId& account, Instant now) {
    const auto role = from_name<Role>(user.role);
    const auto scope = from_name<Scope>(user.scope);
    Findings findings;
    // A consultant's role has a last day: a facilitator gives it.
    findings.require(role && *role != Role::consultant, "--role", "not_allowed");
    findings.require(scope.has_value(), "--scope", "not_allowed");
    findings.require(!scope || (*scope == Scope::platform) == user.scope_id.empty(), "--scope-id",
                     "required");
    Grant grant{
        new_id<GrantId>(), account, role.value_or(Role::member), scope.value_or(Scope::platform), {}, now};
    if (!user.scope_id.empty()) grant.scope_id = user.scope_id;
    return std::move(findings).or_value(std::move(grant));
}

Result<Account> requested_account(const NewUser& user, const std::string& password, Instant now) {
    Account account;
    account.id = new_id<AccountId>();
    account.email = user.email;
    account.name = user.name;
    account.language = user.language;
    account.created_at = account.updated_at = now;
    KONBIT_TRY(account, accounts::checked(std::move(account)));
    KONBIT_CHECK(accounts::check_new_password(password, account));
    account.password_hash = accounts::password_hash_of(password);
    return account;
}

/// Twenty characters that can be read out: 100 bits.
std::string readable_password() {
    auto text = codec::to_base32(crypto::random_bytes(13)).substr(0, 20);
    for (const auto at : {15, 10, 5}) text.insert(static_cast<std::size_t>(at), "-");
    return text;
}

Result<void> store(App& app, const Account& account, const Grant& grant) {
    return app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_CHECK(accounts::insert(db, System{}, account));
        return accounts::insert(db, System{}, grant);
    });
}

Result<Account> without_factor(db::Session& db, const App& app, const std::string& email, Instant now) {
    const auto account = accounts::find_by_email(db, System::viewer(), email);
    if (!account) return failure(ErrorCode::not_found, "account");
    if (!accounts::forget_second_factor(db, account->id)) return *account;
    audit::note_rights(db, {"account", account->id.view()}, {{"second_factor", "set", ""}}, now);
    KONBIT_CHECK(accounts::tell_changed(db, app, *account, "factor_forgotten", now));
    return *account;
}

}  // namespace

int add_user(const Config& config, const NewUser& user) {
    auto runtime = Runtime::open_existing(config);
    if (!runtime) return complain(runtime.error());
    App& app = (*runtime)->app();

    const auto password = user.password.empty() ? readable_password() : user.password;
    const auto account = requested_account(user, password, app.clock.now());
    if (!account) return complain(account.error());
    const auto grant = requested_grant(user, account->id, app.clock.now());
    if (!grant) return complain(grant.error());
    if (const auto stored = store(app, *account, *grant); !stored) return complain(stored.error());
    if (const auto told = audit::take_in_notes(app.database, app.clock); !told) return complain(told.error());

    fmt::print("{} can sign in at {}/app/sign-in\n", account->email, config.base_url);
    if (user.password.empty()) fmt::print("password: {}\n", password);
    return 0;
}

int set_user_status(const Config& config, const std::string& email, AccountStatus status) {
    auto runtime = Runtime::open_existing(config);
    if (!runtime) return complain(runtime.error());
    App& app = (*runtime)->app();
    const Instant now = app.clock.now();
    const auto account = app.database.write(
        [&](db::Session& db) { return accounts::set_status(db, System{}, email, status, now); });
    if (!account) return complain(account.error());
    if (const auto told = audit::take_in_notes(app.database, app.clock); !told) return complain(told.error());
    fmt::print("{} is {}\n", account->email, name_of(status));
    return 0;
}

int forget_user_factor(const Config& config, const std::string& email) {
    auto runtime = Runtime::open_existing(config);
    if (!runtime) return complain(runtime.error());
    App& app = (*runtime)->app();
    const Instant now = app.clock.now();
    const auto account =
        app.database.write([&](db::Session& db) { return without_factor(db, app, email, now); });
    if (!account) return complain(account.error());
    if (const auto told = audit::take_in_notes(app.database, app.clock); !told) return complain(told.error());
    fmt::print("{} signs in by password, link or service, and sets up another second factor\n",
               account->email);
    return 0;
}

}  // namespace konbit
