// SPDX-License-Identifier: Apache-2.0
#include "features/networks/analyze.hpp"

#include "features/networks/external_report.hpp"
#include "features/networks/figures.hpp"
#include "features/networks/funnel.hpp"
#include "features/networks/map.hpp"
#include "features/networks/observation.hpp"
#include "features/networks/response.hpp"
#include "features/networks/sentences.hpp"
#include "features/networks/tracing.hpp"

#include <algorithm>
#include <array>

namespace konbit::networks {

namespace {

WaveHead head_of(const WaveData& data) {
    return {data.wave.id,          data.wave.title,         data.wave.state,
            data.wave.is_baseline, data.wave.cluster_id,    data.cluster_name,
            data.wave.is_demo,     data.wave.imported_from, data.wave.collected_on};
}

int count(const std::vector<bool>& marks) { return static_cast<int>(std::ranges::count(marks, true)); }

/// Figures that are sums: two of them tell no more than one.
bool is_total(const Figure& figure) {
    constexpr std::array<std::string_view, 6> totals{"n",           "m",           "density",
                                                     "mean_degree", "density_low", "density_high"};
    return std::ranges::find(totals, figure.id) != totals.end();
}

/// Totals count every row. What follows from who is tied to whom rests on the ties by name: together with
/// those, a piece, a triad or an isolate more would tell of a single row.
std::vector<Figure> counted_figures(const QuestionData& question, const WaveData& data) {
    const auto rows = known_rows(question, Rows::observed);
    const auto level = disclosure::report_level(count(rows), data.asked());
    auto all = figures_of(question, data, level);
    if (rows == known_rows(question, Rows::named)) return all;
    auto figures = figures_of(by_name(question), data, level);
    for (std::size_t i = 0; i < figures.size(); ++i)
        if (is_total(all[i])) figures[i] = std::move(all[i]);
    return figures;
}

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
    report.figures = report.sensitivity == Sensitivity::sealed ? sealed_figures_of(question, data)
                                                               : counted_figures(question, data);
    report.agreement = question.agreement;
    // How many answered a sealed question so far would tell, by a second look, who would rather not say.
    if (reason == "wave_not_frozen") report.observed_rows = 0;
    return report;
}

/// Turns rows into silent ones.
void leave_out(QuestionData& question, const std::vector<bool>& is_left_out) {
    for (std::size_t i = 0; i < is_left_out.size(); ++i)
        if (is_left_out[i]) question.rows[i] = RowState::nonresponse;
    std::erase_if(question.ties,
                  [&](const Tie& tie) { return is_left_out[static_cast<std::size_t>(tie.from)]; });
}

/// Whether rows for figures only may count: not until the wave is frozen (two looks would tell the row that
/// came between), nor after answers were taken out of it (two looks would tell those).
bool may_count_unnamed(const WaveData& all) { return is_final(all.wave.state) && !all.is_thinned(); }

/// Leaves out rows that are for figures only where a figure could be traced to one of them.
void leave_out_traceable_rows(QuestionData& question, const WaveData& all) {
    if (question.question.sensitivity == Sensitivity::sealed) return;
    auto leaves = known_rows(question, Rows::observed);
    const auto named = known_rows(question, Rows::named);
    if (leaves == named) return;
    const auto counts =
        may_count_unnamed(all) ? untraceable_rows(question, all) : std::vector(leaves.size(), false);
    for (std::size_t i = 0; i < leaves.size(); ++i) leaves[i] = leaves[i] && !named[i] && !counts[i];
    leave_out(question, leaves);
}

/// Contact outside has no gate and no map: its rows for figures only count from
/// disclosure::least_unnamed_rows on.
void leave_out_traceable_rows(ExternalData& externals, const WaveData& all) {
    const auto named = known_rows(externals.said, Rows::named);
    auto leaves = known_rows(externals.said, Rows::observed);
    const int unnamed = count(leaves) - count(named);
    if (unnamed == 0 || (may_count_unnamed(all) && disclosure::may_count_unnamed(unnamed))) return;
    for (std::size_t i = 0; i < leaves.size(); ++i) leaves[i] = !named[i];
    leave_out(externals.said, leaves);
}

}  // namespace

NetworkReport analyze(const WaveData& all) {
    WaveData data = all;
    for (auto& question : data.questions) leave_out_traceable_rows(question, all);
    if (data.externals) leave_out_traceable_rows(*data.externals, all);
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
