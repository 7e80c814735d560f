// SPDX-License-Identifier: Apache-2.0
#include "app/complaint.hpp"

#include <gtest/gtest.h>

namespace konbit {

TEST(Complaint, WordsEveryFieldThatIsWrong) {
    const Error error{
        ErrorCode::invalid, "invalid", {{"/name", "required"}, {"/name", "too_long", {{"max", "200"}}}}};
    EXPECT_EQ(complaint_of(error), "name: This is needed. name: Longer than 200 characters.");
}

TEST(Complaint, WordsAReasonThatStandsAlone) {
    EXPECT_EQ(complaint_of({ErrorCode::invalid, "roster_too_small"}), "A wave needs at least three members.");
}

TEST(Complaint, LeavesASentenceAsItIs) {
    EXPECT_EQ(complaint_of({ErrorCode::not_found, "there is no file a.csv"}), "there is no file a.csv");
}

TEST(Complaint, SaysAtLeastThatTheWorkFailed) {
    EXPECT_EQ(complaint_of({ErrorCode::invalid}), "the work failed");
}

}  // namespace konbit
