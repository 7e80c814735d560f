// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "core/result.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/people/person.hpp"
#include "features/permission/grant.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit {

using PersonInvitationId = Id<struct PersonInvitationTag>;

/// The way to an account for one person: a mailed link, used once (glossary: "invitation").
struct PersonInvitation {
    PersonInvitationId id{};  ///< Random: it stands in the address.
    PersonId person_id{};
    std::string email;  ///< Where it was sent; the account will have this address.
    Role role = Role::member;
    Scope scope = Scope::cluster;
    std::string scope_id;
    AccountId invited_by{};
    Instant created_at{};
    Instant expires_at{};
    std::optional<Instant> accepted_at;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &PersonInvitation::id, Access::never_sent),
            field("person_id", &PersonInvitation::person_id, Access::read_only),
            field("email", &PersonInvitation::email, Access::read_only),
            field("role", &PersonInvitation::role),
            field("scope", &PersonInvitation::scope),
            field("scope_id", &PersonInvitation::scope_id),
            field("invited_by", &PersonInvitation::invited_by, Access::read_only),
            field("created_at", &PersonInvitation::created_at, Access::read_only),
            field("expires_at", &PersonInvitation::expires_at, Access::read_only),
            field("accepted_at", &PersonInvitation::accepted_at, Access::read_only),
        };
    }

    /// What the account will be granted.
    Grant grant() const {
        Grant grant;
        grant.role = role;
        grant.scope = scope;
        grant.scope_id = scope_id;
        return grant;
    }
};

namespace people {

/// The purpose for which the installation key is derived (features/keys).
inline constexpr std::string_view invitation_purpose = "invitations";
inline constexpr std::int64_t invitation_lifetime_ms = 14 * day_ms;

/// The address to send. The secret stands behind `#`, so that no server log holds it; it is an HMAC of the
/// random id by a key outside the database, so that a dump invites nobody.
std::string invitation_url(std::string_view base_url, const crypto::Key& key, const PersonInvitationId& id);

/// The invitation that what stands behind `#` names.
/// @return ErrorCode::unauthenticated "invitation_unknown" for anything that this installation did not make.
Result<PersonInvitationId> read_invitation(std::string_view token, const crypto::Key& key);
/// The same, made by whichever key of the installation.
Result<PersonInvitationId> read_invitation(std::string_view token, const InstallationKeys& keys);

/// @return ErrorCode::unauthenticated "invitation_used" or "invitation_ended".
Result<void> check_open(const PersonInvitation& invitation, Instant now);

}  // namespace people
}  // namespace konbit
