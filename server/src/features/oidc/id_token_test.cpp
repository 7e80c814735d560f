// SPDX-License-Identifier: Apache-2.0
#include "features/oidc/id_token.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>

namespace konbit::oidc {

namespace {

// 2026-10-20T12:00:00Z is second 1,792,497,600.
constexpr Instant now{1'792'497'600'000};
constexpr Expected expected{"https://accounts.example.org", "konbit", "once", now};

/// A token that fits, with `other` in place of the members that it names.
std::string claims(std::string_view other = "") {
    std::string text = R"({"iss":"https://accounts.example.org","aud":"konbit","sub":"24400320",)"
                       R"("nonce":"once","iat":1792497590,"exp":1792497900,"email":"perla@example.org")";
    return text + (other.empty() ? "}" : fmt::format(",{}}}", other));
}

std::string refusal(std::string_view other) {
    const auto read = checked_claims(claims(other), expected);
    return read ? "" : read.error().reason;
}

}  // namespace

TEST(IdToken, NamesAPersonForGood) {
    const auto read = checked_claims(claims(), expected);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->subject, "24400320");
    EXPECT_EQ(read->label, "perla@example.org");
}

TEST(IdToken, IsForUsAndFromThem) {
    EXPECT_EQ(refusal(R"("iss":"https://accounts.example.org/")"), "iss");
    EXPECT_EQ(refusal(R"("aud":"other")"), "aud");
    EXPECT_EQ(refusal(R"("aud":[])"), "aud");
    EXPECT_EQ(refusal(R"("aud":["konbit"])"), "");
    EXPECT_EQ(refusal(R"("aud":["konbit","other"])"), "azp");
    EXPECT_EQ(refusal(R"("aud":["konbit","other"],"azp":"konbit")"), "");
    EXPECT_EQ(refusal(R"("azp":"other")"), "azp");
    EXPECT_EQ(refusal(R"("azp":null)"), "azp");
    EXPECT_EQ(refusal(R"("nonce":"twice")"), "nonce");
    EXPECT_EQ(refusal(R"("sub":"")"), "sub");
}

// A minute of difference between the clocks is allowed either way, ten minutes of age.
TEST(IdToken, HoldsNow) {
    EXPECT_EQ(refusal(R"("exp":1792497541)"), "");
    EXPECT_EQ(refusal(R"("exp":1792497540)"), "exp");
    EXPECT_EQ(refusal(R"("exp":-1)"), "exp");
    EXPECT_EQ(refusal(R"("exp":1e300)"), "exp");
    EXPECT_EQ(refusal(R"("iat":1792497660.5)"), "iat");
    EXPECT_EQ(refusal(R"("iat":1792497660)"), "");
    EXPECT_EQ(refusal(R"("iat":1792497000)"), "");
    EXPECT_EQ(refusal(R"("iat":1792496999)"), "iat");
    EXPECT_EQ(refusal(R"("nbf":1792497661)"), "nbf");
}

TEST(IdToken, SaysWhetherThePersonHasJustProvenWhoTheyAre) {
    const auto is_proven = [](std::string_view other) {
        return checked_claims(claims(other), expected)->is_proven;
    };
    EXPECT_FALSE(is_proven(""));
    EXPECT_TRUE(is_proven(R"("auth_time":1792497600)"));
    EXPECT_TRUE(is_proven(R"("auth_time":1792497240)"));
    EXPECT_FALSE(is_proven(R"("auth_time":1792497239)"));
    EXPECT_TRUE(is_proven(R"("auth_time":1792497660)"));
    EXPECT_FALSE(is_proven(R"("auth_time":1792497661)"));
    EXPECT_FALSE(is_proven(R"("auth_time":"now")"));
}

TEST(IdToken, IsAnObject) {
    for (const auto* text : {"", "[]", "\"x\"", "{", "null"})
        EXPECT_EQ(checked_claims(text, expected).error().reason, "json") << text;
}

TEST(IdToken, FitsNoSignInWithoutANonce) {
    Expected without = expected;
    without.nonce = "";
    EXPECT_EQ(checked_claims(claims(R"("nonce":"")"), without).error().reason, "nonce");
}

}  // namespace konbit::oidc
