// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/entrance_routes.hpp"

#include "db/database.hpp"
#include "features/accounts/account_mail.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/email_change.hpp"
#include "features/accounts/password_change.hpp"
#include "features/accounts/password_rules.hpp"
#include "features/accounts/second_factor.hpp"
#include "features/accounts/session_store.hpp"
#include "features/audit/scene.hpp"
#include "features/limits.hpp"
#include "features/permission/account_policies.hpp"

namespace konbit::accounts {

namespace {

/// The ways into the own account.
struct Entrances {
    std::string email;
    bool has_password = false;
    bool has_codes = false;
    std::int64_t recovery_codes = 0;  ///< Those not used yet.
    bool is_proven = false;           ///< Whether they may be changed without showing the password anew.
    bool has_second_factor = false;   ///< Codes or a passkey.

    static constexpr auto fields() {
        return std::tuple{
            field("email", &Entrances::email),
            field("has_password", &Entrances::has_password),
            field("has_codes", &Entrances::has_codes),
            field("recovery_codes", &Entrances::recovery_codes),
            field("is_proven", &Entrances::is_proven),
            field("has_second_factor", &Entrances::has_second_factor),
        };
    }
};

struct ChosenPassword {
    std::string password;

    static constexpr auto fields() { return std::tuple{field("password", &ChosenPassword::password)}; }
};

struct WantedEmail {
    std::string email;

    static constexpr auto fields() { return std::tuple{field("email", &WantedEmail::email)}; }
};

struct TypedCode {
    std::string code;

    static constexpr auto fields() { return std::tuple{field("code", &TypedCode::code)}; }
};

struct RecoveryCodes {
    std::vector<std::string> codes;  ///< Each signs in once in place of the app's; not shown again.

    static constexpr auto fields() { return std::tuple{field("codes", &RecoveryCodes::codes)}; }
};

template <class T>
http::Answer<T> shown_once(T value) {
    return {.value = std::move(value), .headers = {}, .has_secrets = true};
}

Result<Entrances> show(App& app, const OwnSessionHolder& by) {
    return app.database.read([&](db::Session& db) -> Result<Entrances> {
        KONBIT_TRY(const Account account, find(db, by.viewer(), by.account()));
        return Entrances{account.email,
                         account.password_hash.has_value(),
                         has_codes(db, account.id),
                         count_recovery_codes(db, account.id),
                         by.is_proven(),
                         has_second_factor(db, account.id)};
    });
}

Result<http::NoContent> set_password(App& app, const Proven& by, Create<ChosenPassword> chosen) {
    KONBIT_CHECK(change_password(app, by, chosen.password));
    return http::NoContent{};
}

Result<http::NoContent> set_email(App& app, const http::Request& request, const Proven& by,
                                  Create<WantedEmail> wanted) {
    KONBIT_CHECK(app.limits.admit_account_mail(request.client, by.account().view()));
    KONBIT_CHECK(ask_for_email(app, by, wanted.email));
    return http::NoContent{};
}

Result<http::Answer<CodeSetUp>> begin(App& app, const Proven& by) {
    KONBIT_TRY(CodeSetUp made, app.database.write([&](db::Session& db) -> Result<CodeSetUp> {
        KONBIT_TRY(const Account account, find(db, by.viewer(), by.account()));
        return begin_codes(db, app, account);
    }));
    return shown_once(std::move(made));
}

Result<http::Answer<RecoveryCodes>> confirm(App& app, const Proven& by, Create<TypedCode> typed) {
    KONBIT_CHECK(app.limits.admit_one_time_code(by.account().view()));
    const Instant now = app.clock.now();
    KONBIT_TRY(RecoveryCodes made, app.database.write([&](db::Session& db) -> Result<RecoveryCodes> {
        KONBIT_TRY(const Account account, find(db, by.viewer(), by.account()));
        KONBIT_TRY(auto codes, confirm_codes(db, app, account.id, typed.code, now));
        end_sessions(db, account.id, by.session());
        mark_second_factor(db, by.session());
        KONBIT_CHECK(tell_changed(db, app, account, "codes_on", now));
        return RecoveryCodes{std::move(codes)};
    }));
    return shown_once(std::move(made));
}

Result<http::Answer<RecoveryCodes>> renew(App& app, const Proven& by) {
    const Instant now = app.clock.now();
    KONBIT_TRY(RecoveryCodes made, app.database.write([&](db::Session& db) -> Result<RecoveryCodes> {
        KONBIT_TRY(const Account account, find(db, by.viewer(), by.account()));
        KONBIT_TRY(auto codes, renew_recovery_codes(db, app, account.id));
        audit::note_rights(db, {"account", account.id.view()}, {{"recovery_codes", "set", "renewed"}}, now);
        KONBIT_CHECK(tell_changed(db, app, account, "recovery_codes_new", now));
        return RecoveryCodes{std::move(codes)};
    }));
    return shown_once(std::move(made));
}

/// The password stands alone from now on, so it must be as long as that asks for.
Result<void> check_alone(App& app, const Account& account, std::string_view password) {
    if (!account.password_hash) return {};
    if (!prove_password(app, account.email, password))
        return failure(ErrorCode::invalid, "invalid", {{"/password", "wrong_password"}});
    return check_new_password(password, account);
}

Result<http::NoContent> turn_off(App& app, const http::Request& request, const Proven& by,
                                 Create<ChosenPassword> present) {
    KONBIT_TRY(const Account account,
               app.database.read([&](db::Session& db) { return find(db, by.viewer(), by.account()); }));
    KONBIT_CHECK(app.limits.admit_sign_in(request.client, account.email_folded));
    KONBIT_CHECK(check_alone(app, account, present.password));
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& db) -> Result<void> {
        remove_codes(db, account.id);
        KONBIT_CHECK(check_factor_left(db, app, account.id, now));
        audit::note_rights(db, {"account", account.id.view()}, {{"codes", "set", ""}}, now);
        return tell_changed(db, app, account, "codes_off", now);
    }));
    return http::NoContent{};
}

}  // namespace

std::span<const http::Route<App>> entrance_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/account/entrances", "How the own account is entered", in_session_of_any_factor,
              show),
        route(http::put, "/api/account/password", "Sets the own password and ends the other sessions",
              recently_proven, set_password),
        route(http::put, "/api/account/email", "Mails a link to another address that the account is to have",
              recently_proven, set_email),
        route(http::post, "/api/account/codes", "Makes the secret of an authenticator app", may_set_up_factor,
              begin),
        route(http::post, "/api/account/codes/confirm",
              "Turns codes on by the first one; answers with recovery codes", may_set_up_factor, confirm),
        route(http::post, "/api/account/codes/recovery", "Replaces the recovery codes", recently_proven,
              renew),
        route(http::post, "/api/account/codes/remove", "Turns codes off", recently_proven, turn_off),
    };
    return all;
}

}  // namespace konbit::accounts
