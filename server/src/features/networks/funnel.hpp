// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/network_report.hpp"

namespace konbit::networks {

/// The steps from knowing to working together, in the order of asking; competitors are no step.
std::vector<FunnelStep> funnel_of(const WaveData& data);

}  // namespace konbit::networks
