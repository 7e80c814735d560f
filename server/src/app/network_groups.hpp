// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/network_answer.hpp"
#include "engine/network/network_csv.hpp"

#include <string>
#include <vector>

namespace konbit {

/// What the report leaves out because there are too many groups, in sentences.
std::vector<std::string> warnings_of_groups(const network::NamedNetwork& named);

/// What the report of one network adds when groups or shuffles are asked for: `mixing`, and `tests` of the
/// E-I index, the core and the small world.
NetworkAnswer tests_of(const network::NamedNetwork& named, const network::Shuffles* shuffles);

}  // namespace konbit
