// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/network_report.hpp"

namespace konbit::networks {

/// The map: members at places that stay the same through all waves, and every tie that may be shown by name.
/// Sealed questions have no part in it, neither in ties nor in places, circles or sizes.
MapReport map_of(const WaveData& data, disclosure::ReportLevel level);

}  // namespace konbit::networks
