// SPDX-License-Identifier: Apache-2.0
#include "features/reports/evaluated.hpp"

#include "features/networks/analyze.hpp"
#include "features/networks/response.hpp"
#include "features/networks/sentences.hpp"

#include <algorithm>

namespace konbit::reports {

namespace {

using networks::QuestionData;
using networks::WaveData;

bool is_asked(const Evaluated& asked, const WaveId& wave, QuestionKey key) {
    const auto found = asked.find(wave);
    return found != asked.end() && found->second.contains(key);
}

void keep_figures(networks::NetworkReport& network, const Evaluated& asked) {
    const auto is_kept = [&](QuestionKey key) { return is_asked(asked, network.wave.id, key); };
    std::erase_if(network.questions, [&](const auto& each) { return !is_kept(each.key); });
    std::erase_if(network.funnel, [&](const auto& step) { return !is_kept(step.key); });
    for (auto& step : network.funnel)
        if (step.base && !is_kept(*step.base)) step.base.reset(), step.share_of_base.reset();
    if (!is_kept(QuestionKey::external_ties)) network.externals.reset();
}

void keep_change(wave_changes::WaveChange& change, const WaveId& own, const Evaluated& asked) {
    const auto is_dropped = [&](QuestionKey key) {
        return !is_asked(asked, own, key) || !change.turnover.since ||
               !is_asked(asked, change.turnover.since->id, key);
    };
    std::erase_if(change.questions, [&](const auto& each) { return is_dropped(each.key); });
    std::erase_if(change.tables, [&](const auto& table) { return is_dropped(table.question); });
    if (is_dropped(QuestionKey::know)) change.anchoring.reset();
}

bool is_kept(const analyses::AnalysisView& test, const WaveId& own, const Evaluated& asked) {
    const auto is_for = [&](QuestionKey key) { return is_asked(asked, own, key); };
    return is_for(test.asked.question) && std::ranges::all_of(test.asked.beside, is_for) &&
           (!test.asked.before || is_asked(asked, *test.asked.before, test.asked.question));
}

}  // namespace

bool is_for_evaluation(const std::vector<AnswerPurpose>& purposes) {
    return std::ranges::find(purposes, AnswerPurpose::evaluation) != purposes.end();
}

WaveData evaluated(WaveData data) {
    const auto is_dropped = [](const QuestionData& each) {
        return !is_for_evaluation(each.question.purposes);
    };
    std::erase_if(data.questions, is_dropped);
    if (data.externals && is_dropped(data.externals->said)) data.externals.reset();
    return data;
}

std::vector<networks::Sentence> evaluated_sentences(const WaveData& all, const WaveData& kept) {
    auto response = networks::response_of(all);
    response.missing_prominent.clear();  // by the ties of any question
    const auto first = networks::sentences_of(all, response).front();
    const bool has_any = std::ranges::any_of(kept.questions, [](const QuestionData& each) {
        return each.question.sensitivity != Sensitivity::sealed;
    });
    if (!has_any) return {first};
    auto sentences = networks::analyze(kept).sentences;
    sentences.front() = first;
    return sentences;
}

std::set<WaveId> waves_of(const Material& material) {
    std::set<WaveId> waves{material.network.wave.id};
    if (material.change.turnover.since) waves.insert(material.change.turnover.since->id);
    for (const auto& wave : material.timeline.waves) waves.insert(wave.id);
    for (const auto& test : material.tests.items)
        if (test.asked.before) waves.insert(*test.asked.before);
    return waves;
}

void keep_evaluated(Material& material, const Evaluated& asked) {
    const WaveId own = material.network.wave.id;
    keep_figures(material.network, asked);
    keep_change(material.change, own, asked);
    for (auto& wave : material.timeline.waves)
        std::erase_if(wave.steps, [&](const auto& each) { return !is_asked(asked, wave.id, each.step.key); });
    std::erase_if(material.tests.items, [&](const auto& test) { return !is_kept(test, own, asked); });
}

}  // namespace konbit::reports
