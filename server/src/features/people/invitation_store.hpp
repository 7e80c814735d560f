// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/accounts/account.hpp"
#include "features/history/history.hpp"
#include "features/people/invitation.hpp"
#include "features/permission/capabilities.hpp"

#include <optional>
#include <string>

namespace konbit::people {

/// What somebody asks a person to become.
struct InvitationDraft {
    Role role = Role::member;
    Scope scope = Scope::cluster;
    std::string scope_id;

    static constexpr auto fields() {
        return std::tuple{field("role", &InvitationDraft::role), field("scope", &InvitationDraft::scope),
                          field("scope_id", &InvitationDraft::scope_id)};
    }
};

/// Makes the invitation of a person; an earlier one that was not used ends.
/// @return ErrorCode::invalid at /scope_id "not_yours_to_give" (see may_hand_on); ErrorCode::conflict
///         "no_email", "has_account" when the person can sign in and holds the role already,
///         "consent_withdrawn", "own_firm_is_member" (see check_may_run).
Result<PersonInvitation> invite(db::Session& session, const InvitationDraft& draft, const PersonKeeper& by,
                                Instant now);

/// An invitation with what its page shows.
struct OpenInvitation {
    PersonInvitation invitation;
    std::string person_name;
    std::string language;
    std::string scope_name;  ///< Of the cluster or organization.
    std::string inviter_name;
    bool has_account = false;  ///< Whether somebody signs in with the address already.
};

/// @return ErrorCode::unauthenticated as check_open() and read_invitation().
Result<OpenInvitation> find_open(db::Session& session, const PersonInvitationId& id, Instant now);

/// Uses the invitation: grants what it promises, to the account that has its address or to the one given, and
/// notes that the person agreed.
/// @param made  The account to be made; its address is the invitation's. Empty when there is one.
/// @return ErrorCode::unauthenticated "invitation_used", "invitation_ended" or, when the inviter may no
/// longer give
///         it, "invitation_void"; ErrorCode::conflict "own_firm_is_member" (see check_may_run).
Result<void> accept(db::Session& session, const PersonInvitationId& id, const std::optional<Account>& made,
                    Instant now);

}  // namespace konbit::people
