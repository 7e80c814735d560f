// SPDX-License-Identifier: Apache-2.0
#include "engine/network/sampled_betweenness.hpp"

#include "engine/network/paths.hpp"
#include "engine/random.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace konbit::network {
namespace {

constexpr int most_batches = 32;

/// The first of all actors in a random order.
std::vector<int> drawn(int nodes, int pivots, std::uint64_t seed) {
    std::vector<int> actors(nodes);
    std::iota(actors.begin(), actors.end(), 0);
    Random random(seed);
    random.shuffle(std::span(actors));
    actors.resize(pivots);
    return actors;
}

/// Mean and standard error of the mean of one actor's batches.
struct Estimate {
    double mean, error;
};

Estimate estimate(const std::vector<std::vector<double>>& means, std::size_t actor) {
    const auto count = static_cast<double>(means.size());
    double sum = 0, squares = 0;
    for (const auto& batch : means) sum += batch[actor];
    for (const auto& batch : means) squares += std::pow(batch[actor] - sum / count, 2);
    if (means.size() < 2) return {sum, std::numeric_limits<double>::quiet_NaN()};
    return {sum / count, std::sqrt(squares / (count - 1) / count)};
}

}  // namespace

SampledBetweenness betweenness_sampled(const Graph& graph, const PivotSample& sample) {
    const int n = graph.node_count(), pivots = std::min(sample.pivots, n);
    SampledBetweenness found{std::vector<double>(n), std::vector<double>(n), pivots};
    if (n == 0) return found;
    const int batches = std::min(pivots, most_batches);
    auto sums = dependency_sums(graph, drawn(n, pivots, sample.seed), batches, sample.threads, sample.watch);
    // Each source stands for n / pivots of them; without direction every pair is met from both ends.
    const double scale = static_cast<double>(n) / (graph.is_directed() ? 1 : 2);
    const auto share_left_out = 1 - static_cast<double>(pivots) / n;
    for (std::size_t actor = 0; actor < found.value.size(); ++actor) {
        double whole = 0;
        for (std::size_t batch = 0; batch < sums.size(); ++batch) {
            whole += sums[batch][actor];
            sums[batch][actor] /= batch_size(pivots, batches, static_cast<int>(batch));
        }
        found.value[actor] = scale * whole / pivots;
        found.standard_error[actor] =
            pivots == n ? 0 : scale * estimate(sums, actor).error * std::sqrt(share_left_out);
    }
    return found;
}

}  // namespace konbit::network
