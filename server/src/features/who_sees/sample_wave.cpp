// SPDX-License-Identifier: Apache-2.0
#include "features/who_sees/sample_wave.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace konbit::who_sees {

namespace {

using networks::QuestionData;
using networks::WaveData;

/// The first six stand close together, the others around them: a map with a middle and an edge.
constexpr std::array<std::array<int, 2>, 20> pairs{{{0, 1}, {1, 2},  {2, 0},  {3, 0},  {0, 3}, {4, 1}, {5, 2},
                                                    {2, 5}, {4, 5},  {6, 3},  {7, 3},  {7, 6}, {8, 4}, {4, 8},
                                                    {9, 5}, {10, 9}, {9, 10}, {11, 0}, {1, 0}, {6, 7}}};

/// How many questions stand before this one, each of which lists only whom the one before it named.
int depth_of(const Question& question) {
    return !question.gate ? 0 : *question.gate == QuestionKey::know ? 1 : 2;
}

/// Whoever is asked about somebody does not always say yes: everybody knows one member more than the pairs,
/// and the last question of a row has every other pair.
std::vector<networks::Tie> ties_of(const Question& question, int answered) {
    const bool is_rating = question.scale == Scale::level4;
    const int depth = depth_of(question);
    std::vector<networks::Tie> ties;
    for (int i = 0; i < std::ssize(pairs); i += depth == 2 ? 2 : 1) {
        const auto& [from, to] = pairs[static_cast<std::size_t>(i)];
        if (from < answered) ties.push_back({from, to, is_rating ? 1 + i % 4 : 1});
    }
    if (depth == 0)
        for (int from = 0; from < answered; ++from) ties.push_back({from, (from + 5) % sample_size, 1});
    std::ranges::sort(ties);
    return ties;
}

/// Spread over the roster, so that the map shows named and unnamed members side by side.
bool wants_figures_only(int member) { return member % 4 == 2; }

networks::Actor invented(int number) {
    networks::Actor actor{.place_in_layout = number};
    actor.member.id = new_id<WaveMemberId>();
    actor.member.label = std::string(1, static_cast<char>('A' + number));
    actor.member.kind = "firm";
    actor.member.position = number;
    return actor;
}

bool is_named(const Question& question, int member) {
    if (!question.may_be_named()) return false;
    return question.sensitivity == Sensitivity::open || !wants_figures_only(member);
}

QuestionData answered_by(const Question& question, int answered) {
    QuestionData data;
    data.question = question;
    for (int member = 0; member < sample_size; ++member) {
        data.rows.push_back(member < answered ? RowState::answered_empty : RowState::nonresponse);
        data.is_named.push_back(is_named(question, member));
    }
    data.ties = ties_of(question, answered);
    for (const auto& tie : data.ties) data.rows[static_cast<std::size_t>(tie.from)] = RowState::answered;
    return data;
}

}  // namespace

networks::WaveData sample_wave(std::span<const Question> questions, WaveState state, int answered) {
    WaveData data;
    data.wave.state = state;
    for (int number = 0; number < sample_size; ++number) data.actors.push_back(invented(number));
    data.has_declined.resize(sample_size);
    data.layout.actor_count = sample_size;
    for (const auto& [from, to] : pairs) data.layout.ties.push_back({from, to});
    for (const auto& question : questions) data.questions.push_back(answered_by(question, answered));
    return data;
}

}  // namespace konbit::who_sees
