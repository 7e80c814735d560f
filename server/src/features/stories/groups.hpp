// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/wave_data.hpp"

#include <string>
#include <vector>

/// Members by what they have in common, in groups that may be shown.
namespace konbit::stories {

/// What makes a group.
enum class StoryGrouping {
    country,
    subgroup,   ///< For instance the island.
    subsector,  ///< Line of business.
    side,       ///< Firms, universities, government, support: `side_of`.
};
constexpr auto names(StoryGrouping) {
    return std::to_array<std::string_view>({"country", "subgroup", "subsector", "side"});
}

/// To which side of the cluster a kind of organization belongs: "firms", "knowledge", "government" or
/// "support".
std::string_view side_of(std::string_view organization_kind);

/// One group of a table.
struct StoryGroup {
    std::string
        code;  ///< Country code, text of the roster, or side; empty for smaller groups taken together.
    int members = 0;
    int answered = 0;  ///< Members of it whose rows count here.
    int joined = 1;    ///< How many groups of the roster it holds.

    static constexpr auto fields() {
        return std::tuple{
            field("code", &StoryGroup::code),
            field("members", &StoryGroup::members),
            field("answered", &StoryGroup::answered),
            field("joined", &StoryGroup::joined),
        };
    }
};

struct Groups {
    std::vector<StoryGroup> groups{};  ///< By code; those taken together last.
    std::vector<int> of{};             ///< Number of each member's group; -1 where it is not known.
};

/// What stands on the roster, before anything is taken together; empty where it is not known.
std::vector<std::string> codes_of(const networks::WaveData& data, StoryGrouping grouping);

/// Groups of at least disclosure::least_people members who answered. Smaller ones are taken together, the
/// smallest first, until that holds: a cell that is shown never rests on fewer senders, and neither does what
/// is left when the shown ones are taken from the total.
///
/// @param has_answered  Whose rows count; one entry for each member.
/// @return No group when fewer than two would be left.
Groups groups_of(const std::vector<std::string>& codes, const std::vector<bool>& has_answered);

}  // namespace konbit::stories
