// SPDX-License-Identifier: Apache-2.0
#include "engine/network/paths.hpp"

#include "engine/parallel.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace konbit::network {
namespace {

constexpr int most_blocks = 64;
constexpr int smallest_block = 32;
constexpr double nanoseconds_per_visit = 4;
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// What a block of sources adds up; blocks are summed in order, so that threads do not change the rounding.
struct BlockSums {
    std::vector<double> betweenness, harmonic_in;
    std::vector<std::int64_t> pairs_at;
};

/// Search from one source after the other, with buffers that are used again.
///
/// The inner loops have no branches: whether a neighbor is new, or one step farther, is a coin toss that no
/// processor predicts. They add for every tie and make sure, level by level, that what should not count is
/// zero or not read.
class Search {
  public:
    explicit Search(const Graph& graph)
        : graph_(graph),
          n_(graph.node_count()),
          order_(n_ + 1),  // one place more: it is written before it is known whether it counts
          distance_(n_, unseen),
          paths_(n_),
          arriving_(n_),
          weight_(n_),
          reciprocal_(n_ + 1) {
        for (int d = 1; d <= n_; ++d) reciprocal_[d] = 1.0 / d;
    }

    void run(int source, BlockSums& sums, PathStatistics& results) {
        spread(source);
        gather_distances(source, sums, results);
        gather_dependencies(sums);
        for (const int node : reached()) {
            distance_[node] = unseen;
            arriving_[node] = 0;
        }
    }

  private:
    static constexpr int unseen = std::numeric_limits<int>::max();

    int levels() const { return static_cast<int>(level_start_.size()) - 1; }
    std::span<const int> level(int d) const {
        return {order_.data() + level_start_[d], order_.data() + level_start_[d + 1]};
    }
    std::span<const int> reached() const { return {order_.data(), order_.data() + level_start_.back()}; }

    /// Breadth first; counts the shortest paths to each actor as it goes.
    void spread(int source) {
        order_[0] = source;
        distance_[source] = 0;
        arriving_[source] = 1;
        level_start_.assign({0, 1});
        for (int d = 0; !level(d).empty(); ++d) {
            // Later ties within the level add to arriving_, so the count is taken before.
            for (const int node : level(d)) paths_[node] = arriving_[node];
            // When all are found, no tie from here lies on a shortest path.
            level_start_.push_back(level_start_.back() == n_ ? n_ : spread_from_level(d));
        }
        level_start_.pop_back();
    }

    int spread_from_level(int d) {
        int found = level_start_[d + 1];
        for (const int node : level(d)) {
            const double paths = paths_[node];
            for (const int other : graph_.out(node)) {
                const int before = distance_[other];
                order_[found] = other;
                found += before == unseen;
                distance_[other] = std::min(before, d + 1);
                arriving_[other] += paths;
            }
        }
        return found;
    }

    void gather_distances(int source, BlockSums& sums, PathStatistics& results) {
        if (std::ssize(sums.pairs_at) < levels()) sums.pairs_at.resize(levels());
        double closeness = 0;
        for (int d = 1; d < levels(); ++d) {
            const auto count = std::ssize(level(d));
            sums.pairs_at[d] += count;
            closeness += reciprocal_[d] * static_cast<double>(count);
            for (const int node : level(d)) sums.harmonic_in[node] += reciprocal_[d];
        }
        const int within_2 = level_start_[std::min(levels(), 3)] - 1;
        results.harmonic_out[source] = n_ < 2 ? undefined : closeness / (n_ - 1);
        results.reach_2[source] = n_ < 2 ? undefined : static_cast<double>(within_2) / (n_ - 1);
    }

    /// Brandes' accumulation, from the farthest actors back. weight_ holds (1 + dependency) / paths of the
    /// level just done and is zero elsewhere.
    void gather_dependencies(BlockSums& sums) {
        for (int d = levels() - 1; d > 0; --d) {
            const bool is_last = d == levels() - 1;
            for (const int node : level(d)) {
                double behind = 0;
                if (!is_last)
                    for (const int other : graph_.out(node)) behind += weight_[other];
                dependency_of(node) = paths_[node] * behind;
                sums.betweenness[node] += dependency_of(node);
            }
            if (!is_last)
                for (const int node : level(d + 1)) weight_[node] = 0;
            for (const int node : level(d)) weight_[node] = (1 + dependency_of(node)) / paths_[node];
        }
        if (levels() > 1)
            for (const int node : level(1)) weight_[node] = 0;
    }

    /// Its count of arriving paths is not needed any more.
    double& dependency_of(int node) { return arriving_[node]; }

    const Graph& graph_;
    int n_;
    std::vector<int> order_, distance_, level_start_;
    std::vector<double> paths_, arriving_, weight_, reciprocal_;
};

int block_count(int nodes) { return std::clamp(nodes / smallest_block, 1, most_blocks); }

int thread_count(const Graph& graph, int wanted) {
    const double visits = static_cast<double>(graph.node_count()) * static_cast<double>(graph.edge_count());
    return wanted > 0 ? wanted : useful_threads(visits * nanoseconds_per_visit);
}

BlockSums sum_block(Search& search, std::span<const int> sources, PathStatistics& results) {
    const auto n = results.betweenness.size();
    BlockSums sums{std::vector<double>(n), std::vector<double>(n), std::vector<std::int64_t>(1)};
    for (const int source : sources) search.run(source, sums, results);
    return sums;
}

std::span<const int> block_of(std::span<const int> sources, int block, int blocks) {
    const std::size_t start = sources.size() * block / blocks;
    return sources.subspan(start, sources.size() * (block + 1) / blocks - start);
}

std::vector<BlockSums> sum_blocks(const Graph& graph, int threads, PathStatistics& results) {
    const int blocks = block_count(graph.node_count());
    std::vector<int> sources(graph.node_count());
    std::iota(sources.begin(), sources.end(), 0);
    std::vector<BlockSums> sums(blocks);
    parallel_for(blocks, threads, [&] {
        return [&, search = Search(graph)](int block) mutable {
            sums[block] = sum_block(search, block_of(sources, block, blocks), results);
        };
    });
    return sums;
}

PathStatistics empty_statistics(int n) {
    return {.betweenness = std::vector<double>(n),
            .harmonic_out = std::vector<double>(n),
            .harmonic_in = std::vector<double>(n),
            .reach_2 = std::vector<double>(n),
            .pairs_at = std::vector<std::int64_t>(1)};
}

void add(PathStatistics& results, const BlockSums& sums) {
    for (int node = 0; node < results.node_count(); ++node) {
        results.betweenness[node] += sums.betweenness[node];
        results.harmonic_in[node] += sums.harmonic_in[node];
    }
    if (results.pairs_at.size() < sums.pairs_at.size()) results.pairs_at.resize(sums.pairs_at.size());
    for (std::size_t d = 0; d < sums.pairs_at.size(); ++d) results.pairs_at[d] += sums.pairs_at[d];
}

std::int64_t reachable_pairs(const PathStatistics& paths) {
    return std::accumulate(paths.pairs_at.begin(), paths.pairs_at.end(), std::int64_t{0});
}

/// Sum over reachable pairs of `value(distance)`.
template <class Value>
double sum_over_pairs(const PathStatistics& paths, Value value) {
    double sum = 0;
    for (std::size_t d = 1; d < paths.pairs_at.size(); ++d)
        sum += static_cast<double>(paths.pairs_at[d]) * value(static_cast<double>(d));
    return sum;
}

double ordered_pairs(int nodes) { return static_cast<double>(nodes) * (nodes - 1); }

}  // namespace

PathStatistics path_statistics(const Graph& graph, int threads) {
    const int n = graph.node_count();
    PathStatistics results = empty_statistics(n);
    if (n == 0) return results;
    for (const BlockSums& sums : sum_blocks(graph, thread_count(graph, threads), results)) add(results, sums);
    for (double& each : results.harmonic_in) each = n < 2 ? undefined : each / (n - 1);
    if (!graph.is_directed())
        for (double& each : results.betweenness) each /= 2;
    return results;
}

int batch_size(int sources, int batches, int batch) {
    const auto start = [&](std::int64_t number) { return static_cast<int>(sources * number / batches); };
    return start(batch + 1) - start(batch);
}

std::vector<std::vector<double>> dependency_sums(const Graph& graph, std::span<const int> sources,
                                                 int batches, int threads, Watch* watch) {
    PathStatistics unused = empty_statistics(graph.node_count());
    std::vector<std::vector<double>> sums(batches, std::vector<double>(graph.node_count()));
    if (watch != nullptr) watch->expect(batches);
    parallel_for(batches, thread_count(graph, threads), [&] {
        return [&, search = Search(graph)](int batch) mutable {
            if (watch != nullptr && watch->is_stopped()) return;
            sums[batch] = sum_block(search, block_of(sources, batch, batches), unused).betweenness;
            if (watch != nullptr) watch->done();
        };
    });
    return sums;
}

std::optional<double> PathStatistics::reachable_pairs_share() const {
    if (node_count() < 2) return std::nullopt;
    return static_cast<double>(reachable_pairs(*this)) / ordered_pairs(node_count());
}

std::optional<double> PathStatistics::global_efficiency() const {
    if (node_count() < 2) return std::nullopt;
    return sum_over_pairs(*this, [](double d) { return 1 / d; }) / ordered_pairs(node_count());
}

std::optional<double> PathStatistics::avg_path_length() const {
    const auto pairs = static_cast<double>(reachable_pairs(*this));
    if (pairs == 0) return std::nullopt;
    return sum_over_pairs(*this, [](double d) { return d; }) / pairs;
}

std::optional<double> PathStatistics::diameter() const {
    if (pairs_at.size() < 2) return std::nullopt;
    return static_cast<double>(pairs_at.size() - 1);
}

std::vector<double> betweenness_normalized(const PathStatistics& paths, bool is_directed) {
    const double n = paths.node_count();
    const double pairs = (n - 1) * (n - 2) / (is_directed ? 1 : 2);
    std::vector<double> shares = paths.betweenness;
    for (double& each : shares) each = n < 3 ? undefined : each / pairs;
    return shares;
}

std::optional<double> betweenness_centralization(const PathStatistics& paths, bool is_directed) {
    if (paths.node_count() < 3) return std::nullopt;
    const std::vector<double> shares = betweenness_normalized(paths, is_directed);
    const double highest = std::ranges::max(shares);
    double missing = 0;
    for (const double each : shares) missing += highest - each;
    return missing / (paths.node_count() - 1);
}

std::vector<int> distances_from(const Graph& graph, int source) {
    std::vector<int> distance(graph.node_count(), -1), order{source};
    distance[source] = 0;
    for (std::size_t i = 0; i < order.size(); ++i)
        for (const int other : graph.out(order[i])) {
            if (distance[other] >= 0) continue;
            distance[other] = distance[order[i]] + 1;
            order.push_back(other);
        }
    return distance;
}

}  // namespace konbit::network
