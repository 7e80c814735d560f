// SPDX-License-Identifier: Apache-2.0
#include "engine/network/perceived.hpp"

namespace konbit::network {
namespace {

/// Nothing when an item is missing or there is none.
std::optional<double> mean_of(const Rating& rating) {
    if (rating.items.empty()) return std::nullopt;
    double sum = 0;
    for (const auto& item : rating.items) {
        if (!item) return std::nullopt;
        sum += *item;
    }
    return sum / static_cast<double>(rating.items.size());
}

}  // namespace

PerceivedScores perceived_scores(std::span<const Rating> ratings, int node_count) {
    PerceivedScores scores{.of = std::vector<PerceivedScore>(node_count), .network = {}};
    std::vector<double> sums(node_count);
    for (const Rating& rating : ratings) {
        const auto mean = mean_of(rating);
        if (!mean || rating.rater == rating.rated) continue;
        sums[rating.rated] += *mean;
        ++scores.of[rating.rated].raters;
    }
    double sum = 0;
    int scored = 0;
    for (int node = 0; node < node_count; ++node) {
        auto& [score, raters] = scores.of[node];
        if (raters < least_raters) continue;
        score = sums[node] / raters;
        sum += *score;
        ++scored;
    }
    if (scored > 0) scores.network = sum / scored;
    return scores;
}

}  // namespace konbit::network
