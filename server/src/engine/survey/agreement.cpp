// SPDX-License-Identifier: Apache-2.0
#include "engine/survey/agreement.hpp"

namespace konbit::survey {

std::optional<double> cohen_kappa(const Judgements& judged) {
    const auto all = static_cast<double>(judged.all());
    if (all == 0) return std::nullopt;
    const double first = static_cast<double>(judged.both + judged.first_only) / all;
    const double second = static_cast<double>(judged.both + judged.second_only) / all;
    const double alike = static_cast<double>(judged.both + judged.neither) / all;
    const double by_chance = first * second + (1 - first) * (1 - second);
    if (by_chance == 1) return std::nullopt;
    return (alike - by_chance) / (1 - by_chance);
}

}  // namespace konbit::survey
