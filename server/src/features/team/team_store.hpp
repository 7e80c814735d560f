// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/permission/team_policies.hpp"
#include "features/team/team.hpp"

#include <optional>
#include <string>
#include <vector>

/// Who is shown on public pages, because they agreed to it.
namespace konbit::team {

/// The people on the page of an organization, by name: those with a present role there who agreed. Roles that
/// the organization's people have as members of a cluster stand on the cluster's page.
/// @param today  A role that ended before it is shown no more.
std::vector<TeamMember> list(db::Session& session, const OrganizationId& organization, Date today);
std::vector<TeamMember> list(db::Session& session, const ClusterId& cluster, Date today);

/// What was asked of the person, in the roles that the keeper may know of.
std::vector<TeamShowing> list_showings(db::Session& session, const PersonKeeper& by);

/// Notes that the person is asked about a role; an earlier answer stays until there is a new one.
/// @return ErrorCode::not_found for a role that the keeper may not know of; ErrorCode::conflict "no_email"
/// when there
///         is no address to ask at, "consent_withdrawn" when the person wants no mail.
Result<TeamQuestion> ask(db::Session& session, const PersonKeeper& by, const ContactRoleId& role,
                         Instant now);

/// Takes the person off the page.
/// @return ErrorCode::not_found for a role that the keeper may not know of, or about which nobody was asked.
Result<void> take_off(db::Session& session, const PersonKeeper& by, const ContactRoleId& role, Instant now);

/// What the holder of the link is asked.
/// @return ErrorCode::not_found when the role is gone.
Result<TeamQuestion> find(db::Session& session, const TeamPerson& by);

/// What the person wants to be shown beside name and role.
struct Agreement {
    std::vector<std::string> languages;
    bool shows_email = false;
    bool shows_phone = false;
};

/// The person agrees to the text of team_consent_version. Languages that are none of ours are left out.
Result<void> agree(db::Session& session, const TeamPerson& by, const Agreement& agreement, Instant now);

/// The person declines, or takes back what was agreed to.
void withdraw(db::Session& session, const TeamPerson& by, Instant now);

/// Everything of one person, for whoever asks what is held.
std::vector<TeamShowing> list_of_account(db::Session& session, const AccountId& account);

}  // namespace konbit::team
