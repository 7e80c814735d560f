// SPDX-License-Identifier: Apache-2.0
#include "features/networks/analyze.hpp"

#include "features/networks/external_report.hpp"
#include "features/networks/figures.hpp"
#include "features/networks/funnel.hpp"
#include "features/networks/map.hpp"
#include "features/networks/observation.hpp"
#include "features/networks/response.hpp"
#include "features/networks/sentences.hpp"

#include <algorithm>

namespace konbit::networks {

namespace {

WaveHead head_of(const WaveData& data) {
    return {data.wave.id,          data.wave.title,         data.wave.state,
            data.wave.is_baseline, data.wave.cluster_id,    data.cluster_name,
            data.wave.is_demo,     data.wave.imported_from, data.wave.collected_on};
}

int count(const std::vector<bool>& marks) { return static_cast<int>(std::ranges::count(marks, true)); }

QuestionReport question_of(const QuestionData& question, const WaveData& data) {
    const auto [shown, reason] = disclosure_of(question, data);
    QuestionReport report;
    report.id = question.question.id;
    report.key = question.question.key;
    report.relation = question.relation;
    report.sensitivity = question.question.sensitivity;
    report.breaks = question.breaks;
    report.shown = shown;
    report.hidden_reason = reason;
    report.observed_rows = count(known_rows(question, Rows::observed));
    report.named_rows = count(known_rows(question, Rows::named));
    report.figures =
        report.sensitivity == Sensitivity::sealed
            ? sealed_figures_of(question, data)
            : figures_of(question, data, disclosure::report_level(report.observed_rows, data.asked()));
    report.agreement = question.agreement;
    // How many answered a sealed question so far would tell, by a second look, who would rather not say.
    if (reason == "wave_not_frozen") report.observed_rows = 0;
    return report;
}

/// Turns rows that are for figures only into silent ones as long as a figure could be traced to one of them:
/// until the wave is frozen (two looks would tell the row that came between), after answers were taken out of
/// it (two looks would tell those), and below disclosure::least_unnamed_rows.
void leave_out_traceable_rows(QuestionData& question, const WaveData& all) {
    if (question.question.sensitivity == Sensitivity::sealed) return;
    const auto named = known_rows(question, Rows::named);
    const int unnamed = count(known_rows(question, Rows::observed)) - count(named);
    const bool stands = is_final(all.wave.state) && !all.is_thinned();
    if (unnamed == 0 || (stands && disclosure::may_count_unnamed(unnamed))) return;
    for (std::size_t i = 0; i < named.size(); ++i)
        if (!named[i]) question.rows[i] = RowState::nonresponse;
    std::erase_if(question.ties, [&](const Tie& tie) { return !named[static_cast<std::size_t>(tie.from)]; });
}

}  // namespace

NetworkReport analyze(const WaveData& all) {
    WaveData data = all;
    for (auto& question : data.questions) leave_out_traceable_rows(question, all);
    if (data.externals) leave_out_traceable_rows(data.externals->said, all);
    NetworkReport report;
    report.wave = head_of(data);
    report.response = response_of(all);
    report.sentences = sentences_of(data, report.response);
    for (const auto& question : data.questions) report.questions.push_back(question_of(question, data));
    report.map = map_of(data, report.response.level);
    report.funnel = funnel_of(data);
    report.externals = externals_of(data);
    report.frozen = data.freeze;
    report.engine_version = engine_version;
    return report;
}

}  // namespace konbit::networks
