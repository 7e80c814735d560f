// SPDX-License-Identifier: Apache-2.0
#include "db/migrate.hpp"

#include "db/testing/fixture.hpp"

#include <gmock/gmock.h>

#include <thread>

namespace konbit::db {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(Expand, GivesEachDatabaseItsTypesAndBlocks) {
    constexpr std::string_view sql =
        "-- why\nCREATE TABLE t (\n  id {uuid}, n {int64}\n);\n-- only sqlite\nA;\n-- only postgres\nB;\n-- "
        "both\nC;\n";
    EXPECT_EQ(expand(sql, Engine::sqlite), "CREATE TABLE t (\n  id TEXT, n INTEGER\n) STRICT;\nA;\nC;\n");
    EXPECT_EQ(expand(sql, Engine::postgres), "CREATE TABLE t (\n  id UUID, n BIGINT\n);\nB;\nC;\n");
}

TEST(Expand, RefusesAnUnknownToken) {
    EXPECT_THROW(expand("a {text}", Engine::sqlite), std::runtime_error);
    EXPECT_THROW(expand("-- only oracle", Engine::sqlite), std::runtime_error);
}

class Migrate : public testing::OnBothDatabases {
  protected:
    /// The steps of the binary and some more.
    std::vector<Migration> with(std::initializer_list<Migration> more) {
        std::vector<Migration> steps(embedded_migrations().begin(), embedded_migrations().end());
        steps.insert(steps.end(), more);
        return steps;
    }
    bool has_table(std::string_view name) {
        try {
            db().read([&](Session& s) {
                return s.value<std::int64_t>("SELECT count(*) FROM " + std::string(name));
            });
            return true;
        } catch (const std::exception&) {
            return false;
        }
    }
};
KONBIT_ON_BOTH_DATABASES(Migrate);

constexpr Migration plants{9001, "plants", "CREATE TABLE plants (id {uuid});"};

TEST_P(Migrate, AppliesOnlyWhatIsMissing) {
    EXPECT_EQ(migrate(db(), Instant{1}), 0);
    EXPECT_EQ(migrate(db(), Instant{1}, with({plants})), 1);
    EXPECT_EQ(migrate(db(), Instant{1}, with({plants})), 0);
}

TEST_P(Migrate, RefusesADatabaseThatIsNewer) {
    ASSERT_TRUE(migrate(db(), Instant{1}, with({plants})));
    const auto refused = migrate(db(), Instant{1});
    EXPECT_EQ(refused.error().reason, "database_newer");
    EXPECT_EQ(refused.error().params.at("name"), "plants");
}

TEST_P(Migrate, RefusesAPastThatChanged) {
    ASSERT_TRUE(migrate(db(), Instant{1}, with({plants})));
    const Migration changed{9001, "plants", "CREATE TABLE plants (id {uuid}, name TEXT);"};
    EXPECT_EQ(migrate(db(), Instant{1}, with({changed})).error().reason, "migration_changed");
}

TEST_P(Migrate, LeavesNothingOfAStepThatFails) {
    const Migration broken{9002, "broken",
                           "CREATE TABLE animals (id {uuid});\nCREATE TABLE animals (id {uuid});"};
    EXPECT_ANY_THROW(migrate(db(), Instant{1}, with({plants, broken})).value());
    EXPECT_TRUE(has_table("plants"));
    EXPECT_FALSE(has_table("animals"));
    EXPECT_EQ(migrate(db(), Instant{1}, with({plants})), 0);
}

TEST_P(Migrate, LetsOneOfSeveralNodesDoTheWork) {
    const auto steps = with({plants});
    std::atomic<int> applied{0};
    {
        std::vector<std::jthread> nodes;
        for (int i = 0; i < 4; ++i) {
            nodes.emplace_back([&] {
                const auto own = Database::open(where());
                applied += migrate(*own, Instant{1}, steps).value();
            });
        }
    }
    EXPECT_EQ(applied, 1);
}

}  // namespace
}  // namespace konbit::db
