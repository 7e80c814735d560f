// SPDX-License-Identifier: Apache-2.0
#include "features/statements/statement_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::statements {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

StatementEntry fee(std::int64_t amount, std::string currency) {
    StatementEntry entry;
    entry.amount = amount;
    entry.currency = std::move(currency);
    return entry;
}

StatementEntry hours(double quantity) {
    StatementEntry entry;
    entry.kind = EntryKind::hours;
    entry.quantity = quantity;
    entry.unit = "hours";
    return entry;
}

// 240.00 and 60.00 East Caribbean dollars make 300.00; 50.00 US dollars stand alone.
TEST(StatementTotals, NeverAddUpTwoCurrencies) {
    const auto totals = totals_of({fee(24000, "XCD"), fee(5000, "USD"), fee(6000, "XCD")});
    ASSERT_THAT(totals, SizeIs(2));
    EXPECT_EQ(totals[0].currency, "USD");
    EXPECT_EQ(totals[0].amount, 5000);
    EXPECT_EQ(totals[1].currency, "XCD");
    EXPECT_EQ(totals[1].amount, 30000);
    EXPECT_EQ(totals[1].entries, 2);
}

TEST(StatementTotals, CountEntriesWithoutAnyFigure) {
    StatementEntry stall;
    stall.direction = Direction::gets;
    stall.kind = EntryKind::fair;
    stall.note = "A stall";
    const auto totals = totals_of({stall, hours(3), hours(1.5)});
    ASSERT_THAT(totals, SizeIs(2));
    EXPECT_DOUBLE_EQ(totals[0].quantity, 4.5);
    EXPECT_EQ(totals[1].kind, EntryKind::fair);
    EXPECT_EQ(totals[1].entries, 1);
}

TEST(StatementTotals, SayWhichKindsNobodyRecorded) {
    EXPECT_THAT(missing_from({fee(1, "XCD"), hours(1)}),
                ElementsAre(EntryKind::data, EntryKind::in_kind, EntryKind::seat, EntryKind::fair,
                            EntryKind::saving, EntryKind::contact, EntryKind::service));
}

}  // namespace
}  // namespace konbit::statements
