// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/grant.hpp"
#include "features/tokens/token.hpp"
#include "http/rate_limit.hpp"
#include "http/request.hpp"
#include "http/service.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace konbit::tokens {

/// Programs that look for lost secrets know a token by its beginning.
inline constexpr std::string_view token_prefix = "kbt_";

/// Whether a request of the API comes with a token, or with anything in a token's place. Then cookies that
/// come beside it count for nothing.
bool has_token(const http::Request& request);

/// Who a request acts for by its token.
struct TokenHolder {
    TokenId token{};
    AccountId account{};
    std::vector<Grant> grants;  ///< None when all that the token may is to read the directory.
};

/// The audit log then knows whose token it is, also of one that is refused.
/// @return ErrorCode::unauthenticated "token_unknown" for none, one that has ended, one of a disabled
/// account, and any other scheme than Bearer; ErrorCode::forbidden "token_scope" when the route is not of its
/// scopes; ErrorCode::malformed "two_credentials" when a session comes beside it.
Result<TokenHolder> holder_of(App& app, const http::Request& request);

/// Stands before the policy of every route: refuses what a token may not, and counts what it may.
class TokenGate {
  public:
    explicit TokenGate(App& app) : app_(app) {}

    /// @return As holder_of(), and ErrorCode::too_many_requests.
    Result<void> admit(const http::Request& request);

  private:
    App& app_;
    http::RateLimiter requests_{{300, std::chrono::seconds(60)}};
};

/// The same endpoints behind the gate, which outlives them.
std::vector<http::Endpoint> guarded(std::vector<http::Endpoint> endpoints, TokenGate& gate);

}  // namespace konbit::tokens
