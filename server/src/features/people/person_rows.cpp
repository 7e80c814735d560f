// SPDX-License-Identifier: Apache-2.0
#include "features/people/person_rows.hpp"

#include "db/columns.hpp"

namespace konbit::people {

PersonId add_person(db::Session& session, Person person, const history::Author& author) {
    person.id = new_id<PersonId>();
    person.version = 1;
    person.created_at = author.at.now;
    person.updated_at = author.at.now;
    db::insert(session, "people", person);
    history::record<Person>(session, history::Kind::person, person.id, {}, person, author);
    return person.id;
}

void write_person(db::Session& session, const Person& stored, Person person, const history::Author& author) {
    person.version = stored.version;
    if (const auto written = db::update(session, "people", std::move(person)))
        history::record<Person>(session, history::Kind::person, stored.id, stored, *written, author);
}

ContactRoleId add_role(db::Session& session, const PersonId& person, ContactRole role) {
    role.id = new_id<ContactRoleId>();
    role.person_id = person;
    role.version = 1;
    db::insert(session, "contact_roles", role);
    return role.id;
}

bool remove_without_role(db::Session& session, const PersonId& person) {
    const auto removed = session.change(
        "DELETE FROM people WHERE id = $1 AND account_id IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM contact_roles r WHERE r.person_id = people.id)",
        person);
    if (removed > 0) history::forget(session, history::Kind::person, person.view());
    return removed > 0;
}

}  // namespace konbit::people
