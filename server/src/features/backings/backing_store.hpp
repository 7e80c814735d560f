// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/page.hpp"
#include "db/session.hpp"
#include "features/backings/backing.hpp"
#include "features/backings/backing_judge.hpp"
#include "features/organizations/organization.hpp"
#include "features/permission/capabilities.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

/// Who stands behind the clusters that people start.
namespace konbit::backings {

/// The kinds of organization that help clusters to begin; firms do not vouch for firms.
inline constexpr auto supporters =
    std::to_array({OrganizationKind::bso, OrganizationKind::association, OrganizationKind::academia,
                   OrganizationKind::research, OrganizationKind::public_body, OrganizationKind::finance,
                   OrganizationKind::non_profit});
bool is_supporter(OrganizationKind kind);

/// Asks for the backing of a cluster that was just started.
/// @param organization  Empty: those who keep the country's directory are asked.
/// @return ErrorCode::invalid "unknown_code" at /organization_id when the account cannot see such an
/// organization, "not_a_supporter" when it is none that supports clusters.
Result<Backing> request(db::Session& session, const ClusterId& cluster,
                        const std::optional<OrganizationId>& organization, const SignedIn& by, Instant now);

/// Whether the cluster still waits for a backing, or was declined one.
bool is_missing(db::Session& session, const ClusterId& cluster);

/// The backing of a cluster, for those who edit it; nothing for one that needs none.
std::optional<Backing> find(db::Session& session, const ClusterEditor& by);

/// Whether the viewer asked for it, or stands in for whoever did.
bool has_asked(const Viewer& viewer, const Backing& backing);

/// A backing about which the viewer is asked: as one of the people of the organization named, or as one of
/// those who keep the country's directory.
std::optional<Backing> find_asked(db::Session& session, const Viewer& viewer, const BackingId& id);

/// What the account is asked to decide, oldest first; what it asked for itself is not among it.
std::vector<ListedBacking> list_open(db::Session& session, const SignedIn& by);

/// How many list_open() has for somebody who keeps a directory.
std::int64_t count_open(db::Session& session, const DirectoryEditor& by);

/// @return ErrorCode::conflict "already_decided"; ErrorCode::invalid "required" at /reason for a refusal
/// without one.
Result<Backing> decide(db::Session& session, const BackingJudge& by, const BackingDecision& decision,
                       Instant now);

/// Somebody to be written to.
struct Addressee {
    std::string email;
    std::string name;
    std::string language;

    static constexpr auto fields() {
        return std::tuple{field("email", &Addressee::email), field("name", &Addressee::name),
                          field("language", &Addressee::language)};
    }
};

/// The accounts that may decide: people of the organization asked, else those who keep the country's
/// directory.
std::vector<Addressee> judges_of(db::Session& session, const Backing& backing);

/// The account that asked; nothing when it is gone.
std::optional<Addressee> requester_of(db::Session& session, const Backing& backing);

}  // namespace konbit::backings
