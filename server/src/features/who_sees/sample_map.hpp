// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/network_report.hpp"
#include "http/html.hpp"

namespace konbit::who_sees {

/// The map of the sample as a drawing: a line for each tie that is shown, dashed when one side said it; a
/// hollow mark for who has not answered.
/// @param name  What a screen reader says of it.
html::Html drawing(const networks::MapReport& map, const std::string& name);

}  // namespace konbit::who_sees
