// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/permission/capabilities.hpp"
#include "features/totals/totals.hpp"

namespace konbit::totals {

/// Totals of the released waves of a cluster. That the viewer may read them is the policy's word
/// (totals_policy.hpp).
/// @return ErrorCode::unavailable with "wave_key" when sealed answers cannot be opened.
Result<ClusterTotals> totals_of_cluster(App& app, const Viewer& viewer, const ClusterId& id);

}  // namespace konbit::totals
