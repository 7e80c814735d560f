// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/suspensions/suspension.hpp"

#include <map>

namespace konbit::suspensions {

using ByCountry = std::map<std::string, std::vector<Suspension>, std::less<>>;

/// Those of every country that ended after `since`: anybody who is written to may know of them.
ByCountry list(db::Session& db, Instant since);

/// Those of the countries whose directory somebody keeps, the latest first; what is long over is left out.
std::vector<Suspension> list_kept(db::Session& db, const DirectoryEditor& by, Instant now);

/// @return ErrorCode::forbidden for a country out of reach; ErrorCode::invalid for one that is none.
Result<Suspension> insert(db::Session& db, const DirectoryEditor& by, Suspension suspension);

/// Ends it now; one that has not begun is taken back.
/// @return ErrorCode::not_found when there is none within reach.
Result<void> end(db::Session& db, const DirectoryEditor& by, const SuspensionId& id, Instant now);

}  // namespace konbit::suspensions
