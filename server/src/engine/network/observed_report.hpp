// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/observed.hpp"
#include "engine/network/report.hpp"

namespace konbit::network {

/// On which part of what a survey saw a metric rests (docs/metrics/nonresponse.md).
enum class Basis {
    available,      ///< Rows of those who answered: what is counted.
    answered_only,  ///< The network of those who answered: what compares the two sides of a pair.
    reconstructed,  ///< Missing rows filled in by what the others said: paths, pieces, positions.
};
constexpr std::array<std::string_view, 3> names(Basis) {
    return {"available", "answered_only", "reconstructed"};
}

Basis basis_of(const Metric& metric);

/// Whether a metric of members counts what the member itself said: unknown of somebody who did not answer.
bool is_own_statement(const Metric& metric);

/// One network of which not every row is known, and what each way of dealing with that makes of it.
struct ObservedReport {
    Report by_rule;  ///< Each metric on its basis. Silent members have no values that count their own words.
    Report zero_filled, answered_only, reconstructed;  ///< Metrics of the graph, all on the same basis.
};

/// @param options  Groups by the numbering of `network`; strengths are those of the reported ties.
/// @note How far the three last differ says how much the figures can be relied on; `zero_filled` only shows
/// what would come of taking silence for an empty row.
ObservedReport report(const ObservedNetwork& network, const ReportOptions& options = {},
                      MetricChoice choice = is_everyday);

}  // namespace konbit::network
