// SPDX-License-Identifier: Apache-2.0
#include "core/one_time_code.hpp"

#include "core/codec.hpp"

#include <gtest/gtest.h>

namespace konbit::crypto {

namespace {

// The secret of RFC 6238, appendix B, and of RFC 4226, appendix D.
constexpr std::string_view secret = "12345678901234567890";

// RFC 2202, test cases 1 and 2.
TEST(OneTimeCode, RestsOnTheHmacOfTheStandard) {
    EXPECT_EQ(codec::to_hex(hmac_sha1(std::string(20, '\x0b'), "Hi There")),
              "b617318655057264e28bc0b6fb378c8ef146be00");
    EXPECT_EQ(codec::to_hex(hmac_sha1("Jefe", "what do ya want for nothing?")),
              "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
}

// RFC 4226, appendix D.
TEST(OneTimeCode, IsThatOfTheStandardByCounter) {
    EXPECT_EQ(one_time_code(secret, 0), "755224");
    EXPECT_EQ(one_time_code(secret, 1), "287082");
    EXPECT_EQ(one_time_code(secret, 9), "520489");
}

// RFC 6238, appendix B: the last six of its eight digits.
TEST(OneTimeCode, IsThatOfTheStandardByTime) {
    const auto at = [](std::int64_t second) {
        return one_time_code(secret, code_step(Instant{second * 1000}));
    };
    EXPECT_EQ(at(59), "287082");
    EXPECT_EQ(at(1111111109), "081804");
    EXPECT_EQ(at(1111111111), "050471");
    EXPECT_EQ(at(1234567890), "005924");
    EXPECT_EQ(at(2000000000), "279037");
    EXPECT_EQ(at(20000000000), "353130");
}

TEST(OneTimeCode, IsTakenOneStepEarlyOrLateAndNeverTwice) {
    const Instant now{1'000'000'000};
    const auto step = code_step(now);
    for (const std::int64_t each : {step - 1, step, step + 1})
        EXPECT_EQ(step_of_code(secret, one_time_code(secret, each), now, 0), each);
    EXPECT_FALSE(step_of_code(secret, one_time_code(secret, step - 2), now, 0));
    EXPECT_FALSE(step_of_code(secret, one_time_code(secret, step + 2), now, 0));
    EXPECT_FALSE(step_of_code(secret, one_time_code(secret, step), now, step));
    EXPECT_FALSE(step_of_code(secret, one_time_code(secret, step - 1), now, step))
        << "older than the last used";
}

TEST(OneTimeCode, MayBeTypedWithBlanks) {
    const Instant now{59'000};
    EXPECT_TRUE(step_of_code(secret, " 287 082", now, 0));
    EXPECT_FALSE(step_of_code(secret, "", now, 0));
    EXPECT_FALSE(step_of_code(secret, "2870820", now, 0));
}

// RFC 4648, section 10, without the padding.
TEST(OneTimeCode, HasASecretThatAppsRead) {
    EXPECT_EQ(to_secret_text(""), "");
    EXPECT_EQ(to_secret_text("f"), "MY");
    EXPECT_EQ(to_secret_text("foob"), "MZXW6YQ");
    EXPECT_EQ(to_secret_text("foobar"), "MZXW6YTBOI");
}

}  // namespace

}  // namespace konbit::crypto
