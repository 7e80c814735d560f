// SPDX-License-Identifier: Apache-2.0
#include "engine/network/density_model.hpp"

#include "engine/network/mixing.hpp"
#include "engine/network/shuffled_labels.hpp"

#include <algorithm>
#include <utility>

namespace konbit::network {
namespace {

/// Blocks of pairs that share a density. Labels may be shuffled: sizes of groups, and so what is possible,
/// stay.
class Blocks {
  public:
    Blocks(const Graph& graph, std::span<const int> group_of, DensityModel model)
        : graph_(graph), model_(model), groups_(1 + std::ranges::max(group_of)) {
        possible_.resize(block_count());
        std::vector<double> sizes(groups_);
        for (const int group : group_of)
            if (group >= 0) ++sizes[group];
        for (int from = 0; from < groups_; ++from)
            for (int to = graph.is_directed() ? 0 : from; to < groups_; ++to)
                possible_[block_of(from, to)] +=
                    from != to ? sizes[from] * sizes[to]
                               : sizes[from] * (sizes[from] - 1) / (graph.is_directed() ? 1 : 2);
    }

    /// @param ties  A buffer.
    double r_squared(std::span<const int> group_of, std::vector<double>& ties) const {
        ties.assign(possible_.size(), 0);
        for (const auto& [from, to] : edges_)
            if (group_of[from] >= 0 && group_of[to] >= 0) ++ties[block_of(group_of[from], group_of[to])];
        double within = 0, all_ties = 0, all_possible = 0;
        for (std::size_t block = 0; block < ties.size(); ++block) {
            if (possible_[block] == 0) continue;
            within += ties[block] * ties[block] / possible_[block];
            all_ties += ties[block];
            all_possible += possible_[block];
        }
        const double mean = all_ties * all_ties / all_possible;
        return (within - mean) / (all_ties - mean);
    }

  private:
    std::size_t block_count() const {
        const auto groups = static_cast<std::size_t>(groups_);
        if (model_ == DensityModel::constant_homophily) return 2;
        return model_ == DensityModel::variable_homophily ? groups + 1 : groups * groups;
    }

    std::size_t block_of(int from, int to) const {
        if (model_ == DensityModel::constant_homophily) return from == to ? 0 : 1;
        if (model_ == DensityModel::variable_homophily) return from == to ? from : groups_;
        if (!graph_.is_directed() && from > to) std::swap(from, to);
        return static_cast<std::size_t>(from) * groups_ + to;
    }

    const Graph& graph_;
    std::vector<Edge> edges_ = graph_.edges();
    DensityModel model_;
    int groups_;
    std::vector<double> possible_;
};

std::vector<int> known_actors(std::span<const int> group_of) {
    std::vector<int> known;
    for (std::size_t node = 0; node < group_of.size(); ++node)
        if (group_of[node] >= 0) known.push_back(static_cast<int>(node));
    return known;
}

/// Whether there is anything to describe: two groups, and pairs with and without a tie among those of known
/// group.
bool varies(const Graph& graph, std::span<const int> group_of) {
    const std::vector<int> known = known_actors(group_of);
    const auto is_like_first = [&](int node) { return group_of[node] == group_of[known.front()]; };
    if (std::ranges::all_of(known, is_like_first)) return false;
    if (std::ranges::max(group_of) >= static_cast<int>(most_mixing_groups)) return false;
    const auto size = static_cast<std::int64_t>(known.size());
    const auto ties = keeping(graph, known).edge_count();
    return ties > 0 && ties < size * (size - 1) / (graph.is_directed() ? 1 : 2);
}

}  // namespace

std::optional<PermutationTest> density_model_test(const Graph& graph, std::span<const int> group_of,
                                                  DensityModel model, const Shuffles& shuffles) {
    if (!varies(graph, group_of)) return std::nullopt;
    const Blocks blocks(graph, group_of, model);
    std::vector<double> buffer;
    const double observed = blocks.r_squared(group_of, buffer);
    const auto shuffled = shuffled_values(shuffles, [&] {
        return [&, labels = ShuffledLabels(group_of), ties = std::vector<double>()](Random& random) mutable {
            return blocks.r_squared(labels.draw(random), ties);
        };
    });
    return permutation_test(observed, shuffled);
}

}  // namespace konbit::network
