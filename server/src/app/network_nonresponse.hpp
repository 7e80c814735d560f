// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/network_answer.hpp"
#include "app/network_input.hpp"
#include "engine/network/observed_report.hpp"

namespace konbit {

/// What a report says of a network of which not everybody answered.
struct ObservedAnswer {
    network::Report report;             ///< Each metric on its basis, without what the response rate forbids.
    NetworkAnswer nonresponse;          ///< `nonresponse`: rates, densities and the range of each metric.
    std::vector<std::string> warnings;  ///< In sentences: what the rate allows, who is missing.
};

/// Who answered, by the numbering of a network.
/// @param column  A column of the members' file, as read_flags() reads it.
Read<std::vector<bool>> answered_in(const std::string& nodes, const std::string& column,
                                    const network::NamedNetwork& named);

/// The rules of docs/metrics/nonresponse.md. Below 80% no member is ranked, below 65% only the density has a
/// value, as an interval.
/// @param named  Directed: each tie is the report of the member it starts from.
ObservedAnswer report_observed(const network::NamedNetwork& named, const std::vector<bool>& has_answered,
                               int threads);

}  // namespace konbit
