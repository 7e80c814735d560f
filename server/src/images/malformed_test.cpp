// SPDX-License-Identifier: Apache-2.0
// Bytes that no camera made. None of them may read or write beyond its memory (run with the sanitizers), take
// long, or become a picture with anything in it but pixels.
#include "images/renditions.hpp"
#include "images/testing/samples.hpp"

#include <gtest/gtest.h>

#include <array>

namespace konbit::images {
namespace {

using namespace std::string_view_literals;
using testing::gradient;

std::array<std::string, 4> samples() {
    const Bitmap picture = gradient({96, 64});
    return {encode_png(picture), testing::jpeg_of_camera(picture, 8), encode_webp(picture),
            encode_webp_lossless(picture)};
}

std::string verdict(std::string_view bytes) {
    const auto made = renditions(bytes, Use::photo);
    return made ? "read" : made.error().fields.front().code;
}

TEST(MalformedPictures, CutOffAnywhereAreRefused) {
    for (const auto& whole : samples())
        for (std::size_t length = 0; length + 24 < whole.size(); length += 1 + whole.size() / 150)
            EXPECT_NE(verdict(std::string_view(whole).substr(0, length)), "read")
                << whole.substr(1, 3) << " cut off after " << length << " of " << whole.size();
}

// Each round changes three bytes at places that a small generator picks; reading goes well or is refused.
TEST(MalformedPictures, WithChangedBytesDoNoHarm) {
    std::uint32_t state = 546736718;
    const auto next = [&] {
        state ^= state << 13U;
        state ^= state >> 17U;
        return state ^= state << 5U;
    };
    for (const auto& whole : samples())
        for (int round = 0; round < 250; ++round) {
            std::string bytes = whole;
            for (int i = 0; i < 3; ++i) bytes[next() % bytes.size()] = static_cast<char>(next());
            verdict(bytes);
        }
}

// 65535 by 65535 would take 17 GB, 12000 by 12000 half a gigabyte: nothing of that size is made.
TEST(MalformedPictures, ThatAnnounceHugeSizesAreRefusedBeforeMemoryIsTaken) {
    for (const std::uint32_t side : {12'000U, 65'535U, 1'000'000U, 0x7fffffffU})
        EXPECT_NE(verdict(testing::png_announcing(side, side)), "read") << side;
    EXPECT_EQ(verdict(testing::png_announcing(12'000, 12'000)), "picture_too_many_pixels");
    std::string jpeg = encode_jpeg(gradient({96, 64}));
    const auto frame = jpeg.find("\xff\xc2"sv);
    ASSERT_NE(frame, jpeg.npos);
    jpeg.replace(frame + 5, 4, "\xc3\x50\xc3\x50");  // 50,000 by 50,000
    EXPECT_EQ(verdict(jpeg), "picture_too_many_pixels");
}

TEST(MalformedPictures, OfEmptySizesAreRefused) {
    for (const std::uint32_t width : {0U, 1U, 47U})
        EXPECT_NE(verdict(testing::png_announcing(width, 90)), "read");
}

// A file that is a picture and an archive or a page at once: what is behind the picture does not come along.
TEST(MalformedPictures, ThatAreTwoThingsAtOnceLoseTheOther) {
    const auto other = "PK\x03\x04<script>alert(document.domain)</script>"sv;
    for (const auto& whole : samples()) {
        const auto made = renditions(whole + std::string(other), Use::photo);
        ASSERT_TRUE(made) << whole.substr(1, 3);
        for (const auto& rendition : *made) {
            EXPECT_EQ(rendition.bytes.find("<script>"), std::string::npos);
            EXPECT_EQ(rendition.bytes.find("PK\x03\x04"), std::string::npos);
        }
    }
}

TEST(MalformedPictures, CalledSomethingElseAreReadByTheirContentOnly) {
    const auto png = encode_png(gradient({96, 64}));
    EXPECT_EQ(verdict("\xff\xd8\xff" + png.substr(3)), "picture_broken");
    EXPECT_EQ(verdict("GIF89a" + png), "picture_type");
}

}  // namespace
}  // namespace konbit::images
