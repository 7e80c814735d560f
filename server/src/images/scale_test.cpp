// SPDX-License-Identifier: Apache-2.0
#include "images/scale.hpp"

#include "images/orientation.hpp"

#include <gtest/gtest.h>

#include <string>

namespace konbit::images {
namespace {

using namespace std::string_literals;

void set(Bitmap& bitmap, int x, int y, std::uint8_t gray, std::uint8_t alpha = 255) {
    std::uint8_t* pixel = bitmap.at(x, y);
    pixel[0] = pixel[1] = pixel[2] = gray;
    pixel[3] = alpha;
}

// Half black, half white is half of the light: 188 on the screen, not 128.
TEST(Scaled, PixelsAreMeansOfLight) {
    Bitmap board({2, 2});
    set(board, 0, 0, 255);
    set(board, 1, 0, 0);
    set(board, 0, 1, 0);
    set(board, 1, 1, 255);
    EXPECT_NEAR(scaled(board, {1, 1}).at(0, 0)[0], 188, 1);
}

TEST(Scaled, TransparentPixelsGiveNoColor) {
    Bitmap pair({2, 1});
    set(pair, 0, 0, 200);
    set(pair, 1, 0, 0, 0);
    const Bitmap one = scaled(pair, {1, 1});
    EXPECT_NEAR(one.at(0, 0)[0], 200, 1);
    EXPECT_NEAR(one.at(0, 0)[3], 128, 1);
}

// Three pixels become two: the middle one counts half for each. (1 + 0.5 * 0) / 1.5 of the light of white.
TEST(Scaled, BorderPixelsCountInParts) {
    Bitmap row({3, 1});
    set(row, 0, 0, 255);
    set(row, 1, 0, 0);
    set(row, 2, 0, 0);
    const Bitmap two = scaled(row, {2, 1});
    EXPECT_NEAR(two.at(0, 0)[0], 213, 1);
    EXPECT_EQ(two.at(1, 0)[0], 0);
}

TEST(Fitted, SizesKeepTheirProportionsAndAreNeverEnlarged) {
    EXPECT_EQ(fitted({4000, 3000}, {480, 960}), (Size{480, 360}));
    EXPECT_EQ(fitted({100, 4000}, {480, 960}), (Size{24, 960}));
    EXPECT_EQ(fitted({300, 200}, {480, 960}), (Size{300, 200}));
    EXPECT_EQ(fitted({12'000, 1}, {480, 960}), (Size{480, 1}));
}

TEST(Orientation, IsReadInEitherByteOrder) {
    EXPECT_EQ(exif_orientation("MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"s), 6);
    EXPECT_EQ(exif_orientation("II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x03\0\0\0"s), 3);
    EXPECT_EQ(exif_orientation("II\x2a\0\xff\xff\xff\xff"s), 1);
    EXPECT_EQ(exif_orientation("MM\0\x2a\0\0\0\x08\xff\xff"s), 1);
    EXPECT_EQ(exif_orientation(""), 1);
}

// A picture of one row, dark to light. 3 turns it round, 6 stands it up with its beginning above.
TEST(Orientation, TurnsAndMirrors) {
    Bitmap row({2, 1});
    set(row, 0, 0, 10);
    set(row, 1, 0, 200);
    EXPECT_EQ(upright(row, 3).at(0, 0)[0], 200);
    const Bitmap standing = upright(row, 6);
    EXPECT_EQ(standing.size, (Size{1, 2}));
    EXPECT_EQ(standing.at(0, 0)[0], 10);
    EXPECT_EQ(upright(row, 8).at(0, 0)[0], 200);
    EXPECT_EQ(upright(row, 9).rgba, row.rgba);
}

}  // namespace
}  // namespace konbit::images
