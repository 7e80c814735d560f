// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/question_rules.hpp"

#include "core/text.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::surveys {

namespace {

constexpr std::size_t longest_anchor = 40;

template <class T>
bool has(const auto& list, const T& item) {
    return std::ranges::find(list, item) != std::ranges::end(list);
}

bool is_rating(const LibraryQuestion& question) { return question.scale == Scale::level4; }

bool are_different(std::vector<AnswerPurpose> purposes) {
    std::ranges::sort(purposes);
    return std::ranges::adjacent_find(purposes) == purposes.end();
}

void check_anchors(Findings& findings, const QuestionRules& rules, const std::string& pointer,
                   const std::vector<std::string>& wave_languages) {
    findings.require(rules.anchors.empty() || rules.anchors.size() == anchors_on(rules.scale), pointer,
                     "all_or_none");
    for (std::size_t i = 0; i < rules.anchors.size(); ++i) {
        const auto& texts = rules.anchors[i].texts;
        for (const auto& language : wave_languages)
            findings.require(texts.contains(language) && !texts.at(language).empty(),
                             fmt::format("{}/{}/{}", pointer, i, language), "required");
        for (const auto& [language, text] : texts) {
            const std::string at = fmt::format("{}/{}/{}", pointer, i, language);
            findings.require(has(wave_languages, language), at, "not_allowed");
            findings.require(text::length(text) <= longest_anchor, at, "too_long", {{"max", "40"}});
        }
    }
}

void check_purposes(Findings& findings, const RulesToCheck& asked, const std::string& pointer) {
    const auto& purposes = asked.rules.purposes;
    const auto possible = purposes_of(asked.sensitivity);
    findings.require(has(purposes, AnswerPurpose::evaluation), pointer, "required");
    findings.require(are_different(purposes), pointer, "repeated");
    findings.require(std::ranges::all_of(purposes, [&](auto each) { return has(possible, each); }), pointer,
                     "not_allowed");
}

}  // namespace

QuestionRules standard_rules(const LibraryQuestion& question, Sensitivity sensitivity) {
    return {question.symmetrization, question.scale, question.gate, {}, purposes_of(sensitivity)};
}

std::vector<Scale> scales_of(const LibraryQuestion& question) {
    if (is_rating(question)) return {Scale::level4};
    if (question.key == QuestionKey::know) return {Scale::binary};
    return {Scale::binary, Scale::frequency4};
}

std::vector<Symmetrization> symmetrizations_of(const LibraryQuestion& question) {
    using enum Symmetrization;
    // Organizations outside never answer.
    if (question.sensitivity == Sensitivity::sealed || is_external(question.key))
        return {question.symmetrization};
    return {or_shown, max, directed, and_or_single, or_};
}

std::vector<AnswerPurpose> purposes_of(Sensitivity sensitivity) {
    using enum AnswerPurpose;
    switch (sensitivity) {
        case Sensitivity::open:
            return {map_to_members, facilitator, evaluation, research};
        case Sensitivity::limited:
            return {facilitator, evaluation, research};
        case Sensitivity::sealed:
            break;
    }
    return {evaluation};
}

void check_rules(Findings& findings, const RulesToCheck& asked, const std::string& pointer,
                 const std::vector<std::string>& wave_languages) {
    const auto& [question, sensitivity, rules, others] = asked;
    const std::string join = pointer + "/symmetrization";
    findings.require(has(symmetrizations_of(question), rules.symmetrization), join, "not_allowed");
    findings.require(rules.symmetrization != Symmetrization::max || rules.scale != Scale::binary, join,
                     "needs_values");
    findings.require(has(scales_of(question), rules.scale), pointer + "/scale", "not_allowed");
    findings.require(
        !rules.gate || (!is_external(question.key) && *rules.gate < question.key && has(others, *rules.gate)),
        pointer + "/gate", "no_gate");
    check_anchors(findings, rules, pointer + "/anchors", wave_languages);
    check_purposes(findings, asked, pointer + "/purposes");
}

bool only_fewer_purposes(const QuestionRules& stored, const QuestionRules& wanted) {
    QuestionRules same = wanted;
    same.purposes = stored.purposes;
    return same == stored &&
           std::ranges::all_of(wanted.purposes, [&](auto each) { return has(stored.purposes, each); });
}

}  // namespace konbit::surveys
