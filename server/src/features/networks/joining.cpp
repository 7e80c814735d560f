// SPDX-License-Identifier: Apache-2.0
#include "features/networks/joining.hpp"

#include "engine/survey/agreement.hpp"
#include "engine/survey/disclosure.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace konbit::networks {

namespace {

using Rows = std::vector<const InformantRow*>;

std::map<int, Rows> by_member(std::span<const InformantRow> said) {
    std::map<int, Rows> members;
    for (const auto& row : said) members[row.place].push_back(&row);
    return members;
}

Rows observed_of(const Rows& informants) {
    Rows observed;
    std::ranges::copy_if(informants, std::back_inserter(observed),
                         [](const auto* row) { return is_observed(row->state); });
    return observed;
}

/// The states stand in the order of how much they say.
RowState most_said(const Rows& informants) {
    RowState state = RowState::withdrawn;
    for (const auto* row : informants) state = std::min(state, row->state);
    return state;
}

bool are_named(const Rows& informants) {
    return std::ranges::all_of(informants, [](const auto* row) { return row->is_named; });
}

/// One named is the tie of one; how often each is named decides whether it counts.
std::vector<Tie> joined_ties(const Rows& observed, InformantRule rule) {
    std::map<int, std::vector<int>> values;
    for (const auto* row : observed)
        for (const auto& tie : row->ties) values[tie.to].push_back(tie.value);
    std::vector<Tie> ties;
    for (const auto& [to, given] : values) {
        if (rule == InformantRule::all && given.size() < observed.size()) continue;
        const int value = rule == InformantRule::any ? std::ranges::max(given) : std::ranges::min(given);
        ties.push_back({observed.front()->place, to, value});
    }
    return ties;
}

std::set<int> named_in(const InformantRow& row) {
    std::set<int> named;
    for (const auto& tie : row.ties) named.insert(tie.to);
    return named;
}

const InformantRow* same_informant(std::span<const InformantRow> said, std::span<const InformantRow> gate,
                                   const InformantRow* row) {
    return gate.empty() ? nullptr : &gate[static_cast<std::size_t>(row - said.data())];
}

/// About whom both were asked.
std::set<int> asked_of_both(const InformantRow& first, const InformantRow* first_gate,
                            const InformantRow* second_gate, int size) {
    std::set<int> asked;
    for (int to = 0; to < size; ++to)
        if (to != first.place) asked.insert(to);
    for (const auto* gate : {first_gate, second_gate}) {
        if (!gate) continue;
        const auto ticked = named_in(*gate);
        std::erase_if(asked, [&](int to) { return !ticked.contains(to); });
    }
    return asked;
}

void compare(survey::Judgements& judged, const InformantRow& first, const InformantRow& second,
             const std::set<int>& asked) {
    const auto one = named_in(first), other = named_in(second);
    for (const int to : asked) {
        if (one.contains(to))
            (other.contains(to) ? judged.both : judged.first_only) += 1;
        else
            (other.contains(to) ? judged.second_only : judged.neither) += 1;
    }
}

InformantAgreement agreement(int members, const survey::Judgements& judged) {
    InformantAgreement result{
        .members = members, .cells = static_cast<int>(judged.all()), .kappa = {}, .reason = {}};
    if (members < disclosure::least_compared_members) {
        result.reason = "few_members";
        return result;
    }
    result.kappa = survey::cohen_kappa(judged);
    if (!result.kappa) result.reason = "no_variation";
    return result;
}

}  // namespace

void join(QuestionData& question, std::span<const InformantRow> said, InformantRule rule) {
    question.ties.clear();
    for (const auto& [place, informants] : by_member(said)) {
        const auto at = static_cast<std::size_t>(place);
        const Rows observed = observed_of(informants);
        question.rows[at] = most_said(informants);
        question.is_named[at] = are_named(observed.empty() ? informants : observed);
        if (!observed.empty())
            std::ranges::copy(joined_ties(observed, rule), std::back_inserter(question.ties));
    }
    std::ranges::sort(question.ties);
}

std::optional<InformantAgreement> agreement_of(std::span<const InformantRow> said,
                                               std::span<const InformantRow> gate, int size) {
    survey::Judgements judged;
    int members = 0;
    for (const auto& [place, informants] : by_member(said)) {
        const Rows observed = observed_of(informants);
        members += observed.size() > 1;
        for (std::size_t i = 0; i < observed.size(); ++i)
            for (std::size_t j = i + 1; j < observed.size(); ++j)
                compare(judged, *observed[i], *observed[j],
                        asked_of_both(*observed[i], same_informant(said, gate, observed[i]),
                                      same_informant(said, gate, observed[j]), size));
    }
    if (members == 0) return std::nullopt;
    return agreement(members, judged);
}

}  // namespace konbit::networks
