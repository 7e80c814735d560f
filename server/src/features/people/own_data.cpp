// SPDX-License-Identifier: Apache-2.0
#include "features/people/own_data.hpp"

#include "db/columns.hpp"
#include "features/accounts/account_store.hpp"
#include "features/passkeys/passkey_store.hpp"
#include "features/team/team_store.hpp"

namespace konbit::people {

namespace {

std::vector<PersonPage> own_people(db::Session& session, const AccountId& account) {
    std::vector<PersonPage> pages;
    for (auto& person : session.query<Person>(
             "SELECT " + db::columns<Person>() + " FROM people WHERE account_id = $1 ORDER BY id", account)) {
        PersonPage page;
        page.roles = session.query<NamedRole>(
            "SELECT " + db::columns<ContactRole>("r") +
                ", o.name, c.name FROM contact_roles r LEFT JOIN organizations o ON o.id = r.organization_id"
                " LEFT JOIN clusters c ON c.id = r.cluster_id WHERE r.person_id = $1 ORDER BY r.id",
            person.id);
        static_cast<Person&>(page) = std::move(person);
        pages.push_back(std::move(page));
    }
    return pages;
}

}  // namespace

Result<OwnData> collect(db::Session& session, const SignedIn& by, Instant now) {
    OwnData data;
    data.made_at = now;
    KONBIT_TRY(data.account, accounts::find(session, by.viewer(), by.account()));
    data.grants = accounts::grants_of(session, by.account());
    data.people = own_people(session, by.account());
    data.team_showings = team::list_of_account(session, by.account());
    data.sessions = session.query<OwnSession>(
        "SELECT device, created_at, last_seen_at, expires_at FROM sessions WHERE account_id = $1 ORDER BY "
        "created_at",
        by.account());
    data.passkeys = passkeys::list(session, by.viewer());
    data.saved_views = session.query<SavedView>(
        "SELECT " + db::columns<SavedView>() + " FROM saved_views WHERE account_id = $1 ORDER BY id",
        by.account());
    data.mails = session.query<OwnMail>(
        "SELECT subject, state, created_at FROM outbox_mail WHERE lower(recipient) = $1 ORDER BY created_at",
        data.account.email_folded);
    data.changes = session.query<OwnChange>(
        "SELECT kind, record_id, action, changed_at FROM changes WHERE account_id = $1"
        " ORDER BY changed_at DESC, id DESC LIMIT 1000",
        by.account());
    return data;
}

}  // namespace konbit::people
