// SPDX-License-Identifier: Apache-2.0
#include "features/people/membership_contact.hpp"

#include "db/columns.hpp"
#include "features/people/person_rows.hpp"
#include "features/people/person_rules.hpp"

#include <algorithm>

namespace konbit::people {

namespace {

bool has_contact(const Membership& membership) {
    return membership.contact_name || membership.contact_email || membership.contact_phone;
}

bool is_same_contact(const Membership& a, const Membership& b) {
    return a.contact_name == b.contact_name && a.contact_email == b.contact_email &&
           a.contact_phone == b.contact_phone && a.language == b.language;
}

ContactPlace place_of(const Membership& membership) {
    return {membership.cluster_id, membership.organization_id};
}

/// The person that the columns of the roster describe.
Person named_on(const Membership& membership) {
    Person person;
    person.email = membership.contact_email;
    person.phone = membership.contact_phone;
    person.language = membership.language;
    person.name = membership.contact_name.value_or(person.email.value_or(person.phone.value_or("")));
    prepare(person);
    return person;
}

std::optional<Person> primary_of(db::Session& session, const ContactPlace& place) {
    return session.one<Person>("SELECT " + db::columns<Person>("p") +
                                   " FROM people p JOIN contact_roles r ON r.person_id = p.id"
                                   " WHERE r.cluster_id = $1 AND r.organization_id = $2 AND r.is_primary",
                               place.cluster, place.organization);
}

/// A person of the cluster whom the roster may mean.
std::optional<Person> known_in(db::Session& session, const ClusterId& cluster, const Person& named) {
    const auto people = session.query<Person>(
        "SELECT " + db::columns<Person>() +
            " FROM people WHERE id IN (SELECT person_id FROM contact_roles WHERE cluster_id = $1)"
            " AND (email_folded = $2 OR phone_digits = $3) ORDER BY id",
        cluster, named.email_folded, named.phone_digits);
    // A shared office telephone is no proof: the name has to be the same, too.
    const auto found = std::ranges::find(people, named.name_folded, &Person::name_folded);
    return found == people.end() ? std::nullopt : std::optional(*found);
}

/// Who was the contact stays known as somebody who was it until today.
void end_primary(db::Session& session, const ContactPlace& place, Date today) {
    session.change(
        "UPDATE contact_roles SET is_primary = FALSE, until = $3, version = version + 1"
        " WHERE cluster_id = $1 AND organization_id = $2 AND is_primary",
        place.cluster, place.organization, today);
}

void correct(db::Session& session, const Person& stored, const Person& named, const history::Author& author) {
    Person person = stored;
    person.name = named.name;
    person.email = named.email;
    person.phone = named.phone;
    person.language = named.language;
    person.updated_at = author.at.now;
    prepare(person);
    write_person(session, stored, std::move(person), author);
}

void appoint(db::Session& session, const ContactPlace& place, const Person& named,
             const history::Author& author) {
    end_primary(session, place, utc_date(author.at.now));
    const auto known = known_in(session, place.cluster, named);
    const PersonId person = known ? known->id : add_person(session, named, author);
    if (known && known->consent != ContactConsent::withdrawn) correct(session, *known, named, author);
    ContactRole role;
    role.organization_id = place.organization;
    role.cluster_id = place.cluster;
    role.is_primary = true;
    role.since = utc_date(author.at.now);
    add_role(session, person, role);
}

}  // namespace

void follow_contact(db::Session& session, const std::optional<Membership>& before, const Membership& after,
                    const history::Author& author) {
    if (before ? is_same_contact(*before, after) : !has_contact(after)) return;
    const ContactPlace place = place_of(after);
    if (!has_contact(after)) return end_primary(session, place, utc_date(author.at.now));
    const Person named = named_on(after);
    const auto primary = primary_of(session, place);
    if (!primary || !is_same_human(*primary, named))
        appoint(session, place, named, author);
    else if (primary->consent != ContactConsent::withdrawn)
        correct(session, *primary, named, author);
    show_person(session, primary_of(session, place).value().id);
}

void show_contact(db::Session& session, const ContactPlace& place) {
    const auto person = primary_of(session, place);
    const bool may_write = person && person->consent != ContactConsent::withdrawn;
    const auto shown = [&](std::optional<std::string> Person::* member) {
        return may_write ? person.value().*member : std::nullopt;
    };
    // An entry that has only an address got it as its name; on the roster the name stays unknown then.
    const bool has_name = person && person->name != person->email && person->name != person->phone;
    session.change(
        "UPDATE memberships SET contact_name = $3, contact_email = $4, contact_phone = $5,"
        " language = COALESCE(CAST($6 AS TEXT), language), version = version + 1"
        " WHERE cluster_id = $1 AND organization_id = $2 AND (contact_name IS DISTINCT FROM $3 OR"
        " contact_email IS DISTINCT FROM $4 OR contact_phone IS DISTINCT FROM $5 OR"
        " language <> COALESCE(CAST($6 AS TEXT), language))",
        place.cluster, place.organization, has_name ? std::optional(person->name) : std::nullopt,
        shown(&Person::email), shown(&Person::phone),
        person ? std::optional(person->language) : std::nullopt);
}

void show_person(db::Session& session, const PersonId& person) {
    for (const auto& role :
         session.query<ContactRole>("SELECT " + db::columns<ContactRole>() +
                                        " FROM contact_roles WHERE person_id = $1 AND is_primary",
                                    person))
        if (role.cluster_id && role.organization_id)
            show_contact(session, {*role.cluster_id, *role.organization_id});
}

void note_consent(db::Session& session, const ContactPlace& place, Date given_on,
                  const history::Author& author) {
    const auto person = primary_of(session, place);
    if (!person || person->consent == ContactConsent::withdrawn) return;
    Person agreed = *person;
    agreed.consent = ContactConsent::given;
    agreed.consent_on = given_on;
    agreed.updated_at = author.at.now;
    write_person(session, *person, std::move(agreed), author);
}

void drop_contacts(db::Session& session, const ContactPlace& place) {
    const auto people = session.query<PersonId>(
        "SELECT person_id FROM contact_roles WHERE cluster_id = $1 AND organization_id = $2", place.cluster,
        place.organization);
    session.change("DELETE FROM contact_roles WHERE cluster_id = $1 AND organization_id = $2", place.cluster,
                   place.organization);
    for (const auto& person : people) remove_without_role(session, person);
}

int adopt_contacts(db::Session& session, const history::Author& author) {
    const auto memberships = session.query<Membership>(
        "SELECT " + db::columns<Membership>("m") +
        " FROM memberships m WHERE (m.contact_name IS NOT NULL OR m.contact_email IS NOT NULL OR"
        " m.contact_phone IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM contact_roles r WHERE"
        " r.cluster_id = m.cluster_id AND r.organization_id = m.organization_id AND r.is_primary)");
    for (const auto& membership : memberships) follow_contact(session, {}, membership, author);
    return static_cast<int>(memberships.size());
}

}  // namespace konbit::people
