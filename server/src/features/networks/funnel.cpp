// SPDX-License-Identifier: Apache-2.0
#include "features/networks/funnel.hpp"

#include "features/networks/figures.hpp"
#include "features/networks/observation.hpp"
#include "features/networks/response.hpp"

#include <algorithm>
#include <set>

namespace konbit::networks {

namespace {

/// The way from knowing to working together. Who competes, and what a wave asks besides, are no steps of it.
bool is_step(QuestionKey key) { return key < QuestionKey::competitor; }

/// Ties of a question's base, counted over the rows that were observed in both.
struct Overlap {
    int base = 0;
    int both = 0;             ///< Those among them that are ties here too.
    std::set<int> givers{};   ///< Who gave those.
    std::set<int> others{};   ///< Who gave the rest.
    std::set<int> outside{};  ///< Who gave ties here that are none of the base.
};

Overlap overlap(const QuestionData& base, const QuestionData& here) {
    const auto ours = observed(here, Rows::observed);
    const auto theirs = observed(base, Rows::observed);
    Overlap result;
    for (const auto& [from, to] : ours.reported().edges())
        if (!theirs.reported().has_edge(from, to)) result.outside.insert(from);
    for (const auto& [from, to] : theirs.reported().edges()) {
        if (!ours.has_answered(from)) continue;
        const bool in_both = ours.reported().has_edge(from, to);
        result.base += 1;
        result.both += in_both;
        (in_both ? result.givers : result.others).insert(from);
    }
    return result;
}

std::optional<double> share_of(const QuestionData& base, const QuestionData& here) {
    const Overlap ties = overlap(base, here);
    if (ties.base == 0) return std::nullopt;
    const auto few = [](const auto& givers) { return std::ssize(givers) < disclosure::least_sealed_givers; };
    // All ties less those of the base are the ties that stand outside of it.
    const bool tells_of_few = few(ties.givers) || few(ties.others) || !ties.outside.empty();
    if (here.question.sensitivity == Sensitivity::sealed && tells_of_few) return std::nullopt;
    return static_cast<double>(ties.both) / ties.base;
}

/// Only members ticked at the gate were asked about; a sealed gate cannot be followed tie by tie.
const QuestionData* base_of(const QuestionData& question, const WaveData& data) {
    const auto* gate = question.question.gate ? data.find(*question.question.gate) : nullptr;
    return gate && gate->question.sensitivity != Sensitivity::sealed ? gate : nullptr;
}

FunnelStep step(const QuestionData& here, const WaveData& data) {
    const auto network = observed(here, Rows::observed);
    const auto* base = base_of(here, data);
    FunnelStep result;
    result.key = here.question.key;
    result.possible = static_cast<std::int64_t>(network.answers()) * (data.size() - 1);
    if (base) result.base = base->question.key;
    // Below 65% a share would pass for more than the range that the answers allow.
    result.suppressed = disclosure_of(here, data).shown == Shown::hidden ||
                        response_of(data).level == disclosure::ReportLevel::interval_only;
    if (result.suppressed) return result;
    result.ties = network.reported().edge_count();
    result.share = density_available(network);
    if (base) result.share_of_base = share_of(*base, here);
    return result;
}

}  // namespace

std::vector<FunnelStep> funnel_of(const WaveData& data) {
    std::vector<FunnelStep> steps;
    for (const auto& each : data.questions)
        if (is_step(each.question.key)) steps.push_back(step(each, data));
    return steps;
}

}  // namespace konbit::networks
