// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace konbit::imports {

/// The name of the field that a header means in English, Spanish or French; empty for one that is not known.
/// The names of the fields themselves do not stand here.
/// @param folded  A header after text::fold().
std::string_view field_name_of_header(std::string_view folded);

}  // namespace konbit::imports
