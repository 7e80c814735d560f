// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// Notes "unknown_code" unless `code` is a country of the region; "required" when it is empty.
void check_country(Findings& findings, std::string_view pointer, std::string_view code);

/// Notes "unknown_code" unless the code is one of the list; an absent code is right.
void check_code(Findings& findings, std::string_view pointer, std::string_view list,
                const std::optional<std::string>& code);

/// The same for each code, under "/objectives/2".
void check_codes(Findings& findings, std::string_view pointer, std::string_view list,
                 const std::vector<std::string>& codes);

}  // namespace konbit
