// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/history/history.hpp"
#include "features/people/person.hpp"
#include "features/permission/capabilities.hpp"

#include <optional>
#include <vector>

/// People and their roles. Facilitators know the people of their clusters, organizations their own; each sees
/// the roles of the own scope only.
namespace konbit::people {

/// The people of a cluster by name, with their roles in it.
/// @param organization  Narrows to the people of one member; empty for all.
Result<Page<PersonPage>> list(db::Session& session, const Facilitator& by,
                              const std::optional<OrganizationId>& organization, const PageRequest& page);

/// The people of an organization by name, with their roles in it.
Result<Page<PersonPage>> list(db::Session& session, const OrganizationStaff& by, const PageRequest& page);

Result<PersonPage> find(db::Session& session, const PersonKeeper& by);

/// Enters a person of the facilitator's cluster, in the role of the draft.
/// @return ErrorCode::invalid with what the rules find, and "unknown" at /organization_id for no member.
Result<PersonPage> insert(db::Session& session, const NewPerson& draft, const Facilitator& by,
                          const history::Occasion& at);

/// Enters a person of the organization; the draft names no other.
Result<PersonPage> insert(db::Session& session, const NewPerson& draft, const OrganizationStaff& by,
                          const history::Occasion& at);

/// Writes a person that was found before; rosters on which the person is the contact follow.
/// @return ErrorCode::stale when it was changed meanwhile.
Result<PersonPage> update(db::Session& session, Person person, const PersonKeeper& by,
                          const history::Occasion& at);

/// Gives the person one more role, in a scope of the keeper's.
/// @return ErrorCode::invalid with "required" when the role is nowhere and "unknown" when the keeper may not
/// give it
///         there; "without_member" at /is_primary unless it is in a member of a cluster.
Result<PersonPage> insert_role(db::Session& session, ContactRole role, const PersonKeeper& by,
                               const history::Occasion& at);

/// Changes what the role is, whether it is the primary one, and its days. A role that ends is primary no
/// more.
/// @return ErrorCode::stale when it was changed meanwhile.
Result<PersonPage> update_role(db::Session& session, ContactRole role, const PersonKeeper& by,
                               const history::Occasion& at);

/// @return ErrorCode::not_found for a role that the keeper may not know of.
Result<ContactRole> find_role(db::Session& session, const PersonKeeper& by, const ContactRoleId& id);

/// Takes a role away; a person without any other role and without an account goes with it.
Result<void> remove_role(db::Session& session, const ContactRole& role, const PersonKeeper& by);

/// Two entries of a cluster that seem to mean one human being.
struct PersonPair {
    PersonPage first;
    PersonPage second;
    std::string because;  ///< "email", "phone" or "name": the strongest that is the same.

    static constexpr auto fields() {
        return std::tuple{
            field("first", &PersonPair::first, Access::read_only),
            field("second", &PersonPair::second, Access::read_only),
            field("because", &PersonPair::because, Access::read_only),
        };
    }
};
/// Pairs of the facilitator's people with the same address or telephone, or the same name.
/// @return At most 100 pairs.
std::vector<PersonPair> list_duplicates(db::Session& session, const Facilitator& by);

/// Makes one of two: roles, groups and what is missing go to the kept one, the other entry is removed.
/// @return ErrorCode::invalid at /other_id for oneself and for nobody of the keeper's; ErrorCode::conflict
///         "both_have_accounts".
Result<PersonPage> merge(db::Session& session, const PersonId& other, const PersonKeeper& by,
                         const history::Occasion& at);

}  // namespace konbit::people
