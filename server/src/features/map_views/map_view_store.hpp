// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/map_views/map_view.hpp"
#include "features/permission/capabilities.hpp"

#include <vector>

/// Views of the map of one wave. Everything here is bound to the wave that the facilitator came for.
namespace konbit::map_views {

inline constexpr std::int64_t most_map_views = 30;

/// The facilitator's own views and those that others share, by name.
std::vector<ListedMapView> list(db::Session& session, const WaveFacilitator& by);

/// @return ErrorCode::not_found for one of somebody else, shared or not: it is read in the list and changed
/// by its maker.
Result<MapView> find(db::Session& session, const WaveFacilitator& by, const MapViewId& id);

/// @return ErrorCode::invalid at /name: "required", "too_long", "taken", or at a part of /scene;
/// ErrorCode::conflict "too_many_saved_views".
Result<MapView> insert(db::Session& session, MapView view, const WaveFacilitator& by);

/// @return As insert(), and ErrorCode::stale.
Result<MapView> update(db::Session& session, MapView view, const WaveFacilitator& by);

Result<void> remove(db::Session& session, const MapView& view, const WaveFacilitator& by);

}  // namespace konbit::map_views
