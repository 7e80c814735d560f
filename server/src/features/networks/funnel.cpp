// SPDX-License-Identifier: Apache-2.0
#include "features/networks/funnel.hpp"

#include "features/networks/figures.hpp"
#include "features/networks/observation.hpp"
#include "features/networks/response.hpp"

#include <algorithm>
#include <set>

namespace konbit::networks {

namespace {

/// Ties of one question, counted over the rows that were observed in another one as well.
struct Overlap {
    int before = 0;          ///< Ties of the step before.
    int both = 0;            ///< Those among them that are ties here too.
    std::set<int> givers{};  ///< Who gave those.
    std::set<int> others{};  ///< Who gave the rest.
};

Overlap overlap(const QuestionData& before, const QuestionData& here) {
    const auto ours = observed(here, Rows::observed);
    Overlap result;
    for (const auto& [from, to] : observed(before, Rows::observed).reported().edges()) {
        if (!ours.has_answered(from)) continue;
        const bool in_both = ours.reported().has_edge(from, to);
        result.before += 1;
        result.both += in_both;
        (in_both ? result.givers : result.others).insert(from);
    }
    return result;
}

std::optional<double> conversion(const QuestionData* before, const QuestionData& here) {
    if (!before) return std::nullopt;
    const Overlap ties = overlap(*before, here);
    if (ties.before == 0) return std::nullopt;
    const auto few = [](const auto& givers) { return std::ssize(givers) < disclosure::least_sealed_givers; };
    if (here.question.sensitivity == Sensitivity::sealed && (few(ties.givers) || few(ties.others)))
        return std::nullopt;
    return static_cast<double>(ties.both) / ties.before;
}

FunnelStep step(const QuestionData& here, const QuestionData* before, const WaveData& data) {
    const auto network = observed(here, Rows::observed);
    FunnelStep result;
    result.key = here.question.key;
    result.possible = static_cast<std::int64_t>(network.answers()) * (data.size() - 1);
    // Below 65% a share would pass for more than the range that the answers allow.
    result.suppressed = disclosure_of(here, data.wave.state).shown == Shown::hidden ||
                        response_of(data).level == disclosure::ReportLevel::interval_only;
    if (result.suppressed) return result;
    result.ties = network.reported().edge_count();
    result.share = density_available(network);
    result.conversion_from_previous = conversion(before, here);
    return result;
}

}  // namespace

std::vector<FunnelStep> funnel_of(const WaveData& data) {
    std::vector<FunnelStep> steps;
    const QuestionData* before = nullptr;
    for (const auto& each : data.questions) {
        if (each.question.key == QuestionKey::competitor) continue;
        steps.push_back(step(each, before, data));
        if (each.question.sensitivity != Sensitivity::sealed) before = &each;
    }
    return steps;
}

}  // namespace konbit::networks
