// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "core/time.hpp"

#include <string>
#include <string_view>

/// What a provider says of a person, checked by OpenID Connect Core 1.0, section 3.1.3.7. Pure functions.
namespace konbit::oidc {

/// What an ID token must say to be for us, now, and for this very sign-in.
struct Expected {
    std::string_view issuer;
    std::string_view client_id;
    std::string_view nonce;
    Instant now{};
};

/// A person as the provider knows them.
struct Claims {
    std::string subject;  ///< With the issuer, the name that never changes; 1-255 characters.
    std::string label;    ///< By which the owner recognizes it: an address, or empty. It proves nothing.
    /// Whether the person has just shown the provider who they are: it says when that was, and it was within
    /// newest_proof_ms. Otherwise the provider may know them by a session that is open for days.
    bool is_proven = false;
};

/// Clocks may differ by this, ...
inline constexpr std::int64_t clock_skew_ms = minute_ms;
/// ... and a token is not older than this.
inline constexpr std::int64_t oldest_token_ms = 10 * minute_ms;
/// What somebody showed the provider counts as shown here for this time.
inline constexpr std::int64_t newest_proof_ms = 5 * minute_ms;

/// @param payload  JSON whose signature was verified.
/// @return ErrorCode::unauthenticated whose reason is the claim that is missing or wrong: "iss", "aud",
/// "azp", "exp", "nbf", "iat", "nonce", "sub", or "json".
Result<Claims> checked_claims(std::string_view payload, const Expected& expected);

}  // namespace konbit::oidc
