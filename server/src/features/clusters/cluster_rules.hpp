// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/clusters/cluster.hpp"

namespace konbit {

/// Returns the cluster with its texts trimmed, its sort key made and its seat first among its countries, if
/// it satisfies every rule that needs no database.
/// @return ErrorCode::invalid with one FieldError per broken rule.
Result<Cluster> checked(Cluster cluster);
/// The same with everything that the profile says.
/// @param current_year  Gregorian year; passed in so that tests control the clock.
Result<ClusterDetails> checked(ClusterDetails cluster, int current_year);

}  // namespace konbit
