// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/joins/join_request.hpp"

#include <string>
#include <vector>

/// Who asks to belong to an organization, and what its people answer.
namespace konbit::joins {

/// So many requests of one account may wait at once.
inline constexpr int most_waiting = 5;
/// Whoever was declined asks the same organization again after this time.
inline constexpr std::int64_t pause_ms = 30 * day_ms;
inline constexpr std::size_t longest_note = 500;

/// Asks the people of an organization.
/// @return ErrorCode::not_found "organization" for one that the account may not see; ErrorCode::conflict
///         "nobody_there" (then it is claimed instead), "has_role", "already_asked", "too_many_waiting",
///         "own_firm_is_member" when the account advises a cluster of that firm, or runs one and the
///         installation wants those apart; ErrorCode::invalid at /note.
Result<NamedJoinRequest> ask(db::Session& session, const OrganizationId& organization, const JoinDraft& draft,
                             const SignedIn& by, Instant now);

/// What waits for the people of an organization, the oldest first.
std::vector<NamedJoinRequest> list_waiting(db::Session& session, const OrganizationStaff& by);

/// What an account asked, with what was declined of late.
std::vector<NamedJoinRequest> list_own(db::Session& session, const SignedIn& by);

/// Takes an own request back. @return ErrorCode::not_found "join_request".
Result<void> withdraw(db::Session& session, const JoinRequestId& id, const SignedIn& by);

/// Gives whoever asked the role of a member of the organization.
/// @return The request as it was; ErrorCode::conflict "own_firm_is_member" as ask().
Result<NamedJoinRequest> approve(db::Session& session, const JoinJudge& by, Instant now);

/// Declines; whoever asked is told that it was, and not by whom.
Result<NamedJoinRequest> decline(db::Session& session, const JoinJudge& by, Instant now);

/// Somebody who decides.
struct Decider {
    std::string email;
    std::string name;
    std::string language;

    static constexpr auto fields() {
        return std::tuple{field("email", &Decider::email), field("name", &Decider::name),
                          field("language", &Decider::language)};
    }
};

/// The people of an organization, by address.
std::vector<Decider> list_deciders(db::Session& session, const OrganizationId& organization);

/// Removes what was declined before a moment, and what nobody answered in that time. @return How many.
std::int64_t remove_old(db::Session& session, Instant before);

}  // namespace konbit::joins
