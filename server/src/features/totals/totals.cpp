// SPDX-License-Identifier: Apache-2.0
#include "features/totals/totals.hpp"

#include "features/networks/observation.hpp"
#include "features/networks/tracing.hpp"
#include "features/stories/story.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace konbit::totals {

namespace {

using disclosure::ReportLevel;
using networks::NetworkReport;
using networks::QuestionData;
using networks::WaveData;

std::optional<double> whole_percent(std::optional<double> share) {
    if (share) share = std::round(*share * 100) / 100;
    return share;
}

std::optional<std::string> withheld(const WaveData& data, const NetworkReport& report,
                                    bool has_named_readers) {
    if (has_named_readers) return "named_readers";
    // Whoever looked before could tell by subtraction what was taken out.
    if (data.is_thinned()) return "answers_withdrawn";
    if (report.response.answered < disclosure::least_people) return "few_respondents";
    if (report.response.level == ReportLevel::interval_only) return "low_response";
    return std::nullopt;
}

bool is_for_totals(const QuestionData* question) {
    return question && question->question.is_for(AnswerPurpose::evaluation);
}

/// Whoever is named behind a gate was named at the gate: ties of it that open answers tell.
std::set<std::pair<int, int>> told_behind(QuestionKey gate, const WaveData& data) {
    std::set<std::pair<int, int>> told;
    for (const auto& each : data.questions)
        if (each.question.gate == gate && each.question.sensitivity == Sensitivity::open)
            for (const auto& tie : each.ties) told.emplace(tie.from, tie.to);
    return told;
}

/// What the facilitator reads by name is as secret to readers of totals as what is sealed: a share of all
/// that was offered, or of nothing, would tell each tie of it.
bool is_traceable(const networks::QuestionReport& shown, const WaveData& data) {
    if (shown.sensitivity != Sensitivity::limited) return false;
    const bool is_by_name = shown.observed_rows == shown.named_rows;
    const QuestionData& all = *data.find(shown.key);
    auto cells = networks::cells_of(is_by_name ? networks::by_name(all) : all, data);
    const auto told = told_behind(shown.key, data);
    std::erase_if(cells,
                  [&](const auto& cell) { return cell.is_tie && told.contains({cell.from, cell.to}); });
    return !networks::is_spread(cells);
}

std::optional<std::string> hidden_reason(const networks::FunnelStep& step,
                                         const networks::QuestionReport& question, const WaveData& data) {
    if (step.suppressed) return question.hidden_reason.value_or("low_response");
    if (is_traceable(question, data)) return "few_givers";
    return std::nullopt;
}

/// The share of a step and its share of the base give the ties of the base, which may be none of the totals.
bool may_tell_base(const networks::FunnelStep& step, const NetworkReport& report, const WaveData& data) {
    if (!step.base || !is_for_totals(data.find(*step.base))) return false;
    const auto base = std::ranges::find(report.funnel, *step.base, &networks::FunnelStep::key);
    const auto question = std::ranges::find(report.questions, *step.base, &networks::QuestionReport::key);
    return base != report.funnel.end() && !hidden_reason(*base, *question, data);
}

TotalsStep step_of(const networks::FunnelStep& from, const NetworkReport& report, const WaveData& data) {
    const auto question = std::ranges::find(report.questions, from.key, &networks::QuestionReport::key);
    TotalsStep step{.key = from.key, .base = from.base, .breaks = question->breaks};
    step.hidden_reason = hidden_reason(from, *question, data);
    if (step.hidden_reason) return step;
    step.share = whole_percent(from.share);
    if (may_tell_base(from, report, data)) step.share_of_base = whole_percent(from.share_of_base);
    return step;
}

std::optional<TotalsTable> table_of(const QuestionData& question, const WaveData& data) {
    if (question.question.sensitivity != Sensitivity::open || !is_for_totals(&question)) return std::nullopt;
    const auto found = stories::table_of(question, data, stories::StoryGrouping::country);
    if (found.groups.empty()) return std::nullopt;
    TotalsTable table{.question = found.question, .groups = found.groups};
    for (const auto& cell : found.cells)
        table.cells.push_back({cell.from, cell.to, whole_percent(cell.share)});
    return table;
}

}  // namespace

TotalsWave totals_of(const WaveData& data, const NetworkReport& report, bool has_named_readers) {
    TotalsWave wave{.id = data.wave.id,
                    .title = data.wave.title,
                    .opens_at = data.wave.opens_at,
                    .collected_on = data.wave.collected_on,
                    .asked = report.response.asked,
                    .answered = report.response.answered,
                    .level = report.response.level,
                    .withheld = withheld(data, report, has_named_readers)};
    if (wave.withheld) return wave;
    for (const auto& step : report.funnel)
        if (is_for_totals(data.find(step.key))) wave.steps.push_back(step_of(step, report, data));
    for (const auto& question : data.questions)
        if (auto table = table_of(question, data)) wave.tables.push_back(std::move(*table));
    return wave;
}

}  // namespace konbit::totals
