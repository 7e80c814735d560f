// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/backings/backing.hpp"
#include "features/clusters/cluster.hpp"

namespace konbit::db {
class Session;
}

namespace konbit::backings {

/// Writes to everybody who may decide, in the caller's transaction.
Result<void> mail_request(db::Session& session, const App& app, const Backing& backing,
                          const Cluster& cluster, Instant now);

/// Tells the one who asked what was decided.
Result<void> mail_decision(db::Session& session, const App& app, const Backing& backing, Instant now);

}  // namespace konbit::backings
