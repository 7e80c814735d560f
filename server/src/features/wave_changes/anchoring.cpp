// SPDX-License-Identifier: Apache-2.0
#include "features/wave_changes/anchoring.hpp"

#include "engine/network/share.hpp"
#include "engine/survey/disclosure.hpp"

#include <cmath>

namespace konbit::wave_changes {

namespace {

/// One of the two groups, with what its estimate rests on.
struct Group {
    int respondents = 0;
    std::int64_t former = 0;
    std::int64_t kept = 0;
    double variance = 0;  ///< Of the share.

    Group(std::span<const KeptByRespondent> all, bool is_control) {
        for (const auto& each : all) {
            if (each.is_control != is_control) continue;
            respondents += 1;
            former += each.former;
            kept += each.kept;
        }
        if (respondents < disclosure::least_people) return;
        double squares = 0;
        for (const auto& each : all)
            if (each.is_control == is_control) squares += std::pow(residual(each), 2);
        variance = squares / std::pow(static_cast<double>(former), 2) * respondents / (respondents - 1);
    }

    double share() const { return static_cast<double>(kept) / static_cast<double>(former); }
    bool is_large_enough() const { return respondents >= disclosure::least_people; }

  private:
    double residual(const KeptByRespondent& each) const {
        return static_cast<double>(each.kept) - share() * static_cast<double>(each.former);
    }
};

KeptShare shown(const Group& group, bool is_withheld) {
    if (is_withheld) return {.respondents = group.respondents};
    return {.respondents = group.respondents, .former = group.former, .share = group.share()};
}

}  // namespace

std::optional<Anchoring> anchoring_of(std::span<const KeptByRespondent> respondents) {
    if (respondents.empty()) return std::nullopt;
    const Group prefilled(respondents, false), control(respondents, true);
    Anchoring anchoring;
    anchoring.is_withheld = !prefilled.is_large_enough() || !control.is_large_enough();
    anchoring.prefilled = shown(prefilled, anchoring.is_withheld);
    anchoring.control = shown(control, anchoring.is_withheld);
    if (anchoring.is_withheld) return anchoring;
    anchoring.difference = prefilled.share() - control.share();
    anchoring.margin = 1.96 * std::sqrt(prefilled.variance + control.variance);
    return anchoring;
}

}  // namespace konbit::wave_changes
