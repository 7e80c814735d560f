// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/html.hpp"

#include <string>
#include <string_view>

namespace konbit::pages {

/// The woven picture of a record, drawn from its id: no image travels (docs/developers/pages.md, "Woven
/// tile").
struct Tile {
    std::string_view ground, weft, warp;  ///< Colors.
    std::string weft_path, warp_path;     ///< In a view box of 60 by 60.
};
Tile tile_of(std::string_view id);

html::Html tile(std::string_view id);

}  // namespace konbit::pages
