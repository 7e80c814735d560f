// SPDX-License-Identifier: Apache-2.0
#include "features/oidc/signed_text.hpp"

#include "core/codec.hpp"

#include <gtest/gtest.h>

namespace konbit::oidc {

namespace {

// RFC 7515, appendix A.3.
constexpr std::string_view keys =
    R"({"keys":[{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",)"
    R"("y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"},)"
    R"({"kty":"oct","k":"c2VjcmV0"},{"kty":"EC","crv":"P-384","x":"","y":""},)"
    R"({"kty":"RSA","use":"enc","n":"AQAB","e":"AQAB"},{"kty":"RSA","alg":"RS512","n":"AQAB","e":"AQAB"}]})";
constexpr std::string_view text =
    "eyJhbGciOiJFUzI1NiJ9"
    ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
    ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

std::string with_header(std::string_view header) {
    return codec::to_base64url(header) + std::string(text.substr(text.find('.')));
}

}  // namespace

TEST(SignedText, IsVerifiedByTheKeyOfTheStandardsExample) {
    const auto all = signing_keys(keys);
    ASSERT_EQ(all.size(), 1u);
    const auto read = parse_signed(text);
    ASSERT_TRUE(read);
    const auto* key = key_of(*read, all);
    ASSERT_TRUE(key);
    EXPECT_TRUE(verifies(*key, *read));
    EXPECT_EQ(read->payload.substr(0, 12), R"({"iss":"joe")");
}

TEST(SignedText, IsNotVerifiedWhenOneBitDiffers) {
    const auto all = signing_keys(keys);
    auto read = parse_signed(text).value();
    read.signature[0] ^= 1;
    EXPECT_FALSE(verifies(all[0], read));
    read.signature.assign(64, '\0');
    EXPECT_FALSE(verifies(all[0], read));
    read.signature.clear();
    EXPECT_FALSE(verifies(all[0], read));
}

TEST(SignedText, NamesOneOfTwoAlgorithms) {
    for (const auto* header : {R"({"alg":"none"})", R"({"alg":"HS256"})", R"({"alg":"es256"})", R"({})",
                               R"({"alg":7})", R"({"alg":"ES256","crit":["exp"]})", R"([])", ""})
        EXPECT_FALSE(parse_signed(with_header(header))) << header;
    for (const auto* form : {"", ".", "..", "a.b", "eyJhbGciOiJFUzI1NiJ9.e30", "a.b.c.d"})
        EXPECT_FALSE(parse_signed(form)) << form;
}

TEST(SignedText, ChoosesNoKeyByGuessing) {
    auto all = signing_keys(keys);
    const auto read = parse_signed(text).value();
    all.push_back(all[0]);
    EXPECT_EQ(key_of(read, all), nullptr);
    EXPECT_EQ(key_of(parse_signed(with_header(R"({"alg":"ES256","kid":"x"})")).value(), all), nullptr);
    EXPECT_EQ(key_of(parse_signed(with_header(R"({"alg":"RS256"})")).value(), all), nullptr);
}

TEST(SignedText, KeysComeFromASetOnly) {
    for (const auto* document : {"", "[]", "{}", R"({"keys":{}})", R"({"keys":[1,null,"x",[]]})"})
        EXPECT_TRUE(signing_keys(document).empty()) << document;
}

}  // namespace konbit::oidc
