// SPDX-License-Identifier: Apache-2.0
#include "features/networks/joining.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::networks {
namespace {

using enum RowState;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

InformantRow said(int place, std::vector<std::pair<int, int>> named, bool is_named = true) {
    InformantRow row{
        .place = place, .state = named.empty() ? answered_empty : answered, .is_named = is_named};
    for (const auto& [to, value] : named) row.ties.push_back({place, to, value});
    return row;
}

QuestionData joined(const std::vector<InformantRow>& rows, InformantRule rule) {
    QuestionData question;
    question.rows.assign(4, nonresponse);
    question.is_named.assign(4, false);
    join(question, rows, rule);
    return question;
}

TEST(Joining, LeavesTheRowOfOneInformantAsItIs) {
    const auto question = joined({said(0, {{1, 2}, {3, 1}})}, InformantRule::all);
    EXPECT_THAT(question.ties, ElementsAre(Tie{0, 1, 2}, Tie{0, 3, 1}));
    EXPECT_THAT(question.rows, ElementsAre(answered, nonresponse, nonresponse, nonresponse));
    EXPECT_TRUE(question.is_named[0]);
}

TEST(Joining, CountsATieThatOneOfThemNamesByItsHighestValue) {
    const auto question = joined({said(0, {{1, 1}, {2, 3}}), said(0, {{1, 2}})}, InformantRule::any);
    EXPECT_THAT(question.ties, ElementsAre(Tie{0, 1, 2}, Tie{0, 2, 3}));
}

TEST(Joining, CountsATieThatAllNameByItsLowestValue) {
    const auto question = joined({said(0, {{1, 1}, {2, 3}}), said(0, {{1, 2}})}, InformantRule::all);
    EXPECT_THAT(question.ties, ElementsAre(Tie{0, 1, 1}));
}

// Silence is not "none of these".
TEST(Joining, AsksNoAgreementOfWhoDidNotAnswer) {
    const InformantRow silent{.place = 0, .state = declined, .is_named = true};
    const auto question = joined({said(0, {{1, 1}}), silent}, InformantRule::all);
    EXPECT_THAT(question.ties, ElementsAre(Tie{0, 1, 1}));
    EXPECT_EQ(question.rows[0], answered);
}

TEST(Joining, LeavesTheTiesOfABegunRowOut) {
    auto begun = said(0, {{1, 1}});
    begun.state = partial;
    const auto question = joined({begun}, InformantRule::any);
    EXPECT_THAT(question.ties, IsEmpty());
    EXPECT_EQ(question.rows[0], partial);
}

TEST(Joining, NamesARowOnlyWhereAllWhoAnsweredAgreed) {
    EXPECT_FALSE(joined({said(0, {{1, 1}}), said(0, {{2, 1}}, false)}, InformantRule::any).is_named[0]);
    const InformantRow silent{.place = 0, .state = nonresponse, .is_named = false};
    EXPECT_TRUE(joined({said(0, {{1, 1}}), silent}, InformantRule::any).is_named[0]);
}

// Three members of four with two informants each; of each the three others are judged, nine cells in all:
// 0: {1,2} and {1}: both 1, first only 1, neither 1. 1: {0} and {0,3}: both 1, second only 1, neither 1. 2:
// {} and {}: neither 3. Alike 7 of 9; first yes 3 / 9, second yes 3 / 9: by chance 1/9 + 4/9 = 5/9. (7 - 5) /
// (9 - 5) = .5.
TEST(Agreement, ComparesWhatInformantsOfOneMemberSaid) {
    const std::vector rows{said(0, {{1, 1}, {2, 1}}), said(0, {{1, 1}}), said(1, {{0, 1}}),
                           said(1, {{0, 1}, {3, 1}}), said(2, {}),       said(2, {}),
                           said(3, {{0, 1}})};
    const auto agreement = agreement_of(rows, {}, 4);
    ASSERT_TRUE(agreement);
    EXPECT_EQ(agreement->members, 3);
    EXPECT_EQ(agreement->cells, 9);
    EXPECT_DOUBLE_EQ(agreement->kappa.value(), .5);
}

// Behind a gate only those are compared whom both ticked there: 1 of {1,2} and {1,3}.
TEST(Agreement, ComparesBehindAGateOnlyWhatBothWereAsked) {
    const std::vector gate{said(0, {{1, 1}, {2, 1}}), said(0, {{1, 1}, {3, 1}})};
    const std::vector rows{said(0, {{2, 1}}), said(0, {{1, 1}})};
    EXPECT_EQ(agreement_of(rows, gate, 4)->cells, 1);
}

TEST(Agreement, IsNotWorkedOutForFewMembersNorWithoutVariation) {
    const auto two = agreement_of(std::vector{said(0, {{1, 1}}), said(0, {{1, 1}})}, {}, 4);
    EXPECT_EQ(two->reason, "few_members");
    EXPECT_FALSE(two->kappa);
    const std::vector same{said(0, {}), said(0, {}), said(1, {}), said(1, {}), said(2, {}), said(2, {})};
    EXPECT_EQ(agreement_of(same, {}, 4)->reason, "no_variation");
    EXPECT_FALSE(agreement_of(std::vector{said(0, {{1, 1}})}, {}, 4));
}

}  // namespace
}  // namespace konbit::networks
