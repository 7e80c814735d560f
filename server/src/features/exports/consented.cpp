// SPDX-License-Identifier: Apache-2.0
#include "features/exports/consented.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <random>

namespace konbit::exports {

namespace {

using networks::MapNode;
using networks::QuestionData;
using networks::WaveData;

constexpr std::ptrdiff_t least_alike = 3;

bool is_filtered(ExportPurpose purpose) {
    return purpose == ExportPurpose::members || purpose == ExportPurpose::research;
}

/// What a question was asked for, told to members beforehand, is all that it is used for.
bool is_for(const Question& question, ExportPurpose purpose) {
    switch (purpose) {
        case ExportPurpose::members:
            return question.sensitivity == Sensitivity::open &&
                   question.is_for(AnswerPurpose::map_to_members);
        case ExportPurpose::research:
            return question.is_for(AnswerPurpose::research);
        case ExportPurpose::facilitation:
        case ExportPurpose::evaluation:
            break;
    }
    return true;
}

void keep_rows(QuestionData& question, const std::vector<bool>& kept) {
    for (std::size_t i = 0; i < kept.size(); ++i)
        if (!kept[i]) question.rows[i] = RowState::nonresponse;
    std::erase_if(question.ties, [&](const auto& tie) { return !kept[static_cast<std::size_t>(tie.from)]; });
}

/// Whether each combination stands at three members at least.
template <class Key>
bool is_shared(const std::vector<MapNode>& nodes, Key key) {
    std::map<std::string, std::ptrdiff_t> counts;
    for (const auto& node : nodes) counts[key(node)] += 1;
    return std::ranges::all_of(counts, [](const auto& each) { return each.second >= least_alike; });
}

/// All or none: what only some show would tell who they are.
void coarsen(std::vector<MapNode>& nodes) {
    const bool keeps_both =
        is_shared(nodes, [](const MapNode& node) { return node.country_code + "|" + node.kind; });
    const bool keeps_country = is_shared(nodes, [](const MapNode& node) { return node.country_code; });
    for (auto& node : nodes) {
        node.subsector.reset();
        node.subgroup.reset();
        node.participates_in_programme.reset();
        node.known_rows.clear();
        node.is_facilitator = false;
        node.answered = true;
        if (!keeps_both) node.kind.clear();
        if (!keeps_country) node.country_code.clear();
    }
}

}  // namespace

Result<WaveData> consented(WaveData data, ExportPurpose purpose, const std::set<WaveMemberId>& agreed) {
    std::erase_if(data.questions, [&](const QuestionData& each) {
        return each.question.sensitivity == Sensitivity::sealed || !is_for(each.question, purpose);
    });
    if (data.questions.empty()) return failure(ErrorCode::not_found, "question");
    if (!is_filtered(purpose)) return data;
    std::vector<bool> kept;
    for (const auto& actor : data.actors) kept.push_back(agreed.contains(actor.member.id));
    for (auto& question : data.questions) keep_rows(question, kept);
    return data;
}

void take_names_off(networks::MapReport& map, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::ranges::shuffle(map.nodes, random);
    for (std::size_t i = 0; i < map.nodes.size(); ++i) {
        map.nodes[i].label = fmt::format("member {}", i + 1);
        map.nodes[i].actor.clear();
    }
    std::ranges::shuffle(map.ties, random);
    coarsen(map.nodes);
}

}  // namespace konbit::exports
