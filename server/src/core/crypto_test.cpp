// SPDX-License-Identifier: Apache-2.0
#include "core/crypto.hpp"

#include "core/codec.hpp"

#include <gtest/gtest.h>

namespace konbit::crypto {
namespace {

// FIPS 180-4, example of one block.
TEST(Sha256, GivesThePublishedDigest) {
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

// RFC 4231, test case 2.
TEST(HmacSha256, GivesThePublishedCode) {
    EXPECT_EQ(codec::to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Password, IsVerifiedWholeAndKeepsItsParameters) {
    const std::string hash = hash_password("konbit travay ansanm");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    EXPECT_TRUE(verify_password(hash, "konbit travay ansanm"));
    EXPECT_FALSE(verify_password(hash, "konbit travay ansan"));
    EXPECT_FALSE(needs_rehash(hash));
}

TEST(Seal, OpensOnlyWithItsKeyAndItsPlace) {
    const Key key = Key::random();
    const std::string sealed = seal(key, "answer", "wave 1");
    EXPECT_EQ(sealed.size(), 6U + 40U);
    EXPECT_EQ(open(key, sealed, "wave 1"), "answer");
    EXPECT_EQ(open(key, sealed, "wave 2"), std::nullopt);
    EXPECT_EQ(open(Key::random(), sealed, "wave 1"), std::nullopt);
}

TEST(Seal, NoticesOneFlippedBit) {
    const Key key = Key::random();
    std::string sealed = seal(key, "answer", "");
    sealed.back() = static_cast<char>(sealed.back() ^ 1);
    EXPECT_EQ(open(key, sealed, ""), std::nullopt);
    EXPECT_EQ(open(key, "short", ""), std::nullopt);
}

TEST(Key, HasThirtyTwoBytes) {
    EXPECT_FALSE(Key::from("short"));
    EXPECT_TRUE(Key::from(std::string(32, 'k')));
}

TEST(Equal, ComparesWholeTexts) {
    EXPECT_TRUE(equal("token", "token"));
    EXPECT_FALSE(equal("token", "tokem"));
    EXPECT_FALSE(equal("token", "tokens"));
}

}  // namespace
}  // namespace konbit::crypto
