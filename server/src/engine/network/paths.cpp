// SPDX-License-Identifier: Apache-2.0
#include "engine/network/paths.hpp"

#include <algorithm>
#include <atomic>
#include <limits>
#include <numeric>
#include <thread>

namespace konbit::network {
namespace {

constexpr int most_blocks = 64;
constexpr int smallest_block = 32;
constexpr double edge_visits_worth_threads = 4e6;
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// What a block of sources adds up; blocks are summed in order, so that threads do not change the rounding.
struct BlockSums {
    std::vector<double> betweenness, harmonic_in;
    std::vector<std::int64_t> pairs_at;
};

/// Search from one source after the other, with buffers that are used again.
class Search {
  public:
    explicit Search(const Graph& graph)
        : graph_(graph),
          n_(graph.node_count()),
          order_(n_),
          distance_(n_, unseen),
          paths_(n_),
          weight_(n_),
          reciprocal_(n_ + 1) {
        for (int d = 1; d <= n_; ++d) reciprocal_[d] = 1.0 / d;
    }

    void run(int source, BlockSums& sums, PathStatistics& results) {
        spread(source);
        gather_distances(source, sums, results);
        gather_dependencies(sums);
        for (int i = 0; i < reached_; ++i) distance_[order_[i]] = unseen;
    }

  private:
    static constexpr int unseen = -1;

    /// Breadth first; counts the shortest paths to each actor as it goes.
    void spread(int source) {
        order_[0] = source;
        distance_[source] = 0;
        paths_[source] = 1;
        reached_ = 1;
        for (int i = 0; i < reached_; ++i) {
            const int node = order_[i];
            const int next = distance_[node] + 1;
            // All are found and this is the last level: no tie from here lies on a shortest path.
            if (reached_ == n_ && next > distance_[order_[n_ - 1]]) break;
            const double paths = paths_[node];
            for (const int other : graph_.out(node)) {
                if (distance_[other] == unseen) {
                    distance_[other] = next;
                    paths_[other] = paths;
                    order_[reached_++] = other;
                } else if (distance_[other] == next) {
                    paths_[other] += paths;
                }
            }
        }
    }

    void gather_distances(int source, BlockSums& sums, PathStatistics& results) {
        const int longest = distance_[order_[reached_ - 1]];
        if (static_cast<int>(sums.pairs_at.size()) <= longest) sums.pairs_at.resize(longest + 1);
        double closeness = 0;
        int within_2 = 0;
        for (int i = 1; i < reached_; ++i) {
            const int d = distance_[order_[i]];
            closeness += reciprocal_[d];
            within_2 += d <= 2;
            sums.harmonic_in[order_[i]] += reciprocal_[d];
            ++sums.pairs_at[d];
        }
        results.harmonic_out[source] = n_ < 2 ? undefined : closeness / (n_ - 1);
        results.reach_2[source] = n_ < 2 ? undefined : static_cast<double>(within_2) / (n_ - 1);
    }

    /// Brandes' accumulation, from the farthest actors back. weight_ holds (1 + dependency) / paths.
    void gather_dependencies(BlockSums& sums) {
        const int longest = distance_[order_[reached_ - 1]];
        for (int i = reached_ - 1; i > 0; --i) {
            const int node = order_[i];
            const int next = distance_[node] + 1;
            double behind = 0;
            if (next <= longest)
                for (const int other : graph_.out(node))
                    if (distance_[other] == next) behind += weight_[other];
            const double dependency = paths_[node] * behind;
            sums.betweenness[node] += dependency;
            weight_[node] = (1 + dependency) / paths_[node];
        }
    }

    const Graph& graph_;
    int n_;
    int reached_ = 0;
    std::vector<int> order_, distance_;
    std::vector<double> paths_, weight_, reciprocal_;
};

int block_count(int nodes) { return std::clamp(nodes / smallest_block, 1, most_blocks); }

int thread_count(const Graph& graph, int wanted) {
    if (wanted > 0) return wanted;
    const double visits = static_cast<double>(graph.node_count()) * static_cast<double>(graph.edge_count());
    return visits < edge_visits_worth_threads
               ? 1
               : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

BlockSums sum_block(Search& search, int block, int blocks, PathStatistics& results) {
    const std::int64_t n = results.node_count();
    BlockSums sums{std::vector<double>(n), std::vector<double>(n), std::vector<std::int64_t>(1)};
    const int end = static_cast<int>(n * (block + 1) / blocks);
    for (int source = static_cast<int>(n * block / blocks); source < end; ++source)
        search.run(source, sums, results);
    return sums;
}

std::vector<BlockSums> sum_blocks(const Graph& graph, int threads, PathStatistics& results) {
    std::vector<BlockSums> sums(block_count(graph.node_count()));
    const int blocks = static_cast<int>(sums.size());
    std::atomic<int> next = 0;
    const auto work = [&] {
        Search search(graph);
        for (int block = next++; block < blocks; block = next++)
            sums[block] = sum_block(search, block, blocks, results);
    };
    std::vector<std::jthread> helpers;
    for (int i = 1; i < std::min(threads, blocks); ++i) helpers.emplace_back(work);
    work();
    helpers.clear();  // joins them
    return sums;
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
    PathStatistics results{.betweenness = std::vector<double>(n),
                           .harmonic_out = std::vector<double>(n),
                           .harmonic_in = std::vector<double>(n),
                           .reach_2 = std::vector<double>(n),
                           .pairs_at = std::vector<std::int64_t>(1)};
    if (n == 0) return results;
    for (const BlockSums& sums : sum_blocks(graph, thread_count(graph, threads), results)) add(results, sums);
    for (double& each : results.harmonic_in) each = n < 2 ? undefined : each / (n - 1);
    if (!graph.is_directed())
        for (double& each : results.betweenness) each /= 2;
    return results;
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
