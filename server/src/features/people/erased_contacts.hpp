// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "core/time.hpp"
#include "db/session.hpp"
#include "features/clusters/cluster.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/people/person.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// Contacts that were erased because they asked for it. What is kept is a mark made of the address by a key
/// of the installation: it recognizes the address when an old list brings it again, and says nothing to who
/// does not have it (docs/adr/0016-contacts-are-people.md).
namespace konbit::people {

/// How a person may be recognized: by the address, or by name and telephone, which an office may share.
struct Contact {
    std::optional<std::string> name;
    std::optional<std::string> email;
    std::optional<std::string> phone;
};

/// The contacts erased from one cluster: clusters do not learn from one another whom they knew.
class ErasedContacts {
  public:
    ErasedContacts(db::Session& session, const InstallationKeys& keys, const ClusterId& cluster);

    /// @return The day on which the contact was erased; nothing for one that never was.
    std::optional<Date> erased_on(const Contact& contact) const;

  private:
    crypto::Key key_;
    ClusterId cluster_;
    std::map<std::string, Date, std::less<>> marks_;
};

/// Marks a person as erased from every cluster in which it has a role; before the roles go.
void mark_erased(db::Session& session, const InstallationKeys& keys, const Person& person, Date today);

/// The contact is asked again: nothing is remembered of the erasure.
void forget_erased(db::Session& session, const InstallationKeys& keys, const ClusterId& cluster,
                   const Contact& contact);

}  // namespace konbit::people
