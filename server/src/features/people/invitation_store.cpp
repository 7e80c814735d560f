// SPDX-License-Identifier: Apache-2.0
#include "features/people/invitation_store.hpp"

#include "db/columns.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/people/person_rows.hpp"
#include "features/people/person_store.hpp"
#include "features/permission/handing_on.hpp"
#include "features/permission/own_firms.hpp"
#include "features/permission/scope_names.hpp"

#include <algorithm>

namespace konbit::people {

namespace {

std::optional<PersonInvitation> find_row(db::Session& session, const PersonInvitationId& id) {
    return session.one<PersonInvitation>(
        "SELECT " + db::columns<PersonInvitation>() + " FROM person_invitations WHERE id = $1", id);
}

Result<PersonInvitation> find_usable(db::Session& session, const PersonInvitationId& id, Instant now) {
    auto invitation = find_row(session, id);
    if (!invitation) return failure(ErrorCode::unauthenticated, "invitation_ended");
    KONBIT_CHECK(check_open(*invitation, now));
    return *std::move(invitation);
}

bool holds_already(db::Session& session, const Person& person, const Grant& wanted, Instant now) {
    if (!person.account_id) return false;
    return std::ranges::any_of(accounts::grants_of(session, *person.account_id, now), [&](const Grant& held) {
        return !held.held_for && held.is_same_role(wanted);
    });
}

/// A facilitator of a cluster can be kept neutral by the installation.
template <class Who>
Result<void> check_neutral(db::Session& session, const Who& who, const Grant& wanted) {
    if (wanted.role != Role::facilitator || wanted.scope != Scope::cluster) return {};
    const auto cluster = ClusterId::parse(wanted.scope_id.value_or(""));
    return cluster ? check_may_run(session, own_firms(session, who, *cluster)) : Result<void>{};
}

Result<void> may_invite(db::Session& session, const Person& person, const Grant& wanted,
                        const PersonKeeper& by, Instant now) {
    if (!may_hand_on(session, by.viewer().grants(), wanted))
        return failure(ErrorCode::invalid, "invalid", {{"/scope_id", "not_yours_to_give"}});
    if (!person.email) return failure(ErrorCode::conflict, "no_email");
    if (person.consent == ContactConsent::withdrawn) return failure(ErrorCode::conflict, "consent_withdrawn");
    if (holds_already(session, person, wanted, now)) return failure(ErrorCode::conflict, "has_account");
    return check_neutral(session, person.id, wanted);
}

/// Having opened the own mail and set a password is agreeing.
void link_account(db::Session& session, const PersonInvitation& invitation, const AccountId& account,
                  Instant now) {
    const auto stored = session.one<Person>("SELECT " + db::columns<Person>() + " FROM people WHERE id = $1",
                                            invitation.person_id);
    if (!stored) return;
    Person person = *stored;
    person.account_id = account;
    person.updated_at = now;
    if (person.consent == ContactConsent::not_asked) {
        person.consent = ContactConsent::given;
        person.consent_on = utc_date(now);
    }
    write_person(session, *stored, std::move(person), history::Author{account, now});
}

Result<AccountId> account_for(db::Session& session, const PersonInvitation& invitation,
                              const std::optional<Account>& made) {
    if (const auto known = accounts::find_by_email(session, System::viewer(), invitation.email))
        return known->id;
    if (!made) return failure(ErrorCode::unauthenticated, "invitation_ended");
    KONBIT_TRY(const Account account, accounts::insert(session, System{}, *made));
    return account.id;
}

}  // namespace

Result<PersonInvitation> invite(db::Session& session, const InvitationDraft& draft, const PersonKeeper& by,
                                Instant now) {
    KONBIT_TRY(const PersonPage person, find(session, by));
    PersonInvitation invitation;
    invitation.id = PersonInvitationId(new_uuid_v4());
    invitation.person_id = person.id;
    invitation.role = draft.role;
    invitation.scope = draft.scope;
    invitation.scope_id = draft.scope_id;
    KONBIT_CHECK(may_invite(session, person, invitation.grant(), by, now));
    invitation.email = *person.email;
    invitation.invited_by = by.viewer().account().value();
    invitation.created_at = now;
    invitation.expires_at = now + invitation_lifetime_ms;
    session.change("DELETE FROM person_invitations WHERE person_id = $1 AND accepted_at IS NULL", person.id);
    db::insert(session, "person_invitations", invitation);
    return invitation;
}

Result<OpenInvitation> find_open(db::Session& session, const PersonInvitationId& id, Instant now) {
    OpenInvitation open;
    KONBIT_TRY(open.invitation, find_usable(session, id, now));
    const PersonInvitation& invitation = open.invitation;
    const auto person = session.one<Person>("SELECT " + db::columns<Person>() + " FROM people WHERE id = $1",
                                            invitation.person_id);
    open.person_name = person->name;
    open.language = person->language;
    open.scope_name = scope_name(session, invitation.grant(), person->language);
    open.inviter_name =
        session.value<std::string>("SELECT name FROM accounts WHERE id = $1", invitation.invited_by);
    open.has_account = accounts::find_by_email(session, System::viewer(), invitation.email).has_value();
    return open;
}

Result<void> accept(db::Session& session, const PersonInvitationId& id, const std::optional<Account>& made,
                    Instant now) {
    KONBIT_TRY(const PersonInvitation invitation, find_usable(session, id, now));
    // Rights are asked for again: who has left since gives nothing away.
    if (!may_hand_on(session, accounts::grants_of(session, invitation.invited_by, now), invitation.grant()))
        return failure(ErrorCode::unauthenticated, "invitation_void");
    KONBIT_TRY(const AccountId account, account_for(session, invitation, made));
    KONBIT_CHECK(check_neutral(session, account, invitation.grant()));
    KONBIT_CHECK(check_neutral(session, invitation.person_id, invitation.grant()));
    Grant grant = invitation.grant();
    grant.id = new_id<GrantId>();
    grant.account_id = account;
    grant.created_at = now;
    grant.given_by = invitation.invited_by;
    KONBIT_CHECK(accounts::insert(session, System{}, grant));
    session.change("UPDATE person_invitations SET accepted_at = $2 WHERE id = $1", id, now);
    link_account(session, invitation, account, now);
    return {};
}

}  // namespace konbit::people
