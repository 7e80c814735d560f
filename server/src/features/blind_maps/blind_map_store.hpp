// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/blind_maps/blind_map_request.hpp"
#include "features/permission/capabilities.hpp"

#include <vector>

namespace konbit::blind_maps {

/// @param request  As checked() returned it.
BlindMapLine insert(db::Session& db, const WaveFacilitator& by, BlindMapRequest request, Instant now);

/// All requests of a wave, the newest first.
std::vector<BlindMapLine> list(db::Session& db, const WaveFacilitator& by);

/// What waits in the countries that the viewer keeps, the oldest first; at most 200.
std::vector<BlindMapLine> list_waiting(db::Session& db, const DirectoryEditor& by);

/// Lets the picture go for 30 days, or says why not.
/// @param refusal  Empty: approved.
/// @return ErrorCode::not_found out of reach; ErrorCode::conflict "already_decided"; ErrorCode::forbidden
///         "own_request" for whoever asked or facilitates the cluster.
Result<BlindMapLine> decide(db::Session& db, const DirectoryEditor& by, const BlindMapRequestId& id,
                            std::optional<std::string> refusal, Instant now);

/// Notes that a file leaves.
/// @return ErrorCode::not_found for another wave's request; ErrorCode::conflict "not_approved" for one that
/// waits, was
///         declined, or has expired.
Result<BlindMapLine> take(db::Session& db, const WaveFacilitator& by, const BlindMapRequestId& id,
                          Instant now);

}  // namespace konbit::blind_maps
