// SPDX-License-Identifier: Apache-2.0
#include "db/check_schema.hpp"

#include "db/testing/fixture.hpp"

#include <gmock/gmock.h>

namespace konbit::db {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Plant {
    Id<struct PlantTag> id;
    std::string name;
    std::optional<std::int64_t> height;
    bool is_tree = false;
    std::vector<std::string> tags;

    static constexpr auto fields() {
        return std::tuple{field("id", &Plant::id), field("name", &Plant::name),
                          field("height", &Plant::height), field("is_tree", &Plant::is_tree),
                          field("tags", &Plant::tags)};
    }
};

class CheckSchema : public testing::OnBothDatabases {
  protected:
    std::vector<std::string> findings() {
        return db().read(
            [](Session& session) { return check_schema(session, std::array{mapping<Plant>("plants")}); });
    }
};
KONBIT_ON_BOTH_DATABASES(CheckSchema);

TEST_P(CheckSchema, FindsNothingWhereColumnsAndFieldsAgree) {
    script(
        "CREATE TABLE plants (\n id {uuid} NOT NULL PRIMARY KEY, name TEXT NOT NULL, height {int64},\n"
        " is_tree {bool} NOT NULL, tags TEXT NOT NULL, note TEXT, made_at {int64} NOT NULL DEFAULT 0\n);");
    EXPECT_THAT(findings(), IsEmpty());
}

TEST_P(CheckSchema, ReportsEveryDifference) {
    script(
        "CREATE TABLE plants (\n id {uuid} NOT NULL PRIMARY KEY, name TEXT, height {real},\n"
        " is_tree {bool} NOT NULL, color TEXT NOT NULL\n);");
    const std::string whole =
        GetParam() == Engine::sqlite ? "REAL and should be INTEGER" : "DOUBLE PRECISION and should be BIGINT";
    EXPECT_THAT(findings(),
                ElementsAre("plants.name may be NULL under a field that is not optional",
                            "plants.height is " + whole, "plants.tags is a field without a column",
                            "plants.color must be given on insert and is no field"));
}

TEST_P(CheckSchema, MissesATable) { EXPECT_THAT(findings(), ElementsAre("plants is no table")); }

// Every table of the migrations must be STRICT, or SQLite would keep a text in a number's column.
TEST_P(CheckSchema, EveryTableIsStrictOnSqlite) {
    if (GetParam() != Engine::sqlite) return;
    const auto loose = db().read([](Session& session) {
        return session.query<std::string>(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 "
            "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_words%'");
    });
    EXPECT_THAT(loose, IsEmpty());
}

}  // namespace
}  // namespace konbit::db
