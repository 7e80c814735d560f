// SPDX-License-Identifier: Apache-2.0
#include "images/decode.hpp"

#include "images/testing/samples.hpp"

#include <gtest/gtest.h>

namespace konbit::images {
namespace {

using testing::gradient;

std::string verdict(std::string_view bytes, const Limits& limits = {}) {
    const auto found = decode(bytes, limits);
    return found ? "read" : found.error().fields.front().code;
}

TEST(Pictures, AreReadByTheirContent) {
    const Bitmap picture = gradient({200, 100});
    for (const auto& bytes : {encode_png(picture), encode_jpeg(picture), encode_webp(picture)}) {
        const auto read = decode(bytes);
        ASSERT_TRUE(read);
        EXPECT_EQ(read->size, (Size{200, 100}));
        EXPECT_NEAR(read->at(190, 50)[0], 255 * 190 / 200, 12);
        EXPECT_NEAR(read->at(100, 90)[1], 255 * 90 / 100, 12);
    }
}

// Without loss the same bytes come back.
TEST(Pictures, OfExactFormatsComeBackPixelForPixel) {
    Bitmap picture = gradient({64, 80});
    picture.at(3, 4)[3] = 100;
    EXPECT_EQ(decode(encode_png(picture))->rgba, picture.rgba);
}

// Orientation 6: the camera was turned; the first row of the file is the right edge of the picture. What lies
// at the lower left of the file, no red and most green, is then at the upper left.
TEST(Pictures, OfCamerasStandUpright) {
    const auto turned = decode(testing::jpeg_of_camera(gradient({200, 100}), 6));
    ASSERT_TRUE(turned);
    EXPECT_EQ(turned->size, (Size{100, 200}));
    EXPECT_NEAR(turned->at(2, 2)[0], 0, 12);
    EXPECT_NEAR(turned->at(2, 2)[1], 250, 14);
}

// 4800 by 3000 may be read at a half: 1500 is still enough for 1200, 750 is not.
TEST(Pictures, LargerThanNeededAreReadSmaller) {
    const auto jpeg = encode_jpeg(Bitmap({4800, 3000}));
    EXPECT_EQ(decode(jpeg, {}, 1200)->size, (Size{2400, 1500}));
    EXPECT_EQ(decode(jpeg, {}, 300)->size, (Size{600, 375}));
    EXPECT_EQ(decode(jpeg, {}, 3000)->size, (Size{4800, 3000}));
}

TEST(Pictures, BeyondALimitAreRefusedByName) {
    const auto png = encode_png(gradient({200, 100}));
    EXPECT_EQ(verdict(png, {.bytes = 100}), "picture_too_large");
    EXPECT_EQ(verdict(png, {.pixels = 19'999}), "picture_too_many_pixels");
    EXPECT_EQ(verdict(png, {.side = 199}), "picture_too_many_pixels");
    EXPECT_EQ(verdict(png, {.least_side = 101}), "picture_too_small");
    const auto refused = decode(testing::png_announcing(50'000, 50'000));
    EXPECT_EQ(refused.error().fields.front().params, (Params{{"max", "40"}, {"side", "12000"}}));
}

TEST(Pictures, ThatMoveOrAreSomethingElseAreRefused) {
    const auto png = encode_png(gradient({60, 60}));
    EXPECT_EQ(verdict(testing::png_with_chunk(png, "acTL", "\0\0\0\2\0\0\0\0")), "picture_animated");
    EXPECT_EQ(verdict(testing::animated_webp()), "picture_animated");
    for (const std::string_view other :
         {"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "GIF89a............",
          "%PDF-1.7 ..........", "", "RIFF....WAVEfmt "})
        EXPECT_EQ(verdict(other), "picture_type") << other;
}

}  // namespace
}  // namespace konbit::images
