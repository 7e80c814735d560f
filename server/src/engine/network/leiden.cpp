// SPDX-License-Identifier: Apache-2.0
#include "engine/network/leiden.hpp"

#include "engine/random.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

namespace konbit::network {
namespace {

/// How freely refinement merges where it gains less than the most, in ties.
constexpr double randomness = 0.01;
/// More rounds gain less than more searches in the same time (measured on the golden networks).
constexpr int most_rounds = 2;

struct Tie {
    int to;
    int weight;  ///< Ties of the network in it.
};

/// The network at one level of aggregation. Ties within a node only count in its strength.
struct Level {
    std::vector<int> start{0};
    std::vector<Tie> ties{};
    std::vector<double> strength{};  ///< Tie ends at each node, those within it included.
    double ends = 0;                 ///< Sum of strengths, the same on every level.

    int node_count() const { return static_cast<int>(strength.size()); }
    std::span<const Tie> of(int node) const {
        return {ties.data() + start[node], ties.data() + start[node + 1]};
    }
};

Level bottom_level(const Graph& graph) {
    Level level{.ends = 2 * static_cast<double>(graph.edge_count())};
    for (int node = 0; node < graph.node_count(); ++node) {
        for (const int other : graph.out(node)) level.ties.push_back({other, 1});
        level.start.push_back(static_cast<int>(level.ties.size()));
        level.strength.push_back(static_cast<double>(graph.out(node).size()));
    }
    return level;
}

/// Weights from one node to the groups around it; only the touched entries are cleared. Most of a search is
/// spent here, and whether a group is new is a coin toss: it is counted, not branched on.
class GroupWeights {
  public:
    explicit GroupWeights(int groups) : weight_(groups), touched_(groups + 1) {}

    void gather(std::span<const Tie> ties, std::span<const int> group_of) {
        for (const int group : touched()) weight_[group] = 0;
        count_ = 0;
        for (const auto& [to, weight] : ties) {
            const int group = group_of[to];
            touched_[count_] = group;
            count_ += static_cast<std::size_t>(weight_[group] == 0);
            weight_[group] += weight;
        }
    }
    int to(int group) const { return weight_[group]; }
    std::span<const int> touched() const { return std::span(touched_).first(count_); }

  private:
    std::vector<int> weight_;
    std::vector<int> touched_;  ///< With room for one more than there are groups.
    std::size_t count_ = 0;
};

/// Renames labels to 0 .. count-1 in order of appearance; returns the count.
int compact(std::vector<int>& label) {
    std::vector<int> number(label.empty() ? 0 : std::ranges::max(label) + 1, -1);
    int count = 0;
    for (int& each : label) {
        if (number[each] < 0) number[each] = count++;
        each = number[each];
    }
    return count;
}

std::vector<int> singletons(int count) {
    std::vector<int> own(count);
    std::iota(own.begin(), own.end(), 0);
    return own;
}

/// First come, first served; each node waits at most once, so a ring of all nodes has room.
class WaitingNodes {
  public:
    /// @param ring  Every node once: at first all of them wait.
    explicit WaitingNodes(std::vector<int> ring)
        : ring_(std::move(ring)), is_waiting_(ring_.size(), 1), count_(static_cast<int>(ring_.size())) {}

    bool empty() const { return count_ == 0; }
    int take() {
        const int node = ring_[first_];
        first_ = after(first_);
        --count_;
        is_waiting_[node] = 0;
        return node;
    }
    void add(int node) {
        if (is_waiting_[node]) return;
        is_waiting_[node] = 1;
        ring_[last_] = node;
        last_ = after(last_);
        ++count_;
    }

  private:
    int after(int place) const { return place + 1 == static_cast<int>(ring_.size()) ? 0 : place + 1; }

    std::vector<int> ring_;
    std::vector<char> is_waiting_;
    int first_ = 0, last_ = 0, count_;
};

/// One round over one level: moves nodes between groups, then splits groups into well-connected parts.
class Round {
  public:
    Round(const Level& level, Random& random) : level_(level), random_(random), near_(level.node_count()) {}

    /// Moves nodes to the group where they gain most, until none gains; neighbors of a moved node are looked
    /// at again.
    void move_nodes(std::vector<int>& group_of) {
        std::vector<double> strength = strengths(group_of);
        std::vector<int> empty = empty_groups(group_of);
        std::vector<int> order = singletons(level_.node_count());
        random_.shuffle(std::span(order));
        WaitingNodes waiting(std::move(order));
        while (!waiting.empty()) {
            const int node = waiting.take();
            const int before = group_of[node];
            strength[before] -= level_.strength[node];
            if (strength[before] <= 0) empty.push_back(before);
            const int best = best_group(node, before, group_of, strength, empty);
            strength[best] += level_.strength[node];
            group_of[node] = best;
            if (!empty.empty() && empty.back() == best) empty.pop_back();
            if (best == before) continue;
            for (const auto& [to, weight] : level_.of(node))
                if (group_of[to] != best) waiting.add(to);
        }
    }

    /// Parts of each group, grown from single nodes by merges that never lower modularity.
    std::vector<int> refine(const std::vector<int>& group_of) {
        const std::vector<double> group_strength = strengths(group_of);
        std::vector<int> part_of = singletons(level_.node_count());
        std::vector<double> strength = level_.strength;
        std::vector<double> outward = ties_inside(group_of);  // from each part to the rest of its group
        std::vector<int> part_size(level_.node_count(), 1);
        std::vector<int> order = singletons(level_.node_count());
        random_.shuffle(std::span(order));
        for (const int node : order) {
            const double whole = group_strength[group_of[node]];
            const auto is_well_tied = [&](int part) {
                return outward[part] >= strength[part] * (whole - strength[part]) / level_.ends - 1e-12;
            };
            if (part_size[part_of[node]] != 1 || part_of[node] != node || !is_well_tied(node)) continue;
            near_.gather(inner_ties(node, group_of), part_of);
            const int chosen = random_part(node, strength, is_well_tied);
            if (chosen == node) continue;
            outward[chosen] += outward[node] - 2 * near_.to(chosen);
            strength[chosen] += strength[node];
            part_size[chosen] += part_size[node];
            part_size[node] = 0;
            part_of[node] = chosen;
        }
        return part_of;
    }

  private:
    std::vector<double> strengths(const std::vector<int>& group_of) const {
        std::vector<double> sums(level_.node_count());
        for (int node = 0; node < level_.node_count(); ++node) sums[group_of[node]] += level_.strength[node];
        return sums;
    }

    std::vector<int> empty_groups(const std::vector<int>& group_of) const {
        std::vector<bool> used(level_.node_count());
        for (const int group : group_of) used[group] = true;
        std::vector<int> empty;
        for (int group = 0; group < level_.node_count(); ++group)
            if (!used[group]) empty.push_back(group);
        return empty;
    }

    int best_group(int node, int before, const std::vector<int>& group_of,
                   const std::vector<double>& strength, const std::vector<int>& empty) {
        near_.gather(level_.of(node), group_of);
        const double share = level_.strength[node] / level_.ends;
        const auto gain = [&](int group) { return near_.to(group) - share * strength[group]; };
        int best = before;
        double highest = gain(before);
        // Selected, not branched on: which group is better is another coin toss.
        const auto offer = [&](int group) {
            const double gained = gain(group);
            const bool is_better = gained > highest + 1e-12;
            highest = is_better ? gained : highest;
            best = is_better ? group : best;
        };
        for (const int group : near_.touched()) offer(group);
        if (!empty.empty()) offer(empty.back());
        return best;
    }

    std::vector<double> ties_inside(const std::vector<int>& group_of) const {
        std::vector<double> sums(level_.node_count());
        for (int node = 0; node < level_.node_count(); ++node) {
            int inside = 0;
            for (const auto& [to, weight] : level_.of(node))
                inside += group_of[to] == group_of[node] ? weight : 0;
            sums[node] = inside;
        }
        return sums;
    }

    std::span<const Tie> inner_ties(int node, const std::vector<int>& group_of) {
        inner_.clear();
        for (const Tie& tie : level_.of(node))
            if (group_of[tie.to] == group_of[node]) inner_.push_back(tie);
        return inner_;
    }

    /// A part near `node`, or its own, with chances that grow by exp(gain / randomness).
    template <class IsWellTied>
    int random_part(int node, const std::vector<double>& strength, IsWellTied is_well_tied) {
        const double share = level_.strength[node] / level_.ends;
        const auto gain = [&](int part) { return near_.to(part) - share * strength[part]; };
        options_.assign(1, {node, 0.0});
        double highest = 0;
        for (const int part : near_.touched()) {
            if (part == node || !is_well_tied(part) || gain(part) < 0) continue;
            options_.push_back({part, gain(part)});
            highest = std::max(highest, gain(part));
        }
        double sum = 0;
        for (auto& [part, chance] : options_) sum += chance = std::exp((chance - highest) / randomness);
        double at = random_.unit() * sum;
        for (const auto& [part, chance] : options_) {
            at -= chance;
            if (at < 0) return part;
        }
        return options_.back().first;
    }

    const Level& level_;
    Random& random_;
    GroupWeights near_;
    std::vector<Tie> inner_;
    std::vector<std::pair<int, double>> options_;
};

/// The level whose nodes are the parts; `part_of` is compact with `parts` labels.
Level aggregate(const Level& level, const std::vector<int>& part_of, int parts) {
    std::vector<std::vector<int>> members(parts);
    for (int node = 0; node < level.node_count(); ++node) members[part_of[node]].push_back(node);
    Level above{.ends = level.ends};
    GroupWeights near(parts);
    std::vector<Tie> all;
    for (int part = 0; part < parts; ++part) {
        double strength = 0;
        all.clear();
        for (const int node : members[part]) {
            strength += level.strength[node];
            all.insert(all.end(), level.of(node).begin(), level.of(node).end());
        }
        near.gather(all, part_of);
        for (const int other : near.touched())
            if (other != part) above.ties.push_back({other, near.to(other)});
        above.start.push_back(static_cast<int>(above.ties.size()));
        above.strength.push_back(strength);
    }
    return above;
}

/// Runs levels from `group_of` up until no group splits or merges; leaves the result in `group_of`.
void climb(const Level& bottom, std::vector<int>& group_of, Random& random) {
    Level above;  // of the level that is worked on, once it is not the bottom
    const Level* level = &bottom;
    std::vector<int> node_of = singletons(bottom.node_count());  // node of the current level for each actor
    std::vector<int> groups = group_of;                          // of the current level's nodes
    for (;;) {
        Round round(*level, random);
        round.move_nodes(groups);
        for (std::size_t actor = 0; actor < group_of.size(); ++actor)
            group_of[actor] = groups[node_of[actor]];
        std::vector<int> parts = round.refine(groups);
        const int count = compact(parts);
        if (count == level->node_count()) return;
        std::vector<int> groups_above(count);
        for (int node = 0; node < level->node_count(); ++node) groups_above[parts[node]] = groups[node];
        compact(groups_above);
        for (int& node : node_of) node = parts[node];
        above = aggregate(*level, parts, count);
        level = &above;
        groups = std::move(groups_above);
    }
}

}  // namespace

std::vector<int> leiden_partition(const Graph& graph, std::uint64_t seed) {
    assert(!graph.is_directed() && graph.edge_count() > 0);
    Random random(seed);
    const Level bottom = bottom_level(graph);
    std::vector<int> group_of = singletons(graph.node_count());
    for (int i = 0; i < most_rounds; ++i) {
        std::vector<int> before = group_of;
        climb(bottom, group_of, random);
        compact(group_of);
        compact(before);
        if (group_of == before) break;
    }
    return group_of;
}

}  // namespace konbit::network
