// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/statements/statement.hpp"

#include <optional>
#include <vector>

/// What members give and get: shown to the member itself and to the facilitator of its cluster.
namespace konbit::statements {

struct Period {
    std::optional<Date> from;  ///< Empty: from the beginning.
    std::optional<Date> to;    ///< Inclusive; empty: until today.
};

Result<Statement> find(db::Session& session, const StatementReader& by, const Period& period);

/// A membership that the viewer speaks for, so that its statement is found.
struct OwnMembership {
    MembershipId id{};
    ClusterId cluster_id{};
    std::string cluster_name;
    std::string organization_name;

    static constexpr auto fields() {
        return std::tuple{field("id", &OwnMembership::id), field("cluster_id", &OwnMembership::cluster_id),
                          field("cluster_name", &OwnMembership::cluster_name),
                          field("organization_name", &OwnMembership::organization_name)};
    }
};
/// Those of the own organizations, and those of which the account is a contact.
std::vector<OwnMembership> list_own(db::Session& session, const SignedIn& by);

/// @return ErrorCode::not_found for an entry of another cluster.
Result<StatementEntry> find_entry(db::Session& session, const Facilitator& by, const StatementEntryId& id);

Result<StatementEntry> insert(db::Session& session, StatementEntry entry, const MembershipId& membership,
                              const Facilitator& by, Instant now);

/// @return ErrorCode::stale when it was changed meanwhile.
Result<StatementEntry> update(db::Session& session, StatementEntry entry, const Facilitator& by, Instant now);

Result<void> remove(db::Session& session, const StatementEntry& entry, const Facilitator& by);

}  // namespace konbit::statements
