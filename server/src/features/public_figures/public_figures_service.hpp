// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/clusters/cluster.hpp"
#include "features/permission/capabilities.hpp"
#include "features/public_figures/public_figures.hpp"

namespace konbit::public_figures {

/// What was released of a cluster and may be shown; no wave where that is nothing.
/// @return ErrorCode::unavailable with "wave_key" when sealed answers cannot be opened.
Result<PublicNetwork> network_of(App& app, const Viewer& viewer, const ClusterProfile& cluster);

/// How far a wave is on its way, with what keeps final results back.
Result<Publicity> publicity_of(App& app, const WaveFacilitator& by);

}  // namespace konbit::public_figures
