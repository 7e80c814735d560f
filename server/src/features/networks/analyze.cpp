// SPDX-License-Identifier: Apache-2.0
#include "features/networks/analyze.hpp"

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
    return {data.wave.id,          data.wave.title,      data.wave.state,
            data.wave.is_baseline, data.wave.cluster_id, data.cluster_name};
}

int count(const std::vector<bool>& marks) { return static_cast<int>(std::ranges::count(marks, true)); }

QuestionReport question_of(const QuestionData& question, const WaveData& data) {
    const auto [shown, reason] = disclosure_of(question, data.wave.state);
    QuestionReport report;
    report.id = question.question.id;
    report.key = question.question.key;
    report.sensitivity = question.question.sensitivity;
    report.shown = shown;
    report.hidden_reason = reason;
    report.observed_rows = count(known_rows(question, Rows::observed));
    report.named_rows = count(known_rows(question, Rows::named));
    report.figures =
        report.sensitivity == Sensitivity::sealed
            ? sealed_figures_of(question, data)
            : figures_of(question, data, disclosure::report_level(report.observed_rows, data.size()));
    return report;
}

}  // namespace

NetworkReport analyze(const WaveData& data) {
    NetworkReport report;
    report.wave = head_of(data);
    report.response = response_of(data);
    report.sentences = sentences_of(data, report.response);
    for (const auto& question : data.questions) report.questions.push_back(question_of(question, data));
    report.map = map_of(data, report.response.level);
    report.funnel = funnel_of(data);
    report.engine_version = engine_version;
    return report;
}

}  // namespace konbit::networks
