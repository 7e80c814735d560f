// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/parallel.hpp"
#include "engine/random.hpp"
#include "engine/watch.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace konbit::network {

/// How often to shuffle.
struct Shuffles {
    int count = 5000;        ///< At least 1. A p-value cannot be smaller than 1 / (count + 1).
    std::uint64_t seed = 1;  ///< Equal seeds give equal results, on any number of threads.
    int threads = 0;         ///< 0 = as many as the machine has.
    Watch* watch = nullptr;  ///< Told of progress; may stop the work.
};

/// A value beside those of the same network shuffled.
struct PermutationTest {
    double observed = 0;
    double mean = 0;   ///< Of the shuffled values.
    double sd = 0;     ///< Of the shuffled values, dividing by their number less 1; 0 for a single one.
    double p_ge = 1;   ///< Chance of a value at least as high: (b + 1) / (count + 1) with b shuffles so high.
    double p_le = 1;   ///< Chance of a value at most as high.
    double p_two = 1;  ///< Chance of a value at least as far from zero.
    int count = 0;     ///< Shuffles.
};

/// @param shuffled  At least one value.
/// @note Values that differ by no more than rounding count as equal.
PermutationTest permutation_test(double observed, const std::vector<double>& shuffled);

/// The random numbers of one shuffle, the same whichever thread works on it.
Random random_of_shuffle(std::uint64_t seed, int shuffle);

/// Fills in one value for each shuffle.
/// @param make_worker  Called once on each thread; what it returns makes a value of a Random, and may own
/// buffers.
template <class MakeWorker>
std::vector<double> shuffled_values(const Shuffles& shuffles, MakeWorker make_worker) {
    constexpr int block = 16;
    const int blocks = (shuffles.count + block - 1) / block;
    const int threads = shuffles.threads > 0 ? shuffles.threads : useful_threads(1e9);
    std::vector<double> values(shuffles.count);
    if (shuffles.watch != nullptr) shuffles.watch->expect(blocks);
    parallel_for(blocks, threads, [&] {
        return [&, worker = make_worker()](int number) mutable {
            if (shuffles.watch != nullptr && shuffles.watch->is_stopped()) return;
            for (int i = number * block; i < std::min(shuffles.count, (number + 1) * block); ++i) {
                Random random = random_of_shuffle(shuffles.seed, i);
                values[i] = worker(random);
            }
            if (shuffles.watch != nullptr) shuffles.watch->done();
        };
    });
    return values;
}

/// The numbers 0 .. size-1 in a random order that does not depend on what `order` held before.
inline void shuffle_anew(std::vector<int>& order, Random& random) {
    std::iota(order.begin(), order.end(), 0);
    random.shuffle(std::span(order));
}

}  // namespace konbit::network
