// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/history/history.hpp"
#include "features/memberships/membership.hpp"
#include "features/people/person.hpp"

#include <optional>
#include <vector>

/// The contact that stands on a roster and the person whom it names are one
/// (docs/adr/0016-contacts-are-people.md): personal links, mail and member lists know the roster's columns,
/// people have roles. Both are kept alike here.
namespace konbit::people {

/// Where a contact of a member stands.
struct ContactPlace {
    ClusterId cluster;
    OrganizationId organization;
};

/// Lets people follow a roster whose contact was written: the member's person takes over a corrected address,
/// another name makes another person the contact, and an empty contact leaves the member without one. Only
/// people of the same cluster are recognized again: clusters do not see one another's.
/// @param before  The membership as it was; empty for a new one.
void follow_contact(db::Session& session, const std::optional<Membership>& before, const Membership& after,
                    const history::Author& author);

/// Lets the roster follow its person: contact and language become those of the member's primary contact. Who
/// withdrew consent is named without address and telephone, so that no mail goes there.
void show_contact(db::Session& session, const ContactPlace& place);

/// Lets every roster follow on which the person is the contact.
void show_person(db::Session& session, const PersonId& person);

/// The member's contact agreed to stand on the roster and to be written to. Who withdrew consent before is
/// asked in person, not over the roster.
void note_consent(db::Session& session, const ContactPlace& place, Date given_on,
                  const history::Author& author);

/// The member is gone: so are the roles in it, and people who have no other.
void drop_contacts(db::Session& session, const ContactPlace& place);

/// Makes the people of contacts that were written before there were people. Done when the program starts;
/// once done it finds nothing to do.
/// @return How many people were made.
int adopt_contacts(db::Session& session, const history::Author& author);

}  // namespace konbit::people
