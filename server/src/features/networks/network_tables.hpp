// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/networks/network_report.hpp"

#include <string>

/// The table twins of the map, as CSV files that no spreadsheet runs as formulas. Rows of invented data end
/// in a column "note" that says so.
namespace konbit::networks {

/// One row for each member: who, whether it answered, how many name it, how many it names (in that question,
/// by name).
/// @return ErrorCode::not_found for a question that is sealed or not asked in this wave.
Result<std::string> members_csv(const NetworkReport& report, QuestionKey question);

/// One row for each tie that may be shown by name.
/// @return ErrorCode::not_found as above.
Result<std::string> ties_csv(const NetworkReport& report, QuestionKey question);

}  // namespace konbit::networks
