// SPDX-License-Identifier: Apache-2.0
#include "core/encoding.hpp"

#include <gtest/gtest.h>

using namespace std::string_literals;

namespace konbit {

TEST(Encoding, ReadsUtf8WithAndWithoutMark) {
    EXPECT_EQ(decode_text("Curaçao").text, "Curaçao");
    const auto marked = decode_text(
        "\xEF\xBB\xBF"
        "Curaçao");
    EXPECT_EQ(marked.text, "Curaçao");
    EXPECT_TRUE(marked.has_byte_order_mark);
}

TEST(Encoding, ReadsUtf16OfBothOrdersByTheirMark) {
    EXPECT_EQ(decode_text("\xFF\xFE"
                          "a\0\xE7\0"s)
                  .text,
              "aç");
    const auto big = decode_text(
        "\xFE\xFF"
        "\0a\0\xE7"s);
    EXPECT_EQ(big.text, "aç");
    EXPECT_EQ(big.encoding, Encoding::utf_16be);
}

TEST(Encoding, RecognizesUtf16WithoutMarkByItsZeros) {
    const auto found = decode_text("i\0d\0,\0\xE9\0"s);
    EXPECT_EQ(found.encoding, Encoding::utf_16le);
    EXPECT_EQ(found.text, "id,é");
}

TEST(Encoding, JoinsSurrogatePairsAndReplacesLoneOnes) {
    EXPECT_EQ(decode_text("\xFF\xFE\x3D\xD8\x00\xDE"s).text, "😀");
    EXPECT_EQ(decode_text("\xFF\xFE\x3D\xD8"
                          "a\0"s)
                  .text,
              "\uFFFD"
              "a");
    EXPECT_EQ(decode_text("\xFF\xFE"
                          "a\0b"s)
                  .text,
              "a\uFFFD");
}

TEST(Encoding, TakesOtherBytesForWindows1252) {
    const auto found = decode_text(
        "Cura\xE7"
        "ao \x80"
        "5");
    EXPECT_EQ(found.encoding, Encoding::windows_1252);
    EXPECT_EQ(found.text, "Curaçao €5");
}

TEST(Encoding, LeavesOutWhatTurnsTextAround) {
    EXPECT_EQ(decode_text("\xE2\x80\xAE"
                          "Cocoa,Grenada")
                  .text,
              "Cocoa,Grenada");
}

TEST(Encoding, KnowsIllFormedUtf8) {
    EXPECT_TRUE(is_utf8("é😀"));
    EXPECT_FALSE(is_utf8("\xC0\xAF"));      // overlong slash
    EXPECT_FALSE(is_utf8("\xED\xA0\x80"));  // surrogate
    EXPECT_FALSE(is_utf8("\xE2\x82"));      // cut off
}

TEST(Encoding, ReadsNothingAsNothing) { EXPECT_EQ(decode_text("").text, ""); }

}  // namespace konbit
