// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/compute.hpp"

#include "engine/network/chance.hpp"
#include "engine/network/mrqap.hpp"
#include "engine/network/programme_effect.hpp"
#include "engine/network/qap.hpp"
#include "engine/survey/disclosure.hpp"
#include "features/analyses/answered.hpp"
#include "features/analyses/patterns.hpp"

#include <algorithm>
#include <map>

namespace konbit::analyses {

namespace {

using network::Shuffles;
using networks::QuestionData;
using networks::Rows;
using networks::WaveData;

/// Number of each member's group; -1 where it is not known.
std::vector<int> groups_of(const WaveData& data, Likeness likeness, const std::vector<int>& members) {
    std::map<std::string, int> numbers;
    std::vector<int> groups;
    for (const int place : members) {
        const std::string value = value_of(data.actors[place].member, likeness);
        groups.push_back(
            value.empty() ? -1 : numbers.try_emplace(value, static_cast<int>(numbers.size())).first->second);
    }
    return groups;
}

AnalysisResult alike(const AnalysisQuestion& asked, const Input& input, Watch& watch) {
    const WaveData& data = input.wave;
    const auto members = members_of(asked, input);
    return tested(
        begun(data, static_cast<int>(members.size())),
        network::qap(graph_of(data, asked.question, members), graph_of(data, asked.beside.front(), members),
                     shuffles(many_shuffles, watch)));
}

AnalysisResult within_groups(const AnalysisQuestion& asked, const Input& input, Watch& watch) {
    const WaveData& data = input.wave;
    const auto members = members_of(asked, input);
    AnalysisResult result = tested(begun(data, static_cast<int>(members.size())),
                                   network::ei_index_test(graph_of(data, asked.question, members),
                                                          groups_of(data, asked.likenesses.front(), members),
                                                          shuffles(many_shuffles, watch)));
    // A low index means that ties stay inside, which is what was asked.
    if (result.verdict == Verdict::more || result.verdict == Verdict::less)
        result.verdict = result.verdict == Verdict::more ? Verdict::less : Verdict::more;
    return result;
}

std::vector<network::Predictor> predictors_of(const AnalysisQuestion& asked, const Input& input,
                                              const std::vector<int>& members) {
    const WaveData& data = input.wave;
    std::vector<network::Predictor> predictors;
    if (input.before)
        predictors.push_back(
            {"before", network::tie_values(graph_of(*input.before, asked.question,
                                                    places_in(*input.before, data, members)))});
    for (const auto key : asked.beside)
        predictors.push_back({std::string(name_of(key)), network::tie_values(graph_of(data, key, members))});
    for (const auto likeness : asked.likenesses)
        predictors.push_back({"same_" + std::string(name_of(likeness)),
                              network::same_group(groups_of(data, likeness, members))});
    return predictors;
}

AnalysisTerm shown(const network::Coefficient& term) {
    return {term.name, term.estimate, term.test.count > 0 ? std::optional(term.test.p_two) : std::nullopt};
}

Result<AnalysisResult> explained(const AnalysisQuestion& asked, const Input& input, Watch& watch) {
    const WaveData& data = input.wave;
    const auto members = members_of(asked, input);
    const auto outcome = network::tie_values(graph_of(data, asked.question, members));
    const auto predictors = predictors_of(asked, input, members);
    auto model =
        network::mrqap({.outcome = outcome, .predictors = predictors}, shuffles(few_shuffles, watch));
    if (!model) {
        model.error().code = ErrorCode::conflict;
        return std::unexpected(std::move(model).error());
    }
    AnalysisResult result = begun(data, static_cast<int>(members.size()));
    result.r2 = model->r2;
    for (const auto& term : model->coefficients) result.terms.push_back(shown(term));
    const bool says_something = std::ranges::any_of(
        result.terms, [](const auto& term) { return term.p_two && *term.p_two <= significance; });
    result.verdict = says_something ? Verdict::more : Verdict::chance;
    return result;
}

/// A wave on the numbering that all waves of the cluster share. Members of whom it is not stated whether they
/// took part are on no roster.
network::Wave on_shared_numbers(const WaveData& data, QuestionKey key, const std::vector<int>& took_part) {
    const auto count = static_cast<std::size_t>(data.layout.actor_count);
    const auto rows = networks::known_rows(*data.find(key), Rows::named);
    std::vector<bool> has_answered(count), is_member(count);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto number = static_cast<std::size_t>(data.actors[i].place_in_layout);
        is_member[number] = took_part[number] >= 0;
        has_answered[number] = rows[i] && is_member[number];
    }
    std::vector<network::Edge> ties;
    for (const auto& tie : data.find(key)->ties)
        ties.push_back({data.actors[tie.from].place_in_layout, data.actors[tie.to].place_in_layout});
    return {network::ObservedNetwork(std::move(has_answered), ties), std::move(is_member)};
}

/// 1 for a member who took part, 0 for one who did not, -1 where it is not stated; on the shared numbers.
std::vector<int> participation_of(const WaveData& data) {
    std::vector<int> took_part(static_cast<std::size_t>(data.layout.actor_count), -1);
    for (const auto& actor : data.actors)
        if (const auto& stated = actor.member.participates_in_programme)
            took_part[static_cast<std::size_t>(actor.place_in_layout)] = *stated ? 1 : 0;
    return took_part;
}

AnalysisBlock shown(std::string name, const network::BlockChange& block) {
    return {std::move(name), block.cells, block.ties_before, block.ties_after};
}

network::ProgrammeEffect effect_of(const AnalysisQuestion& asked, const Input& input, const Shuffles& how) {
    const auto took_part = participation_of(input.wave);
    std::vector<bool> takes_part;
    for (const int each : took_part) takes_part.push_back(each == 1);
    return network::programme_effect(on_shared_numbers(input.before.value(), asked.question, took_part),
                                     on_shared_numbers(input.wave, asked.question, took_part), takes_part,
                                     how);
}

AnalysisResult participation(const AnalysisQuestion& asked, const Input& input, Watch& watch) {
    const auto effect = effect_of(asked, input, shuffles(many_shuffles, watch));
    AnalysisResult result = begun(input.wave, effect.taking_part + effect.not_taking_part);
    result.pairs = effect.participants.cells + effect.mixed.cells + effect.others.cells;
    result.blocks = {shown("participants", effect.participants), shown("mixed", effect.mixed),
                     shown("others", effect.others)};
    return tested(std::move(result), effect.difference_in_differences);
}

int rows_by_name(const WaveData& data, QuestionKey key) {
    return static_cast<int>(std::ranges::count(networks::known_rows(*data.find(key), Rows::named), true));
}

bool leaves_out_rows(const WaveData& data, QuestionKey key) {
    const auto all = networks::known_rows(*data.find(key), Rows::observed);
    return std::ranges::count(all, true) > rows_by_name(data, key);
}

std::vector<Caution> cautions_of(const AnalysisQuestion& asked, const Input& input, int members) {
    const auto keys = questions_of(asked);
    std::vector<Caution> cautions;
    if (disclosure::report_level(members, input.wave.asked()) != disclosure::ReportLevel::full)
        cautions.push_back(Caution::directional);
    if (members < few_members) cautions.push_back(Caution::few_members);
    if (std::ranges::any_of(keys, [&](auto key) { return leaves_out_rows(input.wave, key); }))
        cautions.push_back(Caution::partly_by_name);
    const bool is_stated = std::ranges::all_of(input.wave.actors, [](const auto& actor) {
        return actor.member.participates_in_programme.has_value();
    });
    if (asked.kind == AnalysisKind::participation && !is_stated)
        cautions.push_back(Caution::participation_unknown);
    return cautions;
}

void check_question(Findings& findings, const WaveData& data, QuestionKey key, const std::string& pointer) {
    const QuestionData* found = data.find(key);
    findings.require(found != nullptr, pointer, "question_not_asked");
    if (found) findings.require(found->question.sensitivity != Sensitivity::sealed, pointer, "sealed");
}

bool has_repeats(const AnalysisQuestion& asked) {
    auto keys = questions_of(asked);
    auto likenesses = asked.likenesses;
    std::ranges::sort(keys);
    std::ranges::sort(likenesses);
    return std::ranges::adjacent_find(keys) != keys.end() ||
           std::ranges::adjacent_find(likenesses) != likenesses.end();
}

/// What each kind needs beside the question itself.
void check_parts(Findings& findings, const AnalysisQuestion& asked) {
    using enum AnalysisKind;
    const bool takes_one_group = asked.kind == within_groups || asked.kind == groups_differ;
    const bool takes_beside = asked.kind == alike || asked.kind == explained || asked.kind == layered;
    const bool takes_likenesses = takes_one_group || asked.kind == explained;
    const bool takes_before = asked.kind == participation || asked.kind == explained;
    findings.require(takes_beside || asked.beside.empty(), "/beside", "not_allowed");
    findings.require(takes_likenesses || asked.likenesses.empty(), "/likenesses", "not_allowed");
    findings.require(asked.kind != alike || asked.beside.size() == 1, "/beside", "one_needed");
    findings.require(!takes_one_group || asked.likenesses.size() == 1, "/likenesses", "one_needed");
    const bool holds_something = !asked.beside.empty() || !asked.likenesses.empty() || asked.before;
    findings.require(asked.kind != explained || holds_something, "/beside", "required");
    findings.require(asked.kind != layered || !asked.beside.empty(), "/beside", "required");
    findings.require(takes_before || !asked.before, "/before", "not_allowed");
    findings.require(asked.kind != participation || asked.before, "/before", "required");
    findings.require(!has_repeats(asked), "/beside", "repeated");
}

Result<void> check_firms(const AnalysisQuestion& asked, const Input& input) {
    const auto effect = effect_of(asked, input, {.count = 1});
    const bool is_enough =
        effect.taking_part >= least_firms_in_group && effect.not_taking_part >= least_firms_in_group;
    if (!is_enough) return failure(ErrorCode::conflict, "few_firms");
    return {};
}

}  // namespace

Result<void> check(const AnalysisQuestion& asked, const Input& input) {
    Findings findings;
    check_parts(findings, asked);
    check_question(findings, input.wave, asked.question, "/question");
    for (const auto key : asked.beside) check_question(findings, input.wave, key, "/beside");
    if (input.before) check_question(findings, *input.before, asked.question, "/before");
    if (!findings.empty()) return failure(ErrorCode::invalid, "invalid", findings.errors());
    const auto members = static_cast<int>(members_of(asked, input).size());
    if (disclosure::report_level(members, input.wave.asked()) == disclosure::ReportLevel::interval_only)
        return failure(ErrorCode::conflict, "low_response");
    if (members < least_members) return failure(ErrorCode::conflict, "few_members");
    return asked.kind == AnalysisKind::participation ? check_firms(asked, input) : Result<void>();
}

Result<AnalysisResult> compute(const AnalysisQuestion& asked, const Input& input, Watch& watch) {
    const auto finish = [&](AnalysisResult result) {
        result.cautions = cautions_of(asked, input, result.members);
        return result;
    };
    switch (asked.kind) {
        case AnalysisKind::alike:
            return finish(alike(asked, input, watch));
        case AnalysisKind::explained: {
            KONBIT_TRY(AnalysisResult result, explained(asked, input, watch));
            return finish(std::move(result));
        }
        case AnalysisKind::within_groups:
            return finish(within_groups(asked, input, watch));
        case AnalysisKind::participation:
            return finish(participation(asked, input, watch));
        case AnalysisKind::core:
            return finish(core(asked, input, watch));
        case AnalysisKind::small_world:
            return finish(small_world(asked, input, watch));
        case AnalysisKind::groups_differ:
            return finish(groups_differ(asked, input, watch));
        case AnalysisKind::layered:
            return finish(layered(asked, input, watch));
    }
    return failure(ErrorCode::conflict, "undefined");
}

}  // namespace konbit::analyses
