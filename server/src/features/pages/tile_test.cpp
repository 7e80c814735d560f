// SPDX-License-Identifier: Apache-2.0
#include "features/pages/tile.hpp"

#include <gtest/gtest.h>

namespace konbit::pages {
namespace {

// The worked example of docs/developers/pages.md, which the web client draws too.
TEST(Tile, DrawsWhatTheWebClientDraws) {
    const Tile tile = tile_of("konbit");
    EXPECT_EQ(tile.ground, "#0d5a4a");
    EXPECT_EQ(tile.weft_path,
              "M5 6H7M29 6H55M41 18H43M5 30H7M29 30H31M5 42H19M41 42H43M5 54H7M29 54H31M53 54H55");
    EXPECT_EQ(tile.warp_path, "M6 17V19M18 5V31M18 53V55M30 17V19M30 41V43M42 29V31M42 53V55M54 17V43");
}

}  // namespace
}  // namespace konbit::pages
