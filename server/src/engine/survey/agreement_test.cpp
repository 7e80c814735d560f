// SPDX-License-Identifier: Apache-2.0
#include "engine/survey/agreement.hpp"

#include <gtest/gtest.h>

namespace konbit::survey {
namespace {

// Fifty things: alike 35 / 50 = .7. The first says yes to 25 of 50, the second to 30: by chance .5 * .6 + .5
// * .4 = .5.
// (.7 - .5) / (1 - .5) = .4.
TEST(CohenKappa, CountsAgreementBeyondChance) {
    EXPECT_DOUBLE_EQ(cohen_kappa({.both = 20, .first_only = 5, .second_only = 10, .neither = 15}).value(),
                     .4);
}

TEST(CohenKappa, IsOneWhereTheyNeverDiffer) {
    EXPECT_DOUBLE_EQ(cohen_kappa({.both = 3, .neither = 7}).value(), 1);
}

// Alike 0, by chance .5 * .5 + .5 * .5 = .5: (0 - .5) / .5.
TEST(CohenKappa, IsMinusOneWhereTheyAlwaysDifferAndSayYesAsOften) {
    EXPECT_DOUBLE_EQ(cohen_kappa({.first_only = 4, .second_only = 4}).value(), -1);
}

// One always says no, the other once yes: alike .9, by chance 1 * .9 = .9.
TEST(CohenKappa, IsZeroWhereOneNeverSaysYes) {
    EXPECT_DOUBLE_EQ(cohen_kappa({.second_only = 1, .neither = 9}).value(), 0);
}

TEST(CohenKappa, IsUndefinedWithoutThingsOrWithoutVariation) {
    EXPECT_FALSE(cohen_kappa({}));
    EXPECT_FALSE(cohen_kappa({.neither = 12}));
    EXPECT_FALSE(cohen_kappa({.both = 12}));
}

}  // namespace
}  // namespace konbit::survey
