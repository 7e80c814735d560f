// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/history/history.hpp"
#include "features/people/person.hpp"

/// Rows of people and roles without asking who may: for the slice's own stores, which do.
namespace konbit::people {

/// Gives the person an id and times. @return The id.
PersonId add_person(db::Session& session, Person person, const history::Author& author);

/// Writes the person over the stored one, whatever its version.
void write_person(db::Session& session, const Person& stored, Person person, const history::Author& author);

/// @return The id of the role.
ContactRoleId add_role(db::Session& session, const PersonId& person, ContactRole role);

/// Removes a person who has neither a role nor an account; what the history kept of them goes too.
/// @return Whether there was one.
bool remove_without_role(db::Session& session, const PersonId& person);

}  // namespace konbit::people
