// SPDX-License-Identifier: Apache-2.0
#include "features/stories/groups.hpp"

#include "engine/survey/disclosure.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace konbit::stories {

namespace {

std::string code_of(const WaveMember& member, StoryGrouping grouping) {
    switch (grouping) {
        case StoryGrouping::country:
            return member.country_code;
        case StoryGrouping::subgroup:
            return member.subgroup.value_or("");
        case StoryGrouping::subsector:
            return member.subsector.value_or("");
        case StoryGrouping::side:
            return std::string(side_of(member.kind));
    }
    return {};
}

/// The groups as the roster has them.
std::map<std::string, StoryGroup> counted(const std::vector<std::string>& codes,
                                          const std::vector<bool>& has_answered) {
    std::map<std::string, StoryGroup> groups;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i].empty()) continue;
        auto& group = groups[codes[i]];
        group.code = codes[i];
        group.members += 1;
        group.answered += has_answered[i];
    }
    return groups;
}

/// Takes those that are too small, and as many of the next as it takes for the sum to be large enough.
std::set<std::string> too_small(const std::map<std::string, StoryGroup>& groups) {
    std::vector<StoryGroup> ascending;
    for (const auto& [code, group] : groups) ascending.push_back(group);
    std::ranges::sort(ascending, {}, [](const auto& group) { return std::pair(group.answered, group.code); });
    std::set<std::string> pooled;
    int answered = 0;
    for (const auto& group : ascending) {
        const bool is_needed = !pooled.empty() && answered < disclosure::least_people;
        if (group.answered >= disclosure::least_people && !is_needed) break;
        pooled.insert(group.code);
        answered += group.answered;
    }
    return pooled;
}

}  // namespace

std::string_view side_of(std::string_view kind) {
    constexpr std::array<std::string_view, 2> firms{"firm", "cooperative"};
    constexpr std::array<std::string_view, 2> knowledge{"academia", "research"};
    if (std::ranges::find(firms, kind) != firms.end()) return "firms";
    if (std::ranges::find(knowledge, kind) != knowledge.end()) return "knowledge";
    return kind == "public_body" ? "government" : "support";
}

std::vector<std::string> codes_of(const networks::WaveData& data, StoryGrouping grouping) {
    std::vector<std::string> codes;
    for (const auto& actor : data.actors) codes.push_back(code_of(actor.member, grouping));
    return codes;
}

Groups groups_of(const std::vector<std::string>& codes, const std::vector<bool>& has_answered) {
    const auto all = counted(codes, has_answered);
    const auto pooled = too_small(all);
    Groups result;
    StoryGroup together{.joined = 0};
    std::map<std::string, int> numbers;
    for (const auto& [code, group] : all) {
        if (pooled.contains(code)) {
            together.members += group.members;
            together.answered += group.answered;
            together.joined += 1;
        } else {
            numbers[code] = static_cast<int>(result.groups.size());
            result.groups.push_back(group);
        }
    }
    for (const auto& code : pooled) numbers[code] = static_cast<int>(result.groups.size());
    if (!pooled.empty()) result.groups.push_back(together);
    if (result.groups.size() < 2) return {};
    for (const auto& code : codes) result.of.push_back(code.empty() ? -1 : numbers.at(code));
    return result;
}

}  // namespace konbit::stories
