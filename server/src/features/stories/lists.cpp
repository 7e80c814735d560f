// SPDX-License-Identifier: Apache-2.0
#include "engine/network/cut_points.hpp"
#include "features/networks/observation.hpp"
#include "features/stories/story.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace konbit::stories {

namespace {

using network::Graph;
using network::ObservedNetwork;
using networks::WaveData;

constexpr std::size_t most_listed = 5;

const std::string& label(const WaveData& data, int place) { return data.actors[place].member.label; }

bool is_named(const WaveData& data, int place) { return !data.actors[place].is_unnamed(); }

std::vector<std::string> labels(const WaveData& data, const std::vector<int>& places) {
    std::vector<std::string> texts;
    for (const int place : places)
        if (is_named(data, place)) texts.push_back(label(data, place));
    return texts;
}

// Who connects the groups.

/// The first grouping that divides the roster.
std::optional<StoryGrouping> dividing(const WaveData& data) {
    for (const auto each : {StoryGrouping::country, StoryGrouping::subgroup, StoryGrouping::subsector}) {
        const auto codes = codes_of(data, each);
        std::set<std::string> different(codes.begin(), codes.end());
        different.erase("");
        if (different.size() > 1) return each;
    }
    return std::nullopt;
}

bool is_across(const std::vector<std::string>& codes, int one, int other) {
    return !codes[one].empty() && !codes[other].empty() && codes[one] != codes[other];
}

/// Of each pair of groups, the members of the first who have a contact in the second.
std::map<std::pair<std::string, std::string>, std::set<int>> gates(const Graph& contacts,
                                                                   const std::vector<std::string>& codes) {
    std::map<std::pair<std::string, std::string>, std::set<int>> found;
    for (int place = 0; place < contacts.node_count(); ++place)
        for (const int other : contacts.out(place))
            if (is_across(codes, place, other)) found[{codes[place], codes[other]}].insert(place);
    return found;
}

/// Contacts of each member in other groups.
std::vector<int> contacts_across(const Graph& contacts, const std::vector<std::string>& codes) {
    std::vector<int> counts;
    for (int place = 0; place < contacts.node_count(); ++place)
        counts.push_back(static_cast<int>(std::ranges::count_if(
            contacts.out(place), [&](int other) { return is_across(codes, place, other); })));
    return counts;
}

/// Where a list of falling counts may end: after so many, and after whoever has as many as the last of them.
/// Where that makes it too long, before all who have as many.
std::size_t fair_end(const std::vector<int>& places, const std::vector<int>& counts) {
    auto end = std::min(places.size(), most_listed);
    while (end < places.size() && counts[places[end]] == counts[places[end - 1]]) ++end;
    if (end <= 2 * most_listed) return end;
    const int shared = counts[places[end - 1]];
    while (end > 0 && counts[places[end - 1]] == shared) --end;
    return end;
}

/// Places with a count, the highest first, equal ones in the order of the roster.
std::vector<int> foremost(const std::vector<int>& counts, const WaveData& data) {
    std::vector<int> places;
    for (int place = 0; place < std::ssize(counts); ++place)
        if (counts[place] > 0 && is_named(data, place)) places.push_back(place);
    std::ranges::sort(places, {}, [&](int place) { return std::pair(-counts[place], place); });
    places.resize(fair_end(places, counts));
    return places;
}

std::vector<StoryBridge> bridges_of(const Graph& contacts, const WaveData& data,
                                    const std::vector<std::string>& codes) {
    const auto across = contacts_across(contacts, codes);
    const auto ways = gates(contacts, codes);
    std::vector<StoryBridge> bridges;
    for (const int place : foremost(across, data)) {
        const auto& member = data.actors[place].member;
        bridges.push_back({member.label, codes[place], member.is_facilitator, across[place], {}});
        for (const auto& [groups, members] : ways)
            if (groups.first == codes[place] && members == std::set{place})
                bridges.back().alone_to.push_back(groups.second);
    }
    return bridges;
}

// Who is not connected.

void add_unconnected(StoryLists& lists, const ObservedNetwork& network, const WaveData& data) {
    for (int place = 0; place < data.size(); ++place) {
        if (!network.reported().in(place).empty() || !network.reported().out(place).empty()) continue;
        auto& list = network.has_answered(place) ? lists.alone : lists.unknown;
        if (is_named(data, place)) list.push_back(label(data, place));
    }
}

// What would break.

struct Cut {
    int place = 0;
    std::vector<int> cut_off{};
};

std::vector<Cut> cuts_of(const Graph& contacts) {
    std::vector<Cut> cuts;
    for (const int place : network::cut_points(contacts).articulation_points)
        cuts.push_back({place, network::departure_of(contacts, place).cut_off});
    std::erase_if(cuts, [](const Cut& cut) { return cut.cut_off.empty(); });
    std::ranges::sort(cuts, {},
                      [](const Cut& cut) { return std::pair(-std::ssize(cut.cut_off), cut.place); });
    return cuts;
}

/// Two who answered and are not tied, one on each side of the cut: in the same line of business if there are
/// such, then those with the fewest contacts, so that nobody busy gets busier.
std::optional<StoryBackup> backup_of(const Cut& cut, const Graph& contacts, const ObservedNetwork& network,
                                     const WaveData& data) {
    const std::set<int> off(cut.cut_off.begin(), cut.cut_off.end());
    const auto sectors = networks::subsectors(data);
    std::optional<std::array<int, 5>> best;
    for (const int one : cut.cut_off)
        for (int other = 0; other < data.size(); ++other) {
            const bool can_meet = other != cut.place && !off.contains(other) && network.has_answered(one) &&
                                  network.has_answered(other) && is_named(data, one) && is_named(data, other);
            if (!can_meet || contacts.out(other).empty()) continue;
            const bool is_alike = sectors[one] >= 0 && sectors[one] == sectors[other];
            const auto busy = static_cast<int>(contacts.out(other).size());
            const std::array candidate{is_alike ? 0 : 1, busy, -static_cast<int>(contacts.out(one).size()),
                                       one, other};
            if (!best || candidate < *best) best = candidate;
        }
    if (!best) return std::nullopt;
    return StoryBackup{label(data, (*best)[3]), label(data, (*best)[4])};
}

std::vector<StoryCut> fragility(const Graph& contacts, const ObservedNetwork& network, const WaveData& data) {
    std::vector<StoryCut> found;
    for (const auto& cut : cuts_of(contacts)) {
        if (!is_named(data, cut.place) || found.size() == most_listed) continue;
        StoryCut& said = found.emplace_back();
        said.label = label(data, cut.place);
        said.cut_off = labels(data, cut.cut_off);
        said.silent = static_cast<int>(
            std::ranges::count_if(cut.cut_off, [&](int place) { return !network.has_answered(place); }));
        said.backup = backup_of(cut, contacts, network, data);
    }
    return found;
}

}  // namespace

StoryLists lists_of(const networks::QuestionData& question, const WaveData& data) {
    const ObservedNetwork network = networks::observed(question, networks::Rows::named);
    StoryLists lists{.question = question.question.key, .n = network.answers()};
    lists.is_withheld = disclosure::report_level(lists.n, data.asked()) != disclosure::ReportLevel::full;
    if (lists.is_withheld) return lists;
    const Graph contacts = undirected(reconstructed(network).graph);
    lists.grouping = dividing(data);
    if (lists.grouping) lists.bridges = bridges_of(contacts, data, codes_of(data, *lists.grouping));
    add_unconnected(lists, network, data);
    lists.cuts = fragility(contacts, network, data);
    return lists;
}

}  // namespace konbit::stories
