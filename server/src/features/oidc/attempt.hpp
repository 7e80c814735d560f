// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/result.hpp"
#include "db/session.hpp"
#include "features/accounts/account.hpp"
#include "features/people/invitation.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace konbit::oidc {

/// What somebody goes to a provider for.
enum class AttemptPurpose {
    sign_in,
    link,        ///< From a session of the account, whose owner was proven just before.
    invitation,  ///< To accept an invitation, which makes an account.
};
constexpr auto names(AttemptPurpose) {
    return std::to_array<std::string_view>({"sign_in", "link", "invitation"});
}

/// Somebody is at a provider and is to come back once, in the same browser, within ten minutes.
struct Attempt {
    std::string state_sha256;  ///< The provider hands the state back; we keep its hash.
    std::string provider_id;
    AttemptPurpose purpose = AttemptPurpose::sign_in;
    std::optional<SessionId> session_id{};  ///< In which a link was asked for.
    std::optional<PersonInvitationId> invitation_id{};
    std::string browser_sha256;  ///< Of the secret in the browser's cookie.
    std::string return_to;       ///< Path of the app to go on to.
    Instant expires_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("state_sha256", &Attempt::state_sha256, Access::never_sent),
            field("provider_id", &Attempt::provider_id),
            field("purpose", &Attempt::purpose),
            field("session_id", &Attempt::session_id),
            field("invitation_id", &Attempt::invitation_id),
            field("browser_sha256", &Attempt::browser_sha256, Access::never_sent),
            field("return_to", &Attempt::return_to),
            field("expires_at", &Attempt::expires_at),
        };
    }
};

inline constexpr std::int64_t attempt_limit_ms = 10 * minute_ms;

/// What the browser keeps in a cookie while its person is at the provider. Nonce and verifier are made from
/// it, so that neither stands in the database, and nobody else's browser can finish the attempt.
struct BrowserSecret {
    std::string text;

    std::string nonce() const;      ///< Comes back inside the ID token.
    std::string verifier() const;   ///< Of PKCE (RFC 7636): 43 characters.
    std::string challenge() const;  ///< S256 of the verifier.
};

/// An attempt that has begun: what the provider and the browser are given.
struct Begun {
    std::string state;
    BrowserSecret browser;
};

/// @param attempt  Its hashes and end are filled in.
Begun begin(db::Session& db, Attempt attempt, Instant now);

/// Uses an attempt up: of two at once, one gets it. An attempt of another browser is used up as well.
/// @return Nothing when there is none of that state and browser, or it is too late.
std::optional<Attempt> take(db::Session& db, std::string_view state, const BrowserSecret& browser,
                            Instant now);

}  // namespace konbit::oidc
