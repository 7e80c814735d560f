// SPDX-License-Identifier: Apache-2.0
#include "features/links/answer_cookie.hpp"

#include <gtest/gtest.h>

namespace konbit::links {
namespace {

const crypto::Key key = *crypto::Key::from(std::string(32, 'k'));
const AnswerPass pass{RespondentId(*parse_uuid("0f8fad5b-d9cb-469f-a165-70867728950e")), 2,
                      Instant{1'780'000'000'000}};

TEST(AnswerCookie, IsReadBackAsItWasSealed) { EXPECT_EQ(open_cookie(key, seal_cookie(key, pass)), pass); }

TEST(AnswerCookie, ShowsNothingToItsHolder) {
    const std::string value = seal_cookie(key, pass);
    EXPECT_EQ(value.find("0f8fad5b"), std::string::npos);
    EXPECT_NE(value, seal_cookie(key, pass)) << "a random nonce each time";
}

TEST(AnswerCookie, IsRefusedWhenASingleCharacterDiffers) {
    const std::string value = seal_cookie(key, pass);
    for (std::size_t at = 0; at < value.size(); ++at) {
        std::string changed = value;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        // The last character holds spare bits; then the decoder may refuse it or read the same bytes.
        if (const auto read = open_cookie(key, changed)) EXPECT_EQ(*read, pass) << at;
    }
}

TEST(AnswerCookie, IsRefusedUnderAnotherKey) {
    EXPECT_FALSE(open_cookie(*crypto::Key::from(std::string(32, 'x')), seal_cookie(key, pass)));
    EXPECT_FALSE(open_cookie(key, ""));
    EXPECT_FALSE(open_cookie(key, "not a cookie"));
}

}  // namespace
}  // namespace konbit::links
