// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/duplicates/pair.hpp"
#include "features/permission/capabilities.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace konbit::duplicates {

/// The most alike pairs of a list, and how many there are.
struct DuplicatePairs {
    std::vector<DuplicatePair> items;
    std::int64_t count = 0;

    static constexpr auto fields() {
        return std::tuple{field("items", &DuplicatePairs::items), field("count", &DuplicatePairs::count)};
    }
};

/// The organizations of a country that may be one, the most alike first, without those known to be two; at
/// most 100 are given.
/// @return ErrorCode::forbidden "other_country" for a country out of the editor's reach.
/// @complexity As Register: O(n log n) for the n organizations of the country.
Result<DuplicatePairs> list_pairs(db::Session& session, const DirectoryEditor& by,
                                  std::string_view country_code);

/// Notes that two records are two organizations, so that nobody is asked again; twice is once.
/// @return ErrorCode::not_found for one that the editor may not see, ErrorCode::forbidden "other_country" for
///         one out of reach, ErrorCode::invalid when both are the same.
Result<void> tell_apart(db::Session& session, const KnownApart& pair, const DirectoryEditor& by, Instant now);

}  // namespace konbit::duplicates
