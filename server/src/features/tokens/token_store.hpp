// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/app.hpp"
#include "features/permission/account_policies.hpp"
#include "features/tokens/token.hpp"

#include <string_view>
#include <vector>

namespace konbit::tokens {

/// @return Those of the viewer's own account that have not ended, the newest first.
std::vector<Token> list(db::Session& db, const Viewer& viewer, Instant now);

/// Makes a token and tells the owner by mail.
/// @return ErrorCode::invalid with /name, /scopes or /days; ErrorCode::conflict "too_many_tokens".
Result<NewToken> make(App& app, const Proven& by, const TokenDraft& draft);

/// Ends a token at once. @return ErrorCode::not_found when it is none of the own account.
Result<void> revoke(App& app, const OwnSessionHolder& by, const TokenId& token);

}  // namespace konbit::tokens
