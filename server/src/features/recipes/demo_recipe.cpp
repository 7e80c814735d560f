// SPDX-License-Identifier: Apache-2.0
#include "features/recipes/demo_recipe.hpp"

#include "features/recipes/recipe_store.hpp"
#include "features/reference/demo_rows.hpp"

namespace konbit::recipes {

namespace {

/// The row as the file has it: leaders by number.
struct Row {
    Date began_on{};
    Date first_result_on{};
    std::string first_result;
    std::string first_result_source;
    std::string leaders;

    static constexpr auto fields() {
        return std::tuple{
            field("began_on", &Row::began_on),
            field("first_result_on", &Row::first_result_on),
            field("first_result", &Row::first_result),
            field("first_result_source", &Row::first_result_source),
            field("leaders", &Row::leaders),
        };
    }
};

Recipe recipe_of(const Row& row, const DemoDirectory& directory, Recipe stored) {
    stored.began_on = directory.shift(row.began_on);
    stored.first_result_on = directory.shift(row.first_result_on);
    stored.first_result = row.first_result;
    stored.first_result_source = row.first_result_source;
    for (const auto& number : words_in(row.leaders))
        stored.leader_ids.push_back(directory.memberships.at(number));
    return stored;
}

}  // namespace

Result<void> load_demo_recipe(db::Database& database, const DemoDirectory& directory,
                              const ClusterId& cluster, Instant now) {
    KONBIT_TRY(const auto rows, demo_rows<Row>("recipe.csv"));
    const Facilitator by = System::facilitator(cluster);
    return database.write([&](db::Session& db) -> Result<void> {
        const Recipe stored = find(db, by);
        if (stored.began_on || rows.empty()) return {};
        KONBIT_CHECK(save(db, recipe_of(rows.front().record, directory, stored), by, now));
        return {};
    });
}

}  // namespace konbit::recipes
