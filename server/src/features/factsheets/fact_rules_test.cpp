// SPDX-License-Identifier: Apache-2.0
#include "features/factsheets/fact_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Date today = *Date::of(2026, 10, 20);

CountryFactProfile programme() {
    CountryFactProfile fact;
    fact.country_code = "GD";
    fact.kind = FactKind::programme;
    fact.statement.texts["en"] = "Small grants";
    fact.source = "Gazette";
    fact.as_of = today;
    return fact;
}

std::vector<std::string> findings(const CountryFactProfile& fact) {
    std::vector<std::string> found;
    if (const auto result = checked(fact, today); !result)
        for (const auto& each : result.error().fields) found.push_back(each.pointer + " " + each.code);
    return found;
}

TEST(FactRules, WantASourceADayAndSomethingSaid) {
    EXPECT_THAT(findings(programme()), IsEmpty());
    auto fact = programme();
    fact.statement.texts["en"] = "  ";
    fact.source = "";
    fact.as_of = *Date::of(2026, 10, 21);
    EXPECT_THAT(findings(fact), ElementsAre("/statement required", "/source required", "/as_of in_future"));
}

TEST(FactRules, LetABodyStandForWords) {
    auto fact = programme();
    fact.kind = FactKind::host_body;
    fact.statement = {};
    fact.organization_id = new_id<OrganizationId>();
    EXPECT_THAT(findings(fact), IsEmpty());
}

TEST(FactRules, WantTheAmountAndYearOfABudget) {
    auto fact = programme();
    fact.kind = FactKind::budget;
    EXPECT_THAT(findings(fact), ElementsAre("/amount_minor required", "/year required"));
    fact.amount_minor = 120'000'000;
    fact.currency = "XCD";
    fact.year = 2026;
    EXPECT_THAT(findings(fact), IsEmpty());
}

}  // namespace
}  // namespace konbit
