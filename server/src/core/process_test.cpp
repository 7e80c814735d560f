// SPDX-License-Identifier: Apache-2.0
#include "core/process.hpp"

#include <gtest/gtest.h>

namespace konbit::process {
namespace {

TEST(Process, TellsHowTheProgramEnded) {
    EXPECT_EQ(run({"true"}), 0);
    EXPECT_EQ(run({"false"}), 1);
    EXPECT_EQ(run({"konbit-is-no-such-program"}), 127);
}

// Nothing is taken for words of a shell.
TEST(Process, HandsArgumentsOverAsTheyAre) {
    EXPECT_EQ(run({"test", "$HOME; false", "=", "$HOME; false"}), 0);
}

TEST(Process, AddsToTheEnvironment) {
    EXPECT_EQ(run({"sh", "-c", "test \"$KONBIT_PROCESS_TEST\" = 'a b' && test -n \"$PATH\""},
                  {{"KONBIT_PROCESS_TEST", "a b"}}),
              0);
}

}  // namespace
}  // namespace konbit::process
