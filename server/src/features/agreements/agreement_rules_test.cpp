// SPDX-License-Identifier: Apache-2.0
#include "features/agreements/agreement_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

AgreementProfile valid_agreement() {
    AgreementProfile agreement;
    agreement.title = "Bench hours";
    agreement.cluster_id = new_id<ClusterId>();
    agreement.parties = {{{}, "Office", true}, {{}, "Institute", false}};
    return agreement;
}

std::vector<std::string> findings(const AgreementProfile& agreement) {
    std::vector<std::string> found;
    if (const auto result = checked(agreement); !result)
        for (const auto& each : result.error().fields) found.push_back(each.pointer + " " + each.code);
    return found;
}

TEST(AgreementRules, WantATitleOneKeeperAndTwoParties) {
    EXPECT_THAT(findings(valid_agreement()), IsEmpty());
    EXPECT_THAT(findings({}),
                ElementsAre("/title required", "/cluster_id one_keeper", "/parties two_parties"));
    auto twice_kept = valid_agreement();
    twice_kept.organization_id = new_id<OrganizationId>();
    EXPECT_THAT(findings(twice_kept), ElementsAre("/cluster_id one_keeper"));
}

TEST(AgreementRules, ShowItToEverybodyOnlyWhenEveryPartyAgrees) {
    auto agreement = valid_agreement();
    agreement.visibility = Visibility::public_;
    EXPECT_THAT(findings(agreement), ElementsAre("/visibility parties_not_agreed"));
    agreement.parties[1].agrees_to_publish = true;
    EXPECT_THAT(findings(agreement), IsEmpty());
    agreement.visibility = Visibility::national;
    EXPECT_THAT(findings(agreement), ElementsAre("/visibility not_allowed"));
}

TEST(AgreementRules, NameWhatIsMissingInItsLists) {
    auto agreement = valid_agreement();
    agreement.parties[1].name = " ";
    agreement.obligations = {{"", "Office", {}, {}}};
    agreement.valid_from = Date::of(2026, 2, 1);
    agreement.valid_until = Date::of(2026, 1, 31);
    EXPECT_THAT(findings(agreement), ElementsAre("/parties/1/name required", "/obligations/0/text required",
                                                 "/valid_until before_start"));
}

}  // namespace
}  // namespace konbit
