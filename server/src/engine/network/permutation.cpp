// SPDX-License-Identifier: Apache-2.0
#include "engine/network/permutation.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace konbit::network {
namespace {

/// As much as the same sum may differ when it is added up in another order.
double rounding_of(double value) { return 1e-10 * std::max(1.0, std::abs(value)); }

double standard_deviation(const std::vector<double>& values, double mean) {
    if (values.size() < 2) return 0;
    double squares = 0;
    for (const double each : values) squares += (each - mean) * (each - mean);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

template <class Counts>
double p_value(const std::vector<double>& shuffled, Counts counts) {
    const auto beyond = static_cast<double>(std::ranges::count_if(shuffled, counts));
    return (beyond + 1) / (static_cast<double>(shuffled.size()) + 1);
}

}  // namespace

PermutationTest permutation_test(double observed, const std::vector<double>& shuffled) {
    assert(!shuffled.empty());
    const double rounding = rounding_of(observed);
    PermutationTest test{.observed = observed, .count = static_cast<int>(shuffled.size())};
    test.mean = std::accumulate(shuffled.begin(), shuffled.end(), 0.0) / test.count;
    test.sd = standard_deviation(shuffled, test.mean);
    test.p_ge = p_value(shuffled, [&](double each) { return each >= observed - rounding; });
    test.p_le = p_value(shuffled, [&](double each) { return each <= observed + rounding; });
    test.p_two =
        p_value(shuffled, [&](double each) { return std::abs(each) >= std::abs(observed) - rounding; });
    return test;
}

Random random_of_shuffle(std::uint64_t seed, int shuffle) {
    // The seed is scrambled first: seeds 1 and 2 must not give the same shuffles, one place further.
    return Random(Random(seed).bits() + static_cast<std::uint64_t>(shuffle));
}

}  // namespace konbit::network
