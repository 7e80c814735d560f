// SPDX-License-Identifier: Apache-2.0
#include "features/pages/previews.hpp"

#include "images/encode.hpp"

#include <gtest/gtest.h>

namespace konbit::pages {
namespace {

std::string color_at(const images::Bitmap& picture, int x, int y) {
    const std::uint8_t* pixel = picture.at(x, y);
    char text[8];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", pixel[0], pixel[1], pixel[2]);
    return text;
}

// The tile of "konbit" (docs/developers/pages.md) has the ground #0d5a4a, weft #4a9481, warp #f7d9c4. Its
// first column begins with weft "M5 6H7" at the upper left crossing, and its warp "M6 17V19" crosses below:
// at (6, 6) and (6, 18).
TEST(Preview, ShowsTheTileOfItsRecord) {
    const auto picture = draw_preview({"konbit", "Spice", {"Grenada"}}, {});
    EXPECT_EQ(picture.size, preview_size);
    EXPECT_EQ(color_at(picture, 20, 20), "#0d5a4a");
    EXPECT_EQ(color_at(picture, 700 + 63, 63), "#4a9481");
    EXPECT_EQ(color_at(picture, 700 + 63, 189), "#f7d9c4");
}

TEST(Preview, IsTheSameEachTimeAndSmall) {
    const auto png = images::encode_png(draw_preview({"konbit", "Spice", {}}, {}));
    EXPECT_EQ(png, images::encode_png(draw_preview({"konbit", "Spice", {}}, {})));
    EXPECT_LT(png.size(), 40'000U);
}

TEST(Preview, LiesBesideItsPage) {
    EXPECT_EQ(preview_path("/clusters/spice"), "/previews/clusters/spice.png");
}

}  // namespace
}  // namespace konbit::pages
