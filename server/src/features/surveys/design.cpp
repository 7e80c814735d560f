// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/design.hpp"

#include "core/text.hpp"

#include <fmt/core.h>

#include <set>

namespace konbit::surveys {

namespace {

constexpr std::size_t longest_wording = 300;

bool is_asked_in(const std::vector<std::string>& languages, std::string_view language) {
    return std::ranges::find(languages, language) != languages.end();
}

void check_wording(Findings& findings, const Localized& wording, const std::string& pointer,
                   const std::vector<std::string>& wave_languages) {
    if (wording.empty()) return;
    for (const auto& language : wave_languages)
        findings.require(wording.texts.contains(language) && !wording.texts.at(language).empty(),
                         fmt::format("{}/{}", pointer, language), "required");
    for (const auto& [language, text] : wording.texts) {
        const std::string at = fmt::format("{}/{}", pointer, language);
        findings.require(is_asked_in(wave_languages, language), at, "not_allowed");
        findings.require(text::length(text) <= longest_wording, at, "too_long", {{"max", "300"}});
    }
}

std::vector<QuestionKey> keys_of(const Design& design) {
    std::vector<QuestionKey> keys;
    for (const auto& each : design.questions) keys.push_back(each.key);
    return keys;
}

/// Who is named behind a gate was named at the gate: a question read by more people would tell them its
/// answers.
void check_gate(Findings& findings, const Design& design, const PlannedQuestion& question,
                const std::string& at) {
    const auto key = question.rules->gate;
    const PlannedQuestion* const gate = key && *key < question.key ? find(design, *key) : nullptr;
    if (gate == nullptr) return;  // check_rules() says so
    const auto is_of_gate = [&](AnswerPurpose each) {
        return each == AnswerPurpose::evaluation ||
               std::ranges::find(gate->rules->purposes, each) != gate->rules->purposes.end();
    };
    if (question.sensitivity < gate->sensitivity)
        findings.add({at + "/sensitivity", "more_open_than_gate", {}});
    else
        findings.require(std::ranges::all_of(question.rules->purposes, is_of_gate), at + "/rules/purposes",
                         "more_than_gate");
}

void check_question(Findings& findings, const Design& design, std::size_t place,
                    const std::vector<std::string>& wave_languages) {
    const auto& [key, sensitivity, wording, rules] = design.questions[place];
    const std::string at = fmt::format("/questions/{}", place);
    findings.require(sensitivity >= in_library(key).sensitivity, at + "/sensitivity", "too_open");
    findings.require(sensitivity != Sensitivity::sealed || !is_gate(design, key), at + "/sensitivity",
                     "is_gate");
    findings.require(sensitivity != Sensitivity::sealed || !is_external(key), at + "/sensitivity",
                     "not_sealable");
    check_wording(findings, wording, at + "/wording", wave_languages);
    check_rules(findings, {in_library(key), sensitivity, *rules, keys_of(design)}, at + "/rules",
                wave_languages);
    check_gate(findings, design, design.questions[place], at);
}

void check_keys(Findings& findings, const Design& design) {
    std::set<QuestionKey> seen;
    for (std::size_t i = 0; i < design.questions.size(); ++i)
        findings.require(seen.insert(design.questions[i].key).second, fmt::format("/questions/{}/key", i),
                         "repeated");
    const bool has_all = std::ranges::all_of(
        library, [&](const auto& each) { return !is_standard(each.key) || seen.contains(each.key); });
    findings.require(has_all, "/questions", "standard_missing");
}

/// Whether the question is asked as before, or more strictly.
bool only_stricter(const PlannedQuestion& stored, const PlannedQuestion& wanted) {
    return stored.key == wanted.key && stored.wording == wanted.wording &&
           stored.sensitivity <= wanted.sensitivity && only_fewer_purposes(*stored.rules, *wanted.rules);
}

/// Texts trimmed, rules filled in.
void complete(PlannedQuestion& question) {
    if (!question.rules) question.rules = standard_rules(in_library(question.key), question.sensitivity);
    for (auto& [language, text] : question.wording.texts) text = text::trim(text);
    for (auto& anchor : question.rules->anchors)
        for (auto& [language, text] : anchor.texts) text = text::trim(text);
    std::ranges::sort(question.rules->purposes);
}

}  // namespace

Design standard_design() {
    Design design;
    for (const auto& each : library)
        if (is_standard(each.key))
            design.questions.push_back(
                {each.key, each.sensitivity, {}, standard_rules(each, each.sensitivity)});
    return design;
}

const PlannedQuestion* find(const Design& design, QuestionKey key) {
    const auto found = std::ranges::find(design.questions, key, &PlannedQuestion::key);
    return found == design.questions.end() ? nullptr : &*found;
}

bool is_gate(const Design& design, QuestionKey key) {
    return std::ranges::any_of(design.questions,
                               [&](const auto& each) { return each.rules && each.rules->gate == key; });
}

Result<Design> checked(Design design, const std::vector<std::string>& wave_languages) {
    std::ranges::for_each(design.questions, complete);
    Findings findings;
    check_keys(findings, design);
    for (std::size_t i = 0; i < design.questions.size(); ++i)
        check_question(findings, design, i, wave_languages);
    std::ranges::sort(design.questions, {}, &PlannedQuestion::key);
    return std::move(findings).or_value(std::move(design));
}

Result<void> check_redesign(WaveState state, const Design& stored, const Design& wanted) {
    if (state == WaveState::draft || stored == wanted) return {};
    if (state == WaveState::frozen || state == WaveState::published)
        return failure(ErrorCode::conflict, "instrument_frozen");
    if (!std::ranges::equal(stored.questions, wanted.questions, only_stricter))
        return failure(ErrorCode::conflict, "only_stricter");
    return {};
}

}  // namespace konbit::surveys
