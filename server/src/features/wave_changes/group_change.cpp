// SPDX-License-Identifier: Apache-2.0
#include "features/wave_changes/group_change.hpp"

#include "engine/network/share.hpp"

namespace konbit::wave_changes {

namespace {

using stories::Groups;
using stories::StoryGrouping;

/// Marks by the numbers that both waves share.
std::vector<bool> answered_both(const Compared& both) {
    std::vector<bool> marks(both.first.is_member.size());
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto node = static_cast<int>(i);
        marks[i] = both.first.network.has_answered(node) && both.second.network.has_answered(node);
    }
    return marks;
}

/// By shared numbers; empty for who was not on both rosters.
std::vector<std::string> codes_of_common(const Compared& both, const networks::WaveData& after,
                                         StoryGrouping grouping) {
    std::vector<std::string> codes(both.first.is_member.size());
    const auto own = stories::codes_of(after, grouping);
    for (int place = 0; place < after.size(); ++place) {
        const auto number = static_cast<std::size_t>(after.actors[place].place_in_layout);
        if (both.first.is_member[number]) codes[number] = own[place];
    }
    return codes;
}

/// The cells of one table, filled tie by tie.
class Cells {
  public:
    explicit Cells(const Groups& groups) : groups_(groups) {
        const auto count = static_cast<int>(std::ssize(groups.groups));
        for (int from = 0; from < count; ++from)
            for (int to = 0; to < count; ++to) cells_.push_back(cell(from, to));
    }
    void add(const std::vector<network::Edge>& ties, std::int64_t ChangeCell::* where) {
        const auto count = std::ssize(groups_.groups);
        for (const auto& [from, to] : ties)
            if (groups_.of[from] >= 0 && groups_.of[to] >= 0)
                cells_[groups_.of[from] * count + groups_.of[to]].*where += 1;
    }
    std::vector<ChangeCell> done() {
        for (auto& each : cells_)
            each.jaccard = network::share(each.kept, each.kept + each.lost + each.gained);
        return std::move(cells_);
    }

  private:
    ChangeCell cell(int from, int to) const {
        const std::int64_t others = groups_.groups[to].members - (from == to ? 1 : 0);
        return {.from = from, .to = to, .comparable = groups_.groups[from].answered * others};
    }
    const Groups& groups_;
    std::vector<ChangeCell> cells_;
};

}  // namespace

std::vector<ChangeTable> tables_of(const Compared& both, QuestionKey key, const networks::WaveData& after) {
    const auto has_answered = answered_both(both);
    std::vector<ChangeTable> tables;
    for (const auto grouping :
         {StoryGrouping::country, StoryGrouping::subgroup, StoryGrouping::subsector, StoryGrouping::side}) {
        const Groups groups = stories::groups_of(codes_of_common(both, after, grouping), has_answered);
        if (groups.groups.empty()) continue;
        Cells cells(groups);
        cells.add(both.change.kept, &ChangeCell::kept);
        cells.add(both.change.lost, &ChangeCell::lost);
        cells.add(both.change.gained, &ChangeCell::gained);
        tables.push_back({key, grouping, groups.groups, cells.done()});
    }
    return tables;
}

}  // namespace konbit::wave_changes
