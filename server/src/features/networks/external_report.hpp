// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/network_report.hpp"

namespace konbit::networks {

/// What the members say of organizations outside the cluster. Nothing of it is part of their own network.
///
/// Counts rest on observed rows. How many name a single organization is told of open answers only; below 65%
/// response no share is.
/// @return Nothing when the wave does not ask, or lists no such organization.
std::optional<ExternalReport> externals_of(const WaveData& data);

}  // namespace konbit::networks
