// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/password_rules.hpp"

#include "features/accounts/leaked_passwords.hpp"

#include <gtest/gtest.h>

namespace konbit::accounts {

namespace {

Account alana() {
    Account account;
    account.email = "Alana.Charles@m10.example";
    account.name = "Alana Noel";
    return account;
}

std::string code_of(std::string_view password, bool has_code = false) {
    const auto checked_password = check_new_password(password, alana(), has_code);
    return checked_password ? "" : checked_password.error().fields.front().code;
}

TEST(NewPassword, NeedsLengthAndNothingElse) {
    EXPECT_EQ(code_of("fourteen chars"), "password_too_short");
    EXPECT_EQ(code_of("all lower case words"), "");
    EXPECT_EQ(code_of("mango de kè kontan"), "");
    EXPECT_EQ(code_of("neighbours-work-the-land"), "");
    EXPECT_EQ(code_of("горный воздух утром"), "");
    EXPECT_EQ(code_of(std::string(1025, 'x')), "too_long");
}

TEST(NewPassword, MayBeShorterBesideACode) {
    EXPECT_EQ(code_of("vetiver", true), "password_too_short");
    EXPECT_EQ(code_of("vetiver8", true), "");
    EXPECT_EQ(code_of("vetiver8"), "password_too_short");
}

// Fourteen letters of two bytes each are still fourteen characters.
TEST(NewPassword, CountsCharactersNotBytes) { EXPECT_EQ(code_of("éèàùéèàùéèàùéè"), "password_too_short"); }

TEST(NewPassword, MayNotBeWhatAnybodyTriesFirst) {
    for (const auto* each : {"aaaaaaaaaaaaaaaa", "abcdefghijklmnop", "1234567890123456", "passwordpassword",
                             "P4$$w0rd-P4$$w0rd!", "correct horse battery staple", "qwertyuiopasdfghjkl",
                             "Welcome to Konbit 2026", "grenada-carnival-2025", "xyxyxyxyxyxyxyxy"})
        EXPECT_EQ(code_of(each), "easy_to_guess") << each;
    EXPECT_EQ(code_of("password1", true), "easy_to_guess");
    EXPECT_EQ(code_of("qwerty2024", true), "easy_to_guess");
}

// Of eight characters and more, with nothing in them that the other rules would find.
TEST(NewPassword, MayNotHaveLeakedElsewhere) {
    EXPECT_TRUE(is_leaked("hd764nw5d7e1vb1"));
    EXPECT_TRUE(is_leaked("HD764NW5D7E1VB1"));
    EXPECT_FALSE(is_leaked("hd764nw5d7e1vb2"));
    EXPECT_EQ(code_of("hd764nw5d7e1vb1"), "easy_to_guess");
    EXPECT_EQ(code_of("hd764nw5d7e1vb2"), "");
}

TEST(NewPassword, MayNotBeThePerson) {
    EXPECT_EQ(code_of("Alana Noel 2026!"), "easy_to_guess");
    EXPECT_EQ(code_of("alana.charles@m10.example"), "easy_to_guess");
}

// "é" as one code point on one keyboard, as "e" and an accent on another; the ligature of a word processor.
TEST(Password, IsTheSameHoweverItsCharactersWereTyped) {
    const auto hash = password_hash_of("caf\u00e9 of\uFB01ce morning");
    EXPECT_TRUE(matches(hash, "cafe\u0301 office morning"));
    EXPECT_FALSE(matches(hash, "cafe office morning"));
}

// Nothing is cut off: bcrypt would end at 72 bytes.
TEST(Password, CountsToItsLastCharacter) {
    const std::string longer(200, 'k');
    EXPECT_FALSE(matches(password_hash_of(longer + "a"), longer + "b"));
}

}  // namespace

}  // namespace konbit::accounts
