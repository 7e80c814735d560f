// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/entering.hpp"
#include "features/accounts/password_rules.hpp"
#include "features/accounts/session_store.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/limits.hpp"
#include "features/mail/outbox.hpp"
#include "features/people/invitation_store.hpp"
#include "features/people/person_routes.hpp"
#include "features/permission/policies.hpp"
#include "features/texts/catalog.hpp"

namespace konbit {

namespace {

using people::InvitationDraft;
using people::OpenInvitation;

struct InvitationToken {
    std::string token;  ///< What stands behind `#` in the address.

    static constexpr auto fields() { return std::tuple{field("token", &InvitationToken::token)}; }
};

struct Acceptance {
    std::string token;
    std::string password;  ///< A new one, or that of the account which has the address already.

    static constexpr auto fields() {
        return std::tuple{field("token", &Acceptance::token), field("password", &Acceptance::password)};
    }
};

/// What whoever holds the link is shown before deciding.
struct InvitationPage {
    std::string name;
    std::string email;
    Role role = Role::member;
    Scope scope = Scope::cluster;
    std::string scope_name;
    std::string inviter_name;
    bool has_account = false;

    static constexpr auto fields() {
        return std::tuple{
            field("name", &InvitationPage::name),
            field("email", &InvitationPage::email),
            field("role", &InvitationPage::role),
            field("scope", &InvitationPage::scope),
            field("scope_name", &InvitationPage::scope_name),
            field("inviter_name", &InvitationPage::inviter_name),
            field("has_account", &InvitationPage::has_account),
        };
    }
};

mail::Mail invitation_mail(const App& app, const OpenInvitation& open) {
    const auto key = app.keys.derive(people::invitation_purpose);
    const Params params{
        {"name", open.person_name},
        {"inviter", open.inviter_name},
        {"scope", open.scope_name},
        {"url", people::invitation_url(app.config.base_url, key, open.invitation.id)},
    };
    return {.recipient = open.invitation.email,
            .recipient_name = open.person_name,
            .subject = app.texts.text(open.language, "mail.invitation.subject"),
            .body = app.texts.text(open.language, "mail.invitation.text", params),
            .language = open.language};
}

Result<PersonInvitation> invite(App& app, PersonId, const PersonKeeper& by, Create<InvitationDraft> draft) {
    KONBIT_CHECK(app.limits.admit_invitation(by.viewer().account()->view()));
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<PersonInvitation> {
        KONBIT_TRY(PersonInvitation made, people::invite(session, draft, by, now));
        KONBIT_TRY(const OpenInvitation open, people::find_open(session, made.id, now));
        KONBIT_CHECK(mail::queue_mail(session, app.keys, invitation_mail(app, open), now));
        return made;
    });
}

Result<OpenInvitation> opened(App& app, const http::Request& request, std::string_view token) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    KONBIT_TRY(const PersonInvitationId id, people::read_invitation(token, app.keys));
    return app.database.read(
        [&](db::Session& session) { return people::find_open(session, id, app.clock.now()); });
}

Result<http::Answer<InvitationPage>> look(App& app, const http::Request& request,
                                          Create<InvitationToken> body) {
    KONBIT_TRY(const OpenInvitation open, opened(app, request, body.token));
    return http::Answer<InvitationPage>{
        .value = {open.person_name, open.invitation.email, open.invitation.role, open.invitation.scope,
                  open.scope_name, open.inviter_name, open.has_account},
        .has_secrets = true};
}

/// The account that accepting makes. Hashing takes its time, so it is done before the transaction.
Result<Account> new_account(const OpenInvitation& open, const std::string& password, Instant now) {
    Account account;
    account.id = new_id<AccountId>();
    account.email = open.invitation.email;
    account.name = open.person_name;
    account.language = open.language;
    account.created_at = now;
    account.updated_at = now;
    KONBIT_TRY(account, accounts::checked(std::move(account)));
    KONBIT_CHECK(accounts::check_new_password(password, account));
    account.password_hash = accounts::password_hash_of(password);
    return account;
}

/// Who has an account proves it first; who has none gets one.
Result<std::optional<Account>> proven(App& app, const OpenInvitation& open, const std::string& password) {
    if (!open.has_account) return new_account(open, password, app.clock.now());
    KONBIT_CHECK(accounts::prove_password(app, open.invitation.email, password));
    return std::nullopt;
}

Result<http::Response> accept(App& app, const http::Request& request, Create<Acceptance> body) {
    KONBIT_TRY(const OpenInvitation open, opened(app, request, body.token));
    KONBIT_CHECK(app.limits.admit_sign_in(request.client, accounts::folded_email(open.invitation.email)));
    KONBIT_TRY(const std::optional<Account> made, proven(app, open, body.password));
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write(
        [&](db::Session& session) { return people::accept(session, open.invitation.id, made, now); }));
    KONBIT_TRY(const Account account, accounts::prove_password(app, open.invitation.email, body.password));
    KONBIT_TRY(const auto entered,
               accounts::enter(app, account, Entrance::password, accounts::visitor_of(request)));
    // Who wants a code beside the password is not let in without: the page leads to the sign-in then.
    http::Response response{.status = 204};
    accounts::keep_in_browser(response.headers, entered, request.secure);
    return response;
}

}  // namespace

std::span<const http::Route<App>> invitation_routes() {
    using enum http::Method;
    using http::route;
    static const std::array all{
        route(post, "/api/people/{id}/invite", "Mails the person a link that leads to an account",
              may_keep_person, invite),
        route(post, "/api/invitations/look", "What an invitation offers, for whoever holds its link", anyone,
              look),
        route(post, "/api/invitations/accept", "Accepts an invitation and signs in", anyone, accept),
    };
    return all;
}

}  // namespace konbit
