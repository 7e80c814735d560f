// SPDX-License-Identifier: Apache-2.0
#include "features/entries/entry.hpp"
#include "features/surveys/instrument.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::entries {

namespace {

constexpr std::size_t longest_unread = 2000;

const Question* find(const std::vector<Question>& questions, const QuestionId& id) {
    const auto found = std::ranges::find(questions, id, &Question::id);
    return found == questions.end() ? nullptr : &*found;
}

bool is_tie(const answers::AlterValue& tie, Scale scale) {
    return tie.value > 0 && surveys::is_on(scale, tie.value);
}

void check_row(Findings& findings, const std::string& at, const TypedRow& row, const Question& question) {
    findings.require(question.sensitivity != Sensitivity::sealed, at + "/question_id", "asked_by_link_only");
    findings.require(
        row.state == RowState::answered || (row.state == RowState::answered_empty && row.values.empty()),
        at + "/state", "not_allowed");
    findings.require(row.unread.size() <= longest_unread, at + "/unread", "too_long",
                     {{"max", std::to_string(longest_unread)}});
    for (std::size_t i = 0; i < row.values.size(); ++i)
        findings.require(is_tie(row.values[i], question.scale), fmt::format("{}/values/{}/value", at, i),
                         "out_of_range");
}

/// Whether every member named behind a gate is ticked there, in the draft or by the respondent itself.
bool passes_gate(const TypedRow& row, const std::vector<WaveMemberId>& ticked) {
    return std::ranges::all_of(row.values, [&](const answers::AlterValue& tie) {
        return std::ranges::find(ticked, tie.alter_id) != ticked.end();
    });
}

/// Who is ticked at a question that may gate others, whoever ticked it.
std::map<QuestionKey, std::vector<WaveMemberId>> with_typed(
    std::map<QuestionKey, std::vector<WaveMemberId>> ticked, const Entry& draft,
    const std::vector<Question>& questions) {
    for (const auto& row : draft.typed_rows)
        if (const auto* question = find(questions, row.question_id))
            for (const auto& tie : row.values) ticked[question->key].push_back(tie.alter_id);
    return ticked;
}

/// A gate that is sealed itself is not on the form: nothing is known of it here.
bool is_open_gate(const std::vector<Question>& questions, QuestionKey gate) {
    return std::ranges::any_of(questions, [&](const Question& each) {
        return each.key == gate && each.sensitivity != Sensitivity::sealed;
    });
}

Result<void> outcome(Findings&& findings) {
    KONBIT_CHECK(std::move(findings).or_value(true));
    return {};
}

}  // namespace

Result<Entry> checked_draft(Entry draft, const std::vector<Question>& questions,
                            const std::vector<std::string>& languages) {
    Findings findings;
    findings.require(draft.mode == AnswerMode::paper || draft.mode == AnswerMode::interview, "/mode",
                     "not_allowed");
    findings.require(std::ranges::find(languages, draft.language) != languages.end(), "/language",
                     "not_allowed");
    for (std::size_t i = 0; i < draft.typed_rows.size(); ++i) {
        const auto at = fmt::format("/typed_rows/{}", i);
        const auto* question = find(questions, draft.typed_rows[i].question_id);
        findings.require(question != nullptr, at + "/question_id", "not_found");
        if (question != nullptr) check_row(findings, at, draft.typed_rows[i], *question);
    }
    return std::move(findings).or_value(std::move(draft));
}

Result<void> check_complete(const Entry& draft, const std::vector<Question>& questions,
                            const std::map<QuestionKey, std::vector<WaveMemberId>>& ticked_before) {
    Findings findings;
    findings.require(draft.consent.has_value(), "/consent", "required");
    findings.require(!draft.typed_rows.empty(), "/typed_rows", "required");
    auto ticked = with_typed(ticked_before, draft, questions);
    for (std::size_t i = 0; i < draft.typed_rows.size(); ++i) {
        const auto& row = draft.typed_rows[i];
        const auto gate = find(questions, row.question_id)->gate;
        findings.require(row.unread.empty(), fmt::format("/typed_rows/{}/unread", i), "not_read");
        findings.require(!gate || !is_open_gate(questions, *gate) || passes_gate(row, ticked[*gate]),
                         fmt::format("/typed_rows/{}/values", i), "behind_gate");
    }
    return outcome(std::move(findings));
}

}  // namespace konbit::entries
