// SPDX-License-Identifier: Apache-2.0
#include "features/networks/tracing.hpp"

#include "engine/survey/disclosure.hpp"
#include "features/networks/observation.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace konbit::networks {

namespace {

constexpr int highest_rating = 4, lowest_rating = 1;

/// Who gave the ties of a part, and who left out somebody.
struct Givers {
    std::set<int> of_ties{};
    std::set<int> of_rest{};

    bool are_enough() const {
        return std::ssize(of_ties) >= disclosure::least_sealed_givers &&
               std::ssize(of_rest) >= disclosure::least_sealed_givers;
    }
};

/// A sealed gate cannot be followed: whoever answers behind it may have been offered anybody.
const QuestionData* readable_gate(const QuestionData& question, const WaveData& data) {
    const auto* gate = question.question.gate ? data.find(*question.question.gate) : nullptr;
    return gate && gate->question.sensitivity != Sensitivity::sealed ? gate : nullptr;
}

/// Whom each member was offered.
std::vector<std::set<int>> offers(const QuestionData& question, const WaveData& data) {
    std::vector<std::set<int>> offered(data.actors.size());
    if (const auto* gate = readable_gate(question, data)) {
        for (const auto& tie : gate->ties) offered[static_cast<std::size_t>(tie.from)].insert(tie.to);
        return offered;
    }
    for (int from = 0; from < data.size(); ++from)
        for (int to = 0; to < data.size(); ++to)
            if (from != to) offered[static_cast<std::size_t>(from)].insert(to);
    return offered;
}

/// Rows that are observed in every question about members that is not sealed.
std::vector<bool> complete_rows(const WaveData& data) {
    std::vector<bool> complete(data.actors.size(), true);
    for (const auto& each : data.questions) {
        if (each.question.sensitivity == Sensitivity::sealed) continue;
        const auto rows = known_rows(each, Rows::observed);
        for (std::size_t i = 0; i < complete.size(); ++i) complete[i] = complete[i] && rows[i];
    }
    return complete;
}

}  // namespace

std::vector<Cell> cells_of(const QuestionData& question, const WaveData& data) {
    auto offered = offers(question, data);
    std::set<std::pair<int, int>> ties;
    for (const auto& tie : question.ties) {
        ties.emplace(tie.from, tie.to);
        offered[static_cast<std::size_t>(tie.from)].insert(tie.to);
    }
    std::vector<Cell> cells;
    for (const int from : places(known_rows(question, Rows::observed)))
        for (const int to : offered[static_cast<std::size_t>(from)])
            cells.push_back({.from = from, .to = to, .is_tie = ties.contains({from, to})});
    return cells;
}

bool is_spread(std::span<const Cell> cells) {
    std::map<int, Givers> parts;
    for (const auto& cell : cells) {
        auto& givers = parts[cell.part];
        (cell.is_tie ? givers.of_ties : givers.of_rest).insert(cell.from);
    }
    return std::ranges::all_of(parts, [](const auto& part) { return part.second.are_enough(); });
}

void divide_by_country(std::vector<Cell>& cells, const std::vector<int>& country_of) {
    for (auto& cell : cells) {
        const int one = country_of[static_cast<std::size_t>(cell.from)];
        const int other = country_of[static_cast<std::size_t>(cell.to)];
        const bool is_placed = one >= 0 && other >= 0;
        cell.part = cell.part * 3 + (!is_placed ? 0 : one == other ? 1 : 2);
    }
}

void divide_by_direction(std::vector<Cell>& cells, const std::vector<bool>& has_answered) {
    std::set<std::pair<int, int>> asked;
    for (const auto& cell : cells) asked.emplace(cell.from, cell.to);
    for (auto& cell : cells) {
        const bool is_known = has_answered[static_cast<std::size_t>(cell.to)];
        cell.part = cell.part * 3 + (!is_known ? 0 : asked.contains({cell.to, cell.from}) ? 1 : 2);
    }
}

bool is_spread_rating(const QuestionData& question) {
    std::set<int> raters;
    Givers givers;
    for (const auto& tie : question.ties) {
        raters.insert(tie.from);
        if (tie.value < highest_rating) givers.of_rest.insert(tie.from);
        if (tie.value > lowest_rating) givers.of_ties.insert(tie.from);
    }
    return std::ssize(raters) >= disclosure::least_raters && givers.are_enough();
}

std::vector<bool> untraceable_rows(const QuestionData& question, const WaveData& data) {
    const auto known = known_rows(question, Rows::observed);
    const auto named = known_rows(question, Rows::named);
    const auto complete = complete_rows(data);
    std::vector<bool> rows(known.size());
    for (std::size_t i = 0; i < known.size(); ++i) rows[i] = known[i] && !named[i] && complete[i];
    auto cells = cells_of(question, data);
    std::erase_if(cells, [&](const Cell& cell) { return !rows[static_cast<std::size_t>(cell.from)]; });
    const auto count = static_cast<int>(std::ranges::count(rows, true));
    if (!disclosure::may_count_unnamed(count) || !is_spread(cells)) rows.assign(rows.size(), false);
    return rows;
}

}  // namespace konbit::networks
