// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace konbit::accounts {

/// What a person recognizes a browser by: "Firefox, Windows". Only names from a fixed list come out, so that
/// nothing which somebody sends stands in a mail; empty for a browser of no known name.
std::string device_name(std::string_view user_agent);

}  // namespace konbit::accounts
