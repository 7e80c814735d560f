// SPDX-License-Identifier: Apache-2.0
#include "features/recipes/recipe_routes.hpp"

#include "db/database.hpp"
#include "features/permission/policies.hpp"
#include "features/recipes/recipe_store.hpp"

namespace konbit::recipes {

namespace {

Result<RecipeCard> show(App& app, ClusterId, const Facilitator& by) {
    return app.database.read([&](db::Session& db) { return find_card(db, by); });
}

Result<Recipe> change(App& app, ClusterId, const Facilitator& by, Patch<Recipe> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<Recipe> {
        KONBIT_TRY(Recipe wanted, patch.onto(find(db, by)));
        return save(db, std::move(wanted), by, now);
    });
}

}  // namespace

}  // namespace konbit::recipes

namespace konbit {

std::span<const http::Route<App>> recipe_routes() {
    using namespace recipes;
    using http::route;
    static const std::array all{
        route(http::get, "/api/clusters/{cluster_id}/recipe",
              "Leaders who worked together before, trust acts held, and days to the first result",
              may_facilitate, show),
        route(http::patch, "/api/clusters/{cluster_id}/recipe",
              "Says who led, since when, and what came first", may_facilitate, change),
    };
    return all;
}

}  // namespace konbit
