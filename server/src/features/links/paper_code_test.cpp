// SPDX-License-Identifier: Apache-2.0
#include "features/links/paper_code.hpp"

#include <gtest/gtest.h>

namespace konbit::links {
namespace {

const crypto::Key key = *crypto::Key::from(std::string(32, 'k'));
const RespondentId ada(*parse_uuid("0f8fad5b-d9cb-469f-a165-70867728950e"));
const RespondentId ben(*parse_uuid("7c9e6679-7425-40de-944b-e07fc1f90ae7"));

std::string code_of(const RespondentId& who, std::int64_t version) {
    return paper_code(key, "ABCD2345", who, version);
}

TEST(PaperCode, IsThreeGroupsOfFourWithoutLookAlikes) {
    const std::string code = code_of(ada, 1);
    EXPECT_EQ(code.size(), 14u);
    EXPECT_EQ(code.substr(0, 5), "ABCD-");
    EXPECT_EQ(code[9], '-');
    EXPECT_EQ(code.find_first_of("ILOU"), std::string::npos);
}

// Ten zeros and a one: the one stands for x once the check character follows it, and x is the character "2".
TEST(PaperCode, HasACheckCharacter) {
    EXPECT_TRUE(parse_code("0000-0000-0012"));
    EXPECT_FALSE(parse_code("0000-0000-0013"));
}

TEST(PaperCode, IsReadAsPeopleTypeIt) {
    const CodeParts parts{"0000", "0000001"};
    EXPECT_EQ(parse_code("oooo ooooo0i2"), parts);
    EXPECT_EQ(parse_code("0000-0000-00l2"), parts);
}

TEST(PaperCode, TellsEveryWrongCharacterAndEveryExchange) {
    const std::string code = "ABCDEFGHJKP8";
    ASSERT_TRUE(parse_code(code));
    for (std::size_t place = 0; place < code.size(); ++place) {
        for (const char other : std::string_view("0123456789ABCDEFGHJKMNPQRSTVWXYZ")) {
            std::string wrong = code;
            wrong[place] = other;
            EXPECT_EQ(parse_code(wrong).has_value(), wrong == code) << wrong;
        }
        for (std::size_t with = 0; with < place; ++with) {
            std::string exchanged = code;
            std::swap(exchanged[place], exchanged[with]);
            EXPECT_FALSE(parse_code(exchanged)) << exchanged;
        }
    }
}

TEST(PaperCode, RefusesOtherForms) {
    EXPECT_FALSE(parse_code(""));
    EXPECT_FALSE(parse_code("0000-0000-001"));
    EXPECT_FALSE(parse_code("0000-0000-0012-0"));
    EXPECT_FALSE(parse_code("0000-0000-00!2"));
    EXPECT_FALSE(parse_code(std::string(200, '0')));
}

TEST(PaperCode, ProvesOneIssueOfOneLink) {
    const std::string proof = parse_code(code_of(ada, 1))->proof;
    EXPECT_EQ(verdict_on_code(proof, key, ada, 1), TokenVerdict::valid);
    EXPECT_EQ(verdict_on_code(proof, key, ada, 2), TokenVerdict::replaced);
    EXPECT_EQ(verdict_on_code(proof, key, ben, 1), TokenVerdict::unknown);
    EXPECT_NE(code_of(ada, 1), code_of(ada, 2));
}

}  // namespace
}  // namespace konbit::links
