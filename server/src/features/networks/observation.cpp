// SPDX-License-Identifier: Apache-2.0
#include "features/networks/observation.hpp"

#include <map>

namespace konbit::networks {

namespace {

using network::Edge;
using network::ObservedNetwork;

void append_ties(std::vector<Edge>& edges, const QuestionData& question) {
    for (const auto& tie : question.ties) edges.push_back({tie.from, tie.to});
}

/// Numbers texts in the order of their appearance; an empty one gets -1.
std::vector<int> numbered(const std::vector<std::string>& texts) {
    std::map<std::string, int> numbers;
    std::vector<int> result;
    for (const auto& text : texts)
        result.push_back(
            text.empty() ? -1 : numbers.try_emplace(text, static_cast<int>(numbers.size())).first->second);
    return result;
}

}  // namespace

std::vector<bool> known_rows(const QuestionData& question, Rows which) {
    std::vector<bool> known(question.rows.size());
    for (std::size_t i = 0; i < known.size(); ++i)
        known[i] = is_observed(question.rows[i]) && (which == Rows::observed || question.is_named[i]);
    return known;
}

QuestionData by_name(QuestionData question) {
    const auto named = known_rows(question, Rows::named);
    for (std::size_t i = 0; i < named.size(); ++i)
        if (!named[i]) question.rows[i] = RowState::nonresponse;
    std::erase_if(question.ties, [&](const Tie& tie) { return !named[static_cast<std::size_t>(tie.from)]; });
    return question;
}

ObservedNetwork observed(const QuestionData& question, Rows which) {
    std::vector<Edge> edges;
    append_ties(edges, question);
    return ObservedNetwork(known_rows(question, which), edges);
}

std::vector<int> places(const std::vector<bool>& is_known) {
    std::vector<int> result;
    for (std::size_t i = 0; i < is_known.size(); ++i)
        if (is_known[i]) result.push_back(static_cast<int>(i));
    return result;
}

std::vector<int> countries(const WaveData& data) {
    std::vector<std::string> codes;
    for (const auto& actor : data.actors) codes.push_back(actor.member.country_code);
    return numbered(codes);
}

std::vector<int> subsectors(const WaveData& data) {
    std::vector<std::string> texts;
    for (const auto& actor : data.actors) texts.push_back(actor.member.subsector.value_or(""));
    return numbered(texts);
}

ObservedNetwork open_network(const WaveData& data) {
    std::vector<Edge> edges;
    std::vector<bool> known(data.actors.size());
    for (const auto& each : data.questions) {
        if (each.question.sensitivity != Sensitivity::open || !each.question.may_be_named()) continue;
        append_ties(edges, each);
        const auto rows = known_rows(each, Rows::named);
        for (std::size_t i = 0; i < rows.size(); ++i) known[i] = known[i] || rows[i];
    }
    return ObservedNetwork(std::move(known), edges);
}

}  // namespace konbit::networks
