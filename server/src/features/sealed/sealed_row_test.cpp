// SPDX-License-Identifier: Apache-2.0
#include "features/sealed/sealed_row.hpp"

#include <gtest/gtest.h>

namespace konbit::sealed {
namespace {

const crypto::Key key = *crypto::Key::from(std::string(32, 'w'));
const Place place{WaveId(*parse_uuid("0f8fad5b-d9cb-469f-a165-70867728950e")),
                  RespondentId(*parse_uuid("7c9e6679-7425-40de-944b-e07fc1f90ae7")),
                  QuestionId(*parse_uuid("9b2f5f3e-6a54-4d1c-8a8e-2f7a1d1d6c11"))};

TEST(SealedRow, OpensToWhatWasSealed) {
    const Row row{0, 1, 0, 0, 1, 3};
    EXPECT_EQ(open_row(key, place, seal_row(key, place, row)), row);
}

// Nobody named or all named: nothing to tell them apart. 28 members: 3 + 28 + 24 (nonce) + 16 (tag).
TEST(SealedRow, HasOneSizeForARoster) {
    EXPECT_EQ(seal_row(key, place, Row(28, 0)).size(), 71u);
    EXPECT_EQ(seal_row(key, place, Row(28, 1)).size(), 71u);
    EXPECT_EQ(bytes_of(28), 71u);
}

TEST(SealedRow, HoldsNoPatternOfTheAnswer) {
    const std::string plain(28, '\1');
    const std::string first = seal_row(key, place, Row(28, 1));
    EXPECT_EQ(first.find(plain.substr(0, 4)), std::string::npos);
    EXPECT_NE(first, seal_row(key, place, Row(28, 1))) << "equal answers must not look equal";
}

TEST(SealedRow, DoesNotOpenWithAnotherKey) {
    EXPECT_FALSE(open_row(*crypto::Key::from(std::string(32, 'x')), place, seal_row(key, place, Row(5, 1))));
}

TEST(SealedRow, CannotBeMovedElsewhere) {
    const std::string ciphertext = seal_row(key, place, Row(5, 1));
    Place moved = place;
    moved.respondent = RespondentId();
    EXPECT_FALSE(open_row(key, moved, ciphertext));
    moved = place;
    moved.question = QuestionId();
    EXPECT_FALSE(open_row(key, moved, ciphertext));
    moved = place;
    moved.wave = WaveId();
    EXPECT_FALSE(open_row(key, moved, ciphertext));
}

TEST(SealedRow, DoesNotOpenWhenABitIsFlipped) {
    const std::string ciphertext = seal_row(key, place, Row(5, 1));
    for (std::size_t at = 0; at < ciphertext.size(); ++at) {
        std::string changed = ciphertext;
        changed[at] = static_cast<char>(changed[at] ^ 1);
        EXPECT_FALSE(open_row(key, place, changed)) << at;
    }
    EXPECT_FALSE(open_row(key, place, ""));
}

}  // namespace
}  // namespace konbit::sealed
