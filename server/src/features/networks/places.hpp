// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/layout.hpp"
#include "features/networks/wave_data.hpp"

namespace konbit::networks {

/// Where the members of all waves of a cluster stand on every map. The first wave is laid out by itself; each
/// later one adds its newcomers and its ties, and moves those who were there before little.
/// @return One point for each actor of the layout, in [-1, 1] both ways, y downward.
std::vector<network::Point> places_of(const LayoutData& layout);

}  // namespace konbit::networks
