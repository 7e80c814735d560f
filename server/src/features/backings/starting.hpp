// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/backings/backing.hpp"
#include "features/clusters/cluster.hpp"
#include "features/permission/capabilities.hpp"

namespace konbit::db {
class Session;
}

namespace konbit::backings {

/// The cluster that the five fields describe, if they satisfy every rule that needs no database.
/// @return ErrorCode::invalid with /name, /country_code, /sector or /purpose.
Result<Cluster> checked(const ClusterStart& start);

/// Starts a cluster: a draft with the account as its facilitator, whose backing is asked for by mail.
/// @return As checked(); ErrorCode::invalid at /organization_id as request().
Result<Cluster> start(db::Session& session, const App& app, const ClusterStart& draft, const SignedIn& by,
                      Instant now);

}  // namespace konbit::backings
