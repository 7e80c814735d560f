// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/network_answer.hpp"
#include "app/network_input.hpp"

namespace konbit {

/// How members are seen by the others: perceived reliability, or value.
/// @param ratings  CSV with the columns rater and rated; every further column is an item, an empty cell an
/// item left out.
Read<NetworkAnswer> score_ratings(const std::string& ratings);

}  // namespace konbit
