// SPDX-License-Identifier: Apache-2.0
#include "engine/network/chance.hpp"
#include "engine/network/ei_index.hpp"
#include "engine/network/share.hpp"
#include "features/networks/observation.hpp"
#include "features/stories/story.hpp"

#include <algorithm>

namespace konbit::stories {

namespace {

using networks::Rows;

/// Enough for a mean and for p = 0.05; fewer in large networks, so that a page waits no longer than a moment.
network::Shuffles shuffles_for(const network::Graph& contacts) {
    return {.count = contacts.edge_count() <= 10'000 ? 499 : 99, .seed = 1, .threads = 1};
}

/// Every pair of groups, with what the members who answered could say.
std::vector<StoryCell> empty_cells(const std::vector<StoryGroup>& groups) {
    std::vector<StoryCell> cells;
    for (int from = 0; from < std::ssize(groups); ++from)
        for (int to = 0; to < std::ssize(groups); ++to) {
            const std::int64_t others = groups[to].members - (from == to ? 1 : 0);
            cells.push_back({.from = from, .to = to, .possible = groups[from].answered * others});
        }
    return cells;
}

std::vector<StoryCell> cells_of(const network::Graph& reported, const Groups& groups) {
    auto cells = empty_cells(groups.groups);
    const auto count = std::ssize(groups.groups);
    for (const auto& [from, to] : reported.edges())
        if (groups.of[from] >= 0 && groups.of[to] >= 0)
            cells[groups.of[from] * count + groups.of[to]].ties += 1;
    for (auto& cell : cells) cell.share = network::share(cell.ties, cell.possible);
    return cells;
}

void weigh(StoryTable& table, const network::Graph& reported, const std::vector<int>& group_of) {
    const network::Graph contacts = undirected(reported);
    const auto test = network::ei_index_test(contacts, group_of, shuffles_for(contacts));
    if (!test) return;
    table.ei_index = test->observed;
    table.ei_expected = test->mean;
    table.p_inside = test->p_le;
}

std::string reason_of(const std::vector<std::string>& codes) {
    std::vector<std::string> known;
    std::ranges::copy_if(codes, std::back_inserter(known), [](const auto& code) { return !code.empty(); });
    if (known.empty()) return "unknown";
    return std::ranges::count(known, known.front()) == std::ssize(known) ? "one_group" : "few";
}

}  // namespace

StoryTable table_of(const networks::QuestionData& question, const networks::WaveData& data,
                    StoryGrouping grouping) {
    const auto network = networks::observed(question, Rows::named);
    const auto codes = codes_of(data, grouping);
    const Groups groups = groups_of(codes, networks::known_rows(question, Rows::named));
    StoryTable table{.question = question.question.key, .grouping = grouping, .n = network.answers()};
    table.unplaced = static_cast<int>(std::ranges::count(codes, std::string()));
    if (groups.groups.empty()) {
        table.reason = reason_of(codes);
        return table;
    }
    table.groups = groups.groups;
    table.cells = cells_of(network.reported(), groups);
    weigh(table, network.reported(), groups.of);
    return table;
}

}  // namespace konbit::stories
