// SPDX-License-Identifier: Apache-2.0
#include "features/tiers/judge.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::tiers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Date today = *Date::parse("2026-10-20");

/// A cluster of three firms with a contact, at work last month under an agreement.
Facts at_work() {
    Facts facts;
    facts.firms = 3;
    facts.has_contact = true;
    facts.is_claimed = true;
    facts.last_active = *Date::parse("2026-09-20");
    facts.has_agreement = true;
    return facts;
}

TEST(TierJudge, ListsAClusterOfThreeFirmsWithAContact) {
    Facts facts;
    facts.firms = 2;
    EXPECT_EQ(judge(facts, {}, today).tier, std::nullopt);
    EXPECT_THAT(judge(facts, {}, today).missing,
                ElementsAre(MissingForTier{"firms", 3}, MissingForTier{"contact", {}}));
    facts.firms = 3;
    facts.has_contact = true;
    EXPECT_EQ(judge(facts, {}, today).tier, Tier::listed);
}

TEST(TierJudge, FindsActiveWhatDidSomethingWithinAYearUnderAnAgreement) {
    Facts facts = at_work();
    EXPECT_EQ(judge(facts, {}, today).tier, Tier::active);
    facts.has_agreement = false;
    facts.last_active = *Date::parse("2025-10-01");  // 384 days
    const Verdict verdict = judge(facts, {}, today);
    EXPECT_EQ(verdict.tier, Tier::listed);
    EXPECT_EQ(verdict.next, Tier::active);
    EXPECT_THAT(verdict.missing,
                ElementsAre(MissingForTier{"activity", 12}, MissingForTier{"agreement", {}}));
}

TEST(TierJudge, AsksAnOrganizationForPeopleOfItsOwnInsteadOfAnAgreement) {
    Facts facts = at_work();
    facts.kind = RecordKind::organization;
    facts.firms = 0;
    facts.has_agreement = false;
    EXPECT_EQ(judge(facts, {}, today).tier, Tier::active);
    facts.is_claimed = false;
    EXPECT_THAT(judge(facts, {}, today).missing, ElementsAre(MissingForTier{"claim", {}}));
}

TEST(TierJudge, VerifiesByAReviewAndThenNothingIsMissing) {
    Facts facts = at_work();
    EXPECT_THAT(judge(facts, {}, today).missing, ElementsAre(MissingForTier{"review", {}}));
    facts.has_review = true;
    const Verdict verdict = judge(facts, {}, today);
    EXPECT_EQ(verdict.tier, Tier::verified);
    EXPECT_EQ(verdict.next, std::nullopt);
    EXPECT_THAT(verdict.missing, IsEmpty());
}

TEST(TierJudge, LetsAReviewNotReplaceWhatIsMissingBelow) {
    Facts facts = at_work();
    facts.has_review = true;
    facts.has_contact = false;
    EXPECT_EQ(judge(facts, {}, today).tier, std::nullopt);
}

TEST(TierJudge, FollowsTheRulesOfTheCountryAndAWaiver) {
    Facts facts = at_work();
    facts.firms = 4;
    EXPECT_EQ(judge(facts, {.least_firms = 5}, today).tier, std::nullopt);
    facts.waived_to = Tier::listed;
    EXPECT_EQ(judge(facts, {.least_firms = 5}, today).tier, Tier::active);
    facts.has_agreement = false;
    EXPECT_EQ(judge(facts, {.needs_agreement = false}, today).tier, Tier::active);
}

TEST(TierJudge, RefusesAWaiverThatHasEndedOrRunsForever) {
    TierWaiver waiver;
    waiver.programme = "Coastal programme";
    waiver.reason = "Its members vote in May.";
    waiver.until_on = *Date::parse("2026-10-19");
    EXPECT_THAT(checked(waiver, today).error().fields, ElementsAre(FieldError{"/until_on", "out_of_range"}));
    waiver.until_on = *Date::parse("2030-01-01");
    EXPECT_FALSE(checked(waiver, today));
    waiver.until_on = *Date::parse("2027-05-31");
    EXPECT_TRUE(checked(waiver, today));
}

}  // namespace
}  // namespace konbit::tiers
