// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace konbit::survey {

/// How often two people who judged the same things said yes.
struct Judgements {
    long long both = 0;
    long long first_only = 0;
    long long second_only = 0;
    long long neither = 0;

    long long all() const { return both + first_only + second_only + neither; }
};

/// Cohen's kappa: how far two people agree beyond what chance would bring about.
///
/// With p the share of things judged alike, and e the share that would be judged alike if each said yes as
/// often as before but at random, kappa is (p - e) / (1 - e).
///
/// @return A dimensionless value in [-1, 1]: 1 for full agreement, 0 for that of chance. Nothing when nothing
/// was
///         judged, and when both always said the same one thing: chance alone brings that about.
/// @note Low where nearly everything is judged "no", even if the two seldom differ: read it beside the number
/// of ties.
/// @source Cohen (1960), Educational and Psychological Measurement 20(1), 37-46,
/// doi:10.1177/001316446002000104.
std::optional<double> cohen_kappa(const Judgements& judged);

}  // namespace konbit::survey
