// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/network_report.hpp"

namespace konbit::networks {

/// Five sentences, always five and in this order: who answered and what that allows; how much of knowing
/// becomes working together; who connects the others (open questions, from 80% response); what holds without
/// the facilitator; what to do next. Names are for the facilitator only.
std::vector<Sentence> sentences_of(const WaveData& data, const ResponseSummary& response);

}  // namespace konbit::networks
