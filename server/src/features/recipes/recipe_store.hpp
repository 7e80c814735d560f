// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/history/history.hpp"
#include "features/permission/capabilities.hpp"
#include "features/recipes/recipe.hpp"

namespace konbit::recipes {

/// What the cluster said; nothing but its id as long as it said nothing.
Recipe find(db::Session& db, const Facilitator& by);

/// The card, worked out from what was said, the first closed wave and the register of meetings.
Result<RecipeCard> find_card(db::Session& db, const Facilitator& by);

/// @return ErrorCode::stale when it was changed meanwhile; ErrorCode::invalid with "unknown" at "/leader_ids"
/// for
///         who is no member, and what checked() finds.
Result<Recipe> save(db::Session& db, Recipe recipe, const Facilitator& by, const history::Occasion& at);

}  // namespace konbit::recipes
