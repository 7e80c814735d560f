// SPDX-License-Identifier: Apache-2.0
#include "features/recipes/recipe_rules.hpp"

#include "core/text.hpp"
#include "features/networks/response.hpp"

#include <algorithm>

namespace konbit::recipes {

namespace {

using networks::QuestionData;
using networks::WaveData;

constexpr std::size_t longest_text = 300;
constexpr std::size_t most_leaders = 12;
constexpr int year_days = 365;

void tidy(std::optional<std::string>& text) {
    if (text) text = text::trim(*text);
    if (text && text->empty()) text.reset();
}

void check_text(Findings& findings, const std::optional<std::string>& text, std::string_view pointer) {
    findings.require(text::length(text.value_or("")) <= longest_text, pointer, "too_long", {{"max", "300"}});
}

/// The places of the leaders that stand on the roster.
std::vector<int> places_of(const Recipe& recipe, const WaveData& data) {
    std::vector<int> places;
    for (int place = 0; place < data.size(); ++place) {
        const auto& member = data.actors[place].member.membership_id;
        if (member && std::ranges::find(recipe.leader_ids, *member) != recipe.leader_ids.end())
            places.push_back(place);
    }
    return places;
}

bool says(const QuestionData& question, int from, int to) {
    return std::ranges::any_of(question.ties,
                               [&](const auto& tie) { return tie.from == from && tie.to == to; });
}

void judge_pair(EarlierWork& work, const QuestionData& question, int one, int other) {
    const bool have_worked = says(question, one, other) || says(question, other, one);
    const bool both_answered = is_observed(question.rows[one]) && is_observed(question.rows[other]);
    work.known += have_worked || both_answered;
    work.worked_together += have_worked;
}

std::optional<std::string> gap_of(const QuestionData* question) {
    if (question == nullptr) return "question_missing";
    const bool is_open =
        question->question.sensitivity == Sensitivity::open && question->question.may_be_named();
    return is_open ? std::nullopt : std::optional<std::string>("not_open");
}

std::vector<TrustActCount> by_kind(const std::vector<Meeting>& meetings) {
    std::vector<TrustActCount> counts;
    for (std::size_t i = 0; i < names(MeetingKind{}).size(); ++i) {
        const auto kind = static_cast<MeetingKind>(i);
        const auto held = std::ranges::count(meetings, kind, &Meeting::kind);
        if (is_trust_act(kind) && held > 0) counts.push_back({kind, static_cast<int>(held)});
    }
    return counts;
}

int acts_between(const std::vector<Meeting>& meetings, Date from, Date to) {
    return static_cast<int>(std::ranges::count_if(meetings, [&](const Meeting& each) {
        return is_trust_act(each.kind) && each.held_on >= from && each.held_on <= to;
    }));
}

template <class Figure>
PeerMedian median_of(const std::vector<RecipeFigures>& others, Figure RecipeFigures::* figure) {
    std::vector<double> values;
    for (const auto& each : others)
        if (each.*figure) values.push_back(static_cast<double>(*(each.*figure)));
    PeerMedian peers{.clusters = static_cast<int>(values.size()), .median = {}};
    if (peers.clusters < least_peers) return peers;
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    peers.median = values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    return peers;
}

}  // namespace

Result<Recipe> checked(Recipe recipe, Date today) {
    Findings findings;
    tidy(recipe.first_result);
    tidy(recipe.first_result_source);
    std::ranges::sort(recipe.leader_ids);
    const auto repeated = std::ranges::unique(recipe.leader_ids);
    recipe.leader_ids.erase(repeated.begin(), repeated.end());
    const Date began = recipe.began_on.value_or(today), first = recipe.first_result_on.value_or(today);
    findings.require(began <= today, "/began_on", "in_future");
    findings.require(first <= today, "/first_result_on", "in_future");
    findings.require(!recipe.first_result_on || !recipe.began_on || first >= began, "/first_result_on",
                     "before_from");
    check_text(findings, recipe.first_result, "/first_result");
    check_text(findings, recipe.first_result_source, "/first_result_source");
    findings.require(recipe.leader_ids.size() <= most_leaders, "/leader_ids", "too_many", {{"max", "12"}});
    return std::move(findings).or_value(std::move(recipe));
}

EarlierWork earlier_work(const Recipe& recipe, const WaveData* first) {
    EarlierWork work;
    const auto leaders = static_cast<int>(recipe.leader_ids.size());
    work.pairs = leaders * (leaders - 1) / 2;
    if (first == nullptr) work.gap = "no_wave";
    if (leaders < 2) work.gap = "no_leaders";
    if (first == nullptr) return work;
    const auto response = networks::response_of(*first);
    work.wave_title = first->wave.title;
    work.asked = response.asked;
    work.answered = response.answered;
    const auto* question = first->find(QuestionKey::worked_together);
    if (!work.gap) work.gap = gap_of(question);
    if (work.gap) return work;
    const auto places = places_of(recipe, *first);
    for (std::size_t i = 0; i < places.size(); ++i)
        for (std::size_t j = i + 1; j < places.size(); ++j) judge_pair(work, *question, places[i], places[j]);
    return work;
}

TrustActs trust_acts(const Recipe& recipe, const std::vector<Meeting>& meetings) {
    TrustActs acts;
    acts.meetings = static_cast<int>(meetings.size());
    acts.kinds = by_kind(meetings);
    for (const auto& kind : acts.kinds) acts.held += kind.held;
    if (meetings.empty()) {
        acts.gap = "no_meetings";
        return acts;
    }
    const auto [first, last] = std::ranges::minmax(meetings, {}, &Meeting::held_on);
    acts.first_on = first.held_on;
    acts.last_on = last.held_on;
    if (!recipe.began_on) {
        acts.gap = "no_beginning";
        return acts;
    }
    acts.first_year = acts_between(meetings, *recipe.began_on, Date{recipe.began_on->days + year_days - 1});
    if (recipe.first_result_on)
        acts.before_first_result = acts_between(meetings, *recipe.began_on, *recipe.first_result_on);
    return acts;
}

RecipeFigures figures_of(const Recipe& recipe, const EarlierWork& earlier, const TrustActs& acts) {
    RecipeFigures figures;
    if (earlier.known > 0)
        figures.worked_before_share = static_cast<double>(earlier.worked_together) / earlier.known;
    figures.trust_acts_first_year = acts.first_year;
    if (recipe.began_on && recipe.first_result_on)
        figures.days_to_first_result = recipe.first_result_on->days - recipe.began_on->days;
    return figures;
}

PeerMedians medians_of(const std::vector<RecipeFigures>& others) {
    return {median_of(others, &RecipeFigures::worked_before_share),
            median_of(others, &RecipeFigures::trust_acts_first_year),
            median_of(others, &RecipeFigures::days_to_first_result)};
}

}  // namespace konbit::recipes
