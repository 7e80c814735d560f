// SPDX-License-Identifier: Apache-2.0
#include "features/links/link_token.hpp"

#include <gtest/gtest.h>

#include <set>

namespace konbit::links {
namespace {

const crypto::Key key = *crypto::Key::from(std::string(32, 'k'));
const RespondentId ada(*parse_uuid("0f8fad5b-d9cb-469f-a165-70867728950e"));
const RespondentId ben(*parse_uuid("7c9e6679-7425-40de-944b-e07fc1f90ae7"));

TEST(LinkToken, Has128BitsInBase32) {
    EXPECT_EQ(link_token(key, ada, 1).size(), 26u);  // ceil(128 / 5)
    EXPECT_EQ(new_reference().size(), 8u);
}

TEST(LinkToken, IsMadeAgainFromWhatIsStored) { EXPECT_EQ(link_token(key, ada, 3), link_token(key, ada, 3)); }

TEST(LinkToken, DiffersByRespondentVersionAndKey) {
    const auto other_key = *crypto::Key::from(std::string(32, 'x'));
    const std::set<std::string> all{link_token(key, ada, 1), link_token(key, ada, 2), link_token(key, ben, 1),
                                    link_token(other_key, ada, 1)};
    EXPECT_EQ(all.size(), 4u);
}

TEST(LinkToken, StandsBehindTheHashOfTheAddress) {
    EXPECT_EQ(link_url("https://konbit.example", "ABCDEFGH", "TOKEN"),
              "https://konbit.example/s#ABCDEFGH-TOKEN");
}

TEST(LinkToken, OfAnotherRespondentIsUnknown) {
    EXPECT_EQ(verdict_on(link_token(key, ben, 1), key, ada, 1), TokenVerdict::unknown);
}

TEST(LinkToken, IsReplacedByAReissue) {
    const std::string old = link_token(key, ada, 1);
    EXPECT_EQ(verdict_on(old, key, ada, 1), TokenVerdict::valid);
    EXPECT_EQ(verdict_on(old, key, ada, 2), TokenVerdict::replaced);
    EXPECT_EQ(verdict_on(link_token(key, ada, 2), key, ada, 1), TokenVerdict::unknown)
        << "a version yet to come";
}

TEST(LinkToken, CannotBeGuessed) {
    for (int guess = 0; guess < 20'000; ++guess) {
        const std::string token =
            link_token(*crypto::Key::from(crypto::sha256(std::to_string(guess))), ada, 1);
        ASSERT_EQ(verdict_on(token, key, ada, 1), TokenVerdict::unknown);
    }
}

TEST(LinkToken, IsReadAsPeopleTypeIt) {
    const LinkParts parts{new_reference(), link_token(key, ada, 1)};
    std::string typed = parts.reference + " - " + parts.token;
    for (char& c : typed) c = static_cast<char>(std::tolower(c));
    EXPECT_EQ(parse_link(typed), parts);
}

TEST(LinkToken, RefusesOtherForms) {
    EXPECT_FALSE(parse_link(""));
    EXPECT_FALSE(parse_link("ABCDEFGH"));
    EXPECT_FALSE(parse_link("ABCDEFGH-"));
    EXPECT_FALSE(parse_link("ABCDEFGH-" + link_token(key, ada, 1) + "00"));
    EXPECT_FALSE(parse_link(std::string(200, '-')));
}

}  // namespace
}  // namespace konbit::links
