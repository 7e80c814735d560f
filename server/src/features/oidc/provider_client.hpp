// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/oidc/discovery.hpp"
#include "features/oidc/signed_text.hpp"

#include <string>
#include <string_view>

/// What providers are asked over the network, and for how long their answers are kept in memory.
namespace konbit::oidc {

/// What providers publish is asked for again after this time, ...
inline constexpr std::int64_t published_limit_ms = hour_ms;
/// ... and their keys, when a text names one that is not among them, at most this often.
inline constexpr std::int64_t keys_again_ms = minute_ms;

/// @return ErrorCode::unavailable when the provider cannot be asked or its document is refused.
Result<Endpoints> endpoints_of(const App& app, const OidcProvider& provider);

/// The key that a signed text names, asked for anew when it is not known yet: providers change their keys.
/// @return ErrorCode::unauthenticated "key" when there is none.
Result<SigningKey> key_for(const App& app, const OidcProvider& provider, const SignedText& text);

/// What the provider wants beside the code.
struct Exchange {
    std::string code;
    std::string verifier;      ///< Of PKCE.
    std::string redirect_uri;  ///< The one that the code was sent to.
};

/// Exchanges the code for an ID token.
/// @return The token, not yet checked; ErrorCode::unavailable, also when the provider refuses the code.
Result<std::string> exchanged(const App& app, const OidcProvider& provider, const Exchange& exchange);

}  // namespace konbit::oidc
