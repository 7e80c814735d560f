// SPDX-License-Identifier: Apache-2.0
#include "core/codec.hpp"

#include <gtest/gtest.h>

namespace konbit::codec {
namespace {

// RFC 4648 section 10; the URL alphabet writes 0xFB 0xFF as "-_8".
TEST(Base64Url, WritesThePublishedVectorsWithoutPadding) {
    EXPECT_EQ(to_base64url(""), "");
    EXPECT_EQ(to_base64url("fo"), "Zm8");
    EXPECT_EQ(to_base64url("foobar"), "Zm9vYmFy");
    EXPECT_EQ(to_base64url("\xFB\xFF"), "-_8");
}

TEST(Base64Url, ReadsOnlyTheOneSpellingThatItWrites) {
    EXPECT_EQ(from_base64url("Zm8"), "fo");
    EXPECT_EQ(from_base64url("Zm9"), std::nullopt);  // the two bits left over are not zero
    EXPECT_EQ(from_base64url("Zm8="), std::nullopt);
}

// 0xFF 0x00: 11111 11100 00000 0(0000) are the digits 31, 28, 0, 0.
TEST(Base32, IsCrockfordsAlphabet) { EXPECT_EQ(to_base32(std::string_view("\xFF\0", 2)), "ZW00"); }

TEST(Base32, ForgivesWhatPeopleType) { EXPECT_EQ(from_base32("zw-oO"), from_base32("ZW00")); }

TEST(Hex, RefusesAnOddDigit) {
    EXPECT_EQ(to_hex("\x0F\xA0"), "0fa0");
    EXPECT_EQ(from_hex("0FA0"), "\x0F\xA0");
    EXPECT_EQ(from_hex("0fa"), std::nullopt);
}

}  // namespace
}  // namespace konbit::codec
