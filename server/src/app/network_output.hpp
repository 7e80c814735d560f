// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/network_answer.hpp"
#include "engine/network/network_csv.hpp"
#include "engine/network/report.hpp"

#include <string>

namespace konbit {

/// `{"graph":{metric:number|null},"nodes":[{"id":"7",metric:number|null}],"warnings":[…]}`; undefined is
/// null. Numbers that other tools know under another name stand under both.
/// @param more  Further members, at the end.
std::string report_as_json(const network::NamedNetwork& named, const network::Report& report,
                           const NetworkAnswer& more = {});

/// The same for people: measures with the question they answer, then one row per member.
std::string report_as_table(const network::NamedNetwork& named, const network::Report& report);

}  // namespace konbit
