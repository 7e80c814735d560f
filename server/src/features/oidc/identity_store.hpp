// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/app.hpp"
#include "features/oidc/id_token.hpp"
#include "features/oidc/identity.hpp"
#include "features/oidc/provider.hpp"
#include "features/permission/account_policies.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace konbit::oidc {

/// @return Those of the viewer's own account, oldest first.
std::vector<Identity> list(db::Session& db, const Viewer& viewer);

/// Of a person who is signing in, before anybody is known: found by issuer and subject, and by nothing else.
std::optional<Identity> find_by_subject(db::Session& db, const System& by, std::string_view issuer,
                                        std::string_view subject);

/// Notes that somebody came in by it.
void mark_used(db::Session& db, const System& by, const IdentityId& identity, Instant now);

/// Lets an account be entered by a person of a provider from now on, and tells the owner by mail.
/// @param by  Stands for the attempt: begun in a proven session of the account, or by its invitation.
/// @return ErrorCode::conflict "identity_taken" when it enters any account already, "too_many_identities".
Result<void> link(db::Session& db, const App& app, const System& by, const Account& account,
                  const OidcProvider& provider, const Claims& claims, Instant now);

/// @return ErrorCode::not_found when it is none of the own account; ErrorCode::conflict "last_entrance" when
/// neither password, passkey nor another provider would be left.
Result<void> remove(App& app, const Proven& by, const IdentityId& identity);

}  // namespace konbit::oidc
