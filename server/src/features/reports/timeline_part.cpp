// SPDX-License-Identifier: Apache-2.0
#include "features/reports/evaluator_parts.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::reports {

namespace {

using pages::Words;
using wave_changes::TimelineStep;
using wave_changes::TimelineWave;

/// While answers come in, two papers could tell one of them.
bool may_leave(const TimelineWave& wave) {
    return wave.state != WaveState::draft && wave.state != WaveState::open;
}

std::string hidden_words(const std::optional<std::string>& reason, const Words& words) {
    const std::string key = "network.hidden_small." + reason.value_or("");
    const std::string said = words(key);
    return said == key ? words("network.hidden_small") : said;
}

std::string value_of(const TimelineStep& step, const TimelineWave& wave, const Words& words) {
    const auto rows = step.step.possible / std::max(1, wave.members - 1);
    if (step.step.suppressed || !step.step.share) return hidden_words(step.hidden_reason, words);
    return are_enough(static_cast<int>(rows)) ? percent(words, *step.step.share) : words("report.withheld");
}

std::string breaks_of(const TimelineStep& step, const Words& words) {
    std::string all;
    for (const auto why : step.breaks)
        all += (all.empty() ? "" : " ") + words(fmt::format("wave.breaks.{}", name_of(why)));
    return all;
}

std::string answered_of(const TimelineWave& wave, const Words& words) {
    const double share = wave.asked > 0 ? static_cast<double>(wave.answered) / wave.asked : 0;
    return words("report.timeline.answered", {{"answered", words.number(wave.answered)},
                                              {"asked", words.number(wave.asked)},
                                              {"percent", percent(words, share)}});
}

}  // namespace

Part timeline_part(const Material& material, const Words& words) {
    Part part{.title = words("change.timeline"), .lines = {words("change.timeline_note")}};
    part.table.head = {words("change.wave"), words("report.answered"), words("report.question"),
                       words("report.share"), words("change.breaks")};
    for (const auto& wave : material.timeline.waves) {
        for (const auto& step : wave.steps)
            if (may_leave(wave))
                part.table.rows.push_back({wave.title, answered_of(wave, words),
                                           question_name(step.step.key, words), value_of(step, wave, words),
                                           breaks_of(step, words)});
        if (wave.id == material.network.wave.id) break;  // a report on a wave tells nothing of later ones
    }
    return part;
}

}  // namespace konbit::reports
