// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/session.hpp"
#include "features/permission/capabilities.hpp"
#include "features/surveys/survey.hpp"

#include <optional>
#include <vector>

/// How many organizations outside of the roster its members deal with: figures of their own, never part of a
/// density or a map.
namespace konbit::unlisted {

/// Fewer members are not told of when the question is limited.
inline constexpr std::int64_t fewest_givers = 5;

/// What was named in one question. Empty members may not be told: too few members named anybody.
struct OutsideCount {
    QuestionKey key = QuestionKey::know;
    std::optional<std::int64_t> organizations;  ///< Names that differ in more than spelling.
    std::optional<std::int64_t> named_by;       ///< Members who named one.
    std::optional<std::int64_t> ties;

    static constexpr auto fields() {
        return std::tuple{
            field("key", &OutsideCount::key),
            field("organizations", &OutsideCount::organizations),
            field("named_by", &OutsideCount::named_by),
            field("ties", &OutsideCount::ties),
        };
    }
};

struct OutsideCounts {
    std::vector<OutsideCount> items;

    static constexpr auto fields() { return std::tuple{field("items", &OutsideCounts::items)}; }
};

/// For each question that is not sealed, in the order of asking; without what was merged or rejected.
OutsideCounts count_outside(db::Session& db, const Analyst& by);

}  // namespace konbit::unlisted
