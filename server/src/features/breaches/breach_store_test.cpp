// SPDX-License-Identifier: Apache-2.0
#include "db/check_schema.hpp"
#include "features/breaches/breach_reminders.hpp"
#include "features/laws/law.hpp"
#include "features/processors/processor.hpp"
#include "features/testing/test_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::breaches {
namespace {

class BreachStore : public konbit::testing::AppTest {};
KONBIT_ON_BOTH_DATABASES(BreachStore);

TEST_P(BreachStore, FitsTheSchema) {
    const std::array mappings{db::mapping<Breach>("breaches"), db::mapping<Processor>("processors")};
    EXPECT_THAT(db().read([&](db::Session& session) { return db::check_schema(session, mappings); }),
                ::testing::IsEmpty());
}

// 72 hours in Jamaica: quiet for two days, then a day of warning, then overdue.
TEST(BreachSteps, FollowTheNearestClock) {
    Breach breach;
    breach.countries = {"JM"};
    breach.found_at = Instant{1'792'454'400'000};
    EXPECT_EQ(step_of(breach, breach.found_at + 47 * hour_ms), BreachStep::found);
    EXPECT_EQ(step_of(breach, breach.found_at + 48 * hour_ms), BreachStep::soon);
    EXPECT_EQ(step_of(breach, breach.found_at + 72 * hour_ms + 1), BreachStep::overdue);
    breach.notices = {{"JM", breach.found_at}};
    EXPECT_EQ(step_of(breach, breach.found_at + 100 * hour_ms), BreachStep::found) << "everybody was told";
}

TEST(Laws, SayWhatTheyRestOn) {
    for (const auto& law : laws::rules()) {
        EXPECT_FALSE(law.source.empty()) << law.country_code;
        EXPECT_GT(law.as_of.year(), 2020) << law.country_code;
        EXPECT_TRUE(law.breach_hours || law.answer_days) << law.country_code;
    }
    EXPECT_EQ(laws::breach_hours("DM"), laws::house_breach_hours);
    const std::array both{std::string("BM"), std::string("BB")};
    EXPECT_EQ(laws::answer_days(both), 30);
}

}  // namespace
}  // namespace konbit::breaches
