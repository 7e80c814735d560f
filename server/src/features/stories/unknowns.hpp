// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/network_report.hpp"

namespace konbit::stories {

/// What the answers of a wave do not tell, in sentences: who is silent, which pairs nobody spoke of, what is
/// hidden and why, how sure an order of members can be. At least one: even a full answer is what people say.
std::vector<networks::Sentence> unknowns_of(const networks::WaveData& data,
                                            const networks::NetworkReport& report);

}  // namespace konbit::stories
