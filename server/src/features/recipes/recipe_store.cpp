// SPDX-License-Identifier: Apache-2.0
#include "features/recipes/recipe_store.hpp"

#include "db/columns.hpp"
#include "features/meetings/meeting_store.hpp"
#include "features/networks/network_store.hpp"
#include "features/recipes/recipe_rules.hpp"

#include <algorithm>

namespace konbit::recipes {

namespace {

/// A recipe as its row holds it.
struct RecipeRow {
    std::optional<Date> began_on;
    std::optional<Date> first_result_on;
    std::optional<std::string> first_result;
    std::optional<std::string> first_result_source;
    std::int64_t version = 1;
    Instant updated_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("began_on", &RecipeRow::began_on),
            field("first_result_on", &RecipeRow::first_result_on),
            field("first_result", &RecipeRow::first_result),
            field("first_result_source", &RecipeRow::first_result_source),
            field("version", &RecipeRow::version),
            field("updated_at", &RecipeRow::updated_at),
        };
    }
};

Recipe find_of(db::Session& db, const ClusterId& cluster) {
    Recipe recipe;
    recipe.cluster_id = cluster;
    if (const auto row = db.one<RecipeRow>(
            "SELECT " + db::columns<RecipeRow>() + " FROM recipes WHERE cluster_id = $1", cluster)) {
        recipe.began_on = row->began_on;
        recipe.first_result_on = row->first_result_on;
        recipe.first_result = row->first_result;
        recipe.first_result_source = row->first_result_source;
        recipe.version = row->version;
        recipe.updated_at = row->updated_at;
    }
    recipe.leader_ids = db.query<MembershipId>(
        "SELECT membership_id FROM recipe_leaders WHERE cluster_id = $1 ORDER BY membership_id", cluster);
    return recipe;
}

/// The first wave whose answers stand; one that is called a baseline goes before.
Result<std::optional<networks::WaveData>> first_wave(db::Session& db, const ClusterId& cluster) {
    const auto wave = db.one<WaveId>(R"(
        SELECT id FROM waves
        WHERE cluster_id = $1 AND state IN ('closed', 'frozen', 'published') AND pilot_of IS NULL
        ORDER BY CASE WHEN is_baseline THEN 0 ELSE 1 END, opens_at, id
        LIMIT 1)",
                                     cluster);
    if (!wave) return std::optional<networks::WaveData>{};
    KONBIT_TRY(auto stored, networks::load(db, System::analyst(cluster, *wave)));
    return std::optional(std::move(stored.data));
}

/// The card without the others.
Result<RecipeCard> own_card(db::Session& db, const ClusterId& cluster) {
    RecipeCard card;
    card.recipe = find_of(db, cluster);
    KONBIT_TRY(const auto first, first_wave(db, cluster));
    card.earlier = earlier_work(card.recipe, first ? &*first : nullptr);
    card.acts = trust_acts(card.recipe, meetings::list(db, System::facilitator(cluster)));
    card.figures = figures_of(card.recipe, card.earlier, card.acts);
    return card;
}

/// Other clusters that said something of their beginning; invented ones are compared with their like.
Result<std::vector<RecipeFigures>> figures_of_others(db::Session& db, const ClusterId& cluster) {
    std::vector<RecipeFigures> figures;
    for (const auto& other : db.query<ClusterId>(R"(
        SELECT c.id FROM clusters c JOIN recipes r ON r.cluster_id = c.id
        WHERE c.id <> $1 AND c.is_demo = (SELECT own.is_demo FROM clusters own WHERE own.id = $1)
        ORDER BY c.id)",
                                                 cluster)) {
        KONBIT_TRY(const RecipeCard card, own_card(db, other));
        figures.push_back(card.figures);
    }
    return figures;
}

Result<void> check_leaders(db::Session& db, const Recipe& recipe) {
    Findings findings;
    for (const auto& leader : recipe.leader_ids)
        findings.require(db.one<std::int64_t>("SELECT 1 FROM memberships WHERE id = $1 AND cluster_id = $2",
                                              leader, recipe.cluster_id)
                             .has_value(),
                         "/leader_ids", "unknown");
    KONBIT_CHECK(std::move(findings).or_value(true));
    return {};
}

bool write(db::Session& db, const Recipe& recipe) {
    return db.change(R"(
        INSERT INTO recipes (cluster_id, began_on, first_result_on, first_result, first_result_source, version,
                             updated_at)
        VALUES ($1, $2, $3, $4, $5, 2, $6)
        ON CONFLICT (cluster_id) DO UPDATE SET began_on = $2, first_result_on = $3, first_result = $4,
            first_result_source = $5, version = recipes.version + 1, updated_at = $6
        WHERE recipes.version = $7)",
                     recipe.cluster_id, recipe.began_on, recipe.first_result_on, recipe.first_result,
                     recipe.first_result_source, recipe.updated_at, recipe.version) > 0;
}

void put_leaders(db::Session& db, const Recipe& recipe) {
    db.change("DELETE FROM recipe_leaders WHERE cluster_id = $1", recipe.cluster_id);
    for (const auto& leader : recipe.leader_ids)
        db.change("INSERT INTO recipe_leaders (id, cluster_id, membership_id) VALUES ($1, $2, $3)",
                  new_id<Id<struct RecipeLeaderTag>>(), recipe.cluster_id, leader);
}

}  // namespace

Recipe find(db::Session& db, const Facilitator& by) { return find_of(db, by.cluster()); }

Result<RecipeCard> find_card(db::Session& db, const Facilitator& by) {
    KONBIT_TRY(RecipeCard card, own_card(db, by.cluster()));
    KONBIT_TRY(const auto others, figures_of_others(db, by.cluster()));
    card.peers = medians_of(others);
    card.cluster_name = db.value<std::string>("SELECT name FROM clusters WHERE id = $1", by.cluster());
    card.is_demo = db.value<bool>("SELECT is_demo FROM clusters WHERE id = $1", by.cluster());
    card.leaders = db.query<std::string>(
        "SELECT m.label FROM recipe_leaders l JOIN memberships m ON m.id = l.membership_id"
        " WHERE l.cluster_id = $1 ORDER BY m.sort_key, m.id",
        by.cluster());
    return card;
}

Result<Recipe> save(db::Session& db, Recipe recipe, const Facilitator& by, const history::Occasion& at) {
    const Recipe stored = find(db, by);
    recipe.cluster_id = by.cluster();
    recipe.updated_at = at.now;
    KONBIT_TRY(const Recipe valid, checked(std::move(recipe), utc_date(at.now)));
    KONBIT_CHECK(check_leaders(db, valid));
    if (!write(db, valid)) return failure(ErrorCode::stale, "recipe");
    put_leaders(db, valid);
    Recipe saved = find(db, by);
    history::record<Recipe>(db, history::Kind::recipe, saved.cluster_id, stored, saved,
                            history::by(by.viewer(), at));
    return saved;
}

}  // namespace konbit::recipes
