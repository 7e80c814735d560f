// SPDX-License-Identifier: Apache-2.0
#include "images/renditions.hpp"

#include "images/decode.hpp"
#include "images/testing/samples.hpp"
#include "images/wire.hpp"

#include <gtest/gtest.h>

#include <map>

namespace konbit::images {
namespace {

using testing::gradient;

std::map<std::string, Rendition> made_of(std::string_view bytes, Use use) {
    std::map<std::string, Rendition> all;
    for (auto& each : renditions(bytes, use).value()) all.emplace(each.name, std::move(each));
    return all;
}

// 1600 by 1200 becomes 480 by 360 and 1200 by 900; for previews 1200 by 630 of its middle.
TEST(Renditions, OfAPhotoAreWhatPagesNeed) {
    const auto made = made_of(encode_jpeg(gradient({1600, 1200})), Use::photo);
    EXPECT_EQ(made.at("480.webp").size, (Size{480, 360}));
    EXPECT_EQ(made.at("1200.webp").size, (Size{1200, 900}));
    EXPECT_EQ(made.at("share.jpg").size, (Size{1200, 630}));
    for (const auto& [name, rendition] : made)
        EXPECT_EQ(decode(rendition.bytes, {}, 4000)->size, rendition.size) << name;
}

TEST(Renditions, OfASmallPhotoAreNotEnlarged) {
    const auto made = made_of(encode_png(gradient({300, 200})), Use::photo);
    EXPECT_EQ(made.at("480.webp").size, (Size{300, 200}));
    EXPECT_EQ(made.at("1200.webp").size, (Size{300, 200}));
    EXPECT_EQ(made.at("share.jpg").size, (Size{300, 158}));
}

// A logo twice as wide as high: a quarter of the square above it and below it stays empty.
TEST(Renditions, OfALogoAreSquaresInWhichItStandsWhole) {
    const auto made = made_of(encode_png(gradient({400, 200})), Use::logo);
    const auto square = decode(made.at("160.webp").bytes).value();
    EXPECT_EQ(square.size, (Size{160, 160}));
    EXPECT_EQ(square.at(80, 20)[3], 0);
    EXPECT_EQ(square.at(80, 80)[3], 255);
    EXPECT_EQ(made.at("320.webp").size, (Size{320, 320}));
    EXPECT_EQ(made.at("share.jpg").size, (Size{1200, 630}));
}

TEST(Renditions, HoldNothingOfTheCamera) {
    const auto photo = testing::jpeg_of_camera(gradient({640, 480}), 1);
    ASSERT_NE(photo.find(testing::camera_secret), photo.npos);
    for (const auto& [name, rendition] : made_of(photo, Use::photo)) {
        EXPECT_EQ(rendition.bytes.find(testing::camera_secret), std::string::npos) << name;
        EXPECT_EQ(rendition.bytes.find("Exif"), std::string::npos) << name;
    }
}

TEST(Renditions, AreTheSameAfterTheWayBetweenTwoProcesses) {
    const auto made = renditions(encode_png(gradient({300, 200})), Use::photo);
    const auto arrived = unpacked(packed(made)).value();
    ASSERT_EQ(arrived.size(), made->size());
    for (std::size_t i = 0; i < arrived.size(); ++i) {
        EXPECT_EQ(arrived[i].name, (*made)[i].name);
        EXPECT_EQ(arrived[i].bytes, (*made)[i].bytes);
    }
    const auto refused = unpacked(packed(renditions(testing::png_announcing(50'000, 50'000), Use::photo)));
    EXPECT_EQ(refused.error().fields.front().code, "picture_too_many_pixels");
    EXPECT_EQ(refused.error().fields.front().params.at("max"), "40");
}

TEST(Renditions, OfABrokenProcessAreRefused) {
    const auto whole = packed(renditions(encode_png(gradient({300, 200})), Use::photo));
    for (std::size_t length = 0; length < whole.size(); length += 97)
        EXPECT_FALSE(unpacked(std::string_view(whole).substr(0, length))) << length;
    EXPECT_FALSE(unpacked("made\n480.webp 10 10 4\n<svgend\n"));
    EXPECT_FALSE(unpacked("refused to_say <script>\n"));
}

}  // namespace
}  // namespace konbit::images
