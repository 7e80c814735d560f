// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/answered.hpp"

#include "features/stories/groups.hpp"

#include <algorithm>

namespace konbit::analyses {

namespace {

using networks::Rows;
using networks::WaveData;

ChanceTest shown(const network::PermutationTest& test) {
    return {test.observed, test.mean, test.sd, test.p_ge, test.p_le, test.p_two, test.count};
}

Verdict verdict_of(const network::PermutationTest& test) {
    if (test.p_ge <= significance / 2) return Verdict::more;
    return test.p_le <= significance / 2 ? Verdict::less : Verdict::chance;
}

std::vector<int> named_members(const WaveData& data, const std::vector<QuestionKey>& keys) {
    std::vector<bool> known(data.actors.size(), true);
    for (const auto key : keys) {
        const auto rows = networks::known_rows(*data.find(key), Rows::named);
        for (std::size_t i = 0; i < known.size(); ++i) known[i] = known[i] && rows[i];
    }
    return networks::places(known);
}

/// Without those whose row in the earlier wave is not known.
std::vector<int> known_before(const AnalysisQuestion& asked, const Input& input, std::vector<int> members) {
    const auto rows = networks::known_rows(*input.before->find(asked.question), Rows::named);
    const auto places = places_in(*input.before, input.wave, members);
    std::vector<int> known;
    for (std::size_t i = 0; i < members.size(); ++i)
        if (places[i] >= 0 && rows[places[i]]) known.push_back(members[i]);
    return known;
}

}  // namespace

std::vector<QuestionKey> questions_of(const AnalysisQuestion& asked) {
    std::vector<QuestionKey> keys{asked.question};
    std::ranges::copy(asked.beside, std::back_inserter(keys));
    return keys;
}

std::vector<int> members_of(const AnalysisQuestion& asked, const Input& input) {
    auto members = named_members(input.wave, questions_of(asked));
    const bool holds_before = asked.kind == AnalysisKind::explained && input.before;
    return holds_before ? known_before(asked, input, std::move(members)) : members;
}

network::Graph graph_of(const WaveData& data, QuestionKey key, const std::vector<int>& members) {
    return keeping(networks::observed(*data.find(key), Rows::named).reported(), members);
}

std::string value_of(const WaveMember& member, Likeness likeness) {
    switch (likeness) {
        case Likeness::country:
            return member.country_code;
        case Likeness::subsector:
            return member.subsector.value_or("");
        case Likeness::subgroup:
            return member.subgroup.value_or("");
        case Likeness::kind:
            return member.kind;
        case Likeness::side:
            return std::string(stories::side_of(member.kind));
    }
    return {};
}

std::vector<int> places_in(const WaveData& other, const WaveData& data, const std::vector<int>& members) {
    std::vector<int> place_of(static_cast<std::size_t>(data.layout.actor_count), -1);
    for (int place = 0; place < other.size(); ++place) place_of[other.actors[place].place_in_layout] = place;
    std::vector<int> places;
    for (const int member : members) places.push_back(place_of[data.actors[member].place_in_layout]);
    return places;
}

network::Shuffles shuffles(int count, Watch& watch) {
    return {.count = count, .seed = shuffle_seed, .threads = 0, .watch = &watch};
}

AnalysisResult begun(const WaveData& data, int members) {
    AnalysisResult result;
    result.members = members;
    result.asked = data.asked();
    result.pairs = static_cast<std::int64_t>(members) * (members - 1);
    return result;
}

AnalysisResult tested(AnalysisResult result, const std::optional<network::PermutationTest>& test) {
    if (!test) return result;
    result.test = shown(*test);
    result.verdict = verdict_of(*test);
    return result;
}

}  // namespace konbit::analyses
