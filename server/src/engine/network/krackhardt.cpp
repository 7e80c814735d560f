// SPDX-License-Identifier: Apache-2.0
#include "engine/network/krackhardt.hpp"

#include "engine/network/components.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace konbit::network {
namespace {

/// The strong components as actors of a network without ways back: what is asked of pairs of actors has one
/// answer for each pair of components.
struct Condensed {
    Components parts;
    Graph graph;

    explicit Condensed(const Graph& network) : parts(strong_components(network)) {
        std::vector<Edge> ties = network.edges();
        for (auto& [from, to] : ties) from = parts.of[from], to = parts.of[to];
        // An undirected tie joins what is one component already.
        graph = Graph(parts.count, ties, Direction::directed);
    }

    int count() const { return parts.count; }
    /// Pairs of actors, one of each component.
    double pairs(int a, int b) const {
        const double size = parts.size[a];
        return a == b ? size * (size - 1) / 2 : size * parts.size[b];
    }
};

/// For each actor the set of those with a path to it, itself included, as bits.
class Superiors {
  public:
    explicit Superiors(const Graph& graph)
        : n_(graph.node_count()), words_((n_ + 63) / 64), bits_(static_cast<std::size_t>(n_) * words_) {
        std::vector<int> waiting;
        for (int source = 0; source < n_; ++source) {
            set(source, source);
            waiting.assign(1, source);
            while (!waiting.empty()) {
                const int node = waiting.back();
                waiting.pop_back();
                for (const int other : graph.out(node))
                    if (!reach(source, other)) set(source, other), waiting.push_back(other);
            }
        }
        for (int node = 0; node < n_; ++node)
            count_.push_back(static_cast<int>(common_of(node, node).size()));
    }

    bool reach(int from, int to) const { return (row(to)[from / 64] >> (from % 64) & 1) != 0; }

    /// Whether one of the common superiors of two actors is below all others. All superiors of a common
    /// superior are common superiors too, so the lowest is one that has as many as there are common ones.
    bool have_lowest_common(int a, int b) const {
        const std::vector<int> common = common_of(a, b);
        return std::ranges::any_of(common,
                                   [&](int each) { return count_[each] == static_cast<int>(common.size()); });
    }

    /// Whether one of them is above all others: then so is each that has the fewest superiors itself.
    bool have_highest_common(int a, int b) const {
        const std::vector<int> common = common_of(a, b);
        if (common.empty()) return false;
        const int highest = *std::ranges::min_element(common, {}, [&](int each) { return count_[each]; });
        return std::ranges::all_of(common, [&](int each) { return reach(highest, each); });
    }

  private:
    const std::uint64_t* row(int node) const {
        return bits_.data() + static_cast<std::size_t>(node) * words_;
    }
    void set(int from, int to) {
        bits_[static_cast<std::size_t>(to) * words_ + from / 64] |= std::uint64_t{1} << (from % 64);
    }
    std::vector<int> common_of(int a, int b) const {
        std::vector<int> common;
        for (int word = 0; word < words_; ++word)
            for (std::uint64_t left = row(a)[word] & row(b)[word]; left != 0; left &= left - 1)
                common.push_back(64 * word + std::countr_zero(left));
        return common;
    }

    int n_, words_;
    std::vector<std::uint64_t> bits_;
    std::vector<int> count_;
};

std::optional<double> one_less(double part, double whole) {
    if (whole <= 0) return std::nullopt;
    return 1 - part / whole;
}

std::optional<double> connectedness(const Components& pieces) {
    const auto unconnected = fragmentation(pieces);
    if (!unconnected) return std::nullopt;
    return 1 - *unconnected;
}

std::optional<double> hierarchy(const Condensed& condensed, const Superiors& superiors) {
    double both_ways = 0, some_way = 0;
    for (int a = 0; a < condensed.count(); ++a) {
        both_ways += condensed.pairs(a, a);
        some_way += condensed.pairs(a, a);
        for (int b = a + 1; b < condensed.count(); ++b)
            if (superiors.reach(a, b) || superiors.reach(b, a)) some_way += condensed.pairs(a, b);
    }
    return one_less(both_ways, some_way);
}

std::optional<double> efficiency_of(const Graph& graph, const Components& pieces) {
    double needed = 0, room = 0;
    for (const double size : pieces.size) {
        needed += size - 1;
        room += size * (size - 1) - (size - 1);
    }
    const auto arcs = static_cast<double>(graph.edge_count()) * (graph.is_directed() ? 1 : 2);
    return one_less(arcs - needed, room);
}

/// @param has_bound  Whether two actors have the common superior asked for.
template <class HasBound>
std::optional<double> lubness(const Condensed& condensed, const Components& pieces, HasBound has_bound) {
    double violations = 0, most = 0;
    for (const double size : pieces.size) most += (size - 1) * (size - 2) / 2;
    std::vector<int> piece_of(condensed.count());
    for (std::size_t node = 0; node < pieces.of.size(); ++node)
        piece_of[condensed.parts.of[node]] = pieces.of[node];
    for (int a = 0; a < condensed.count(); ++a)
        for (int b = a; b < condensed.count(); ++b)
            if (piece_of[a] == piece_of[b] && pieces.size[piece_of[a]] > 2 && !has_bound(a, b))
                violations += condensed.pairs(a, b);
    return one_less(violations, most);
}

}  // namespace

KrackhardtDimensions krackhardt_dimensions(const Graph& graph) {
    const Components pieces = weak_components(graph);
    const Condensed condensed(graph);
    const Superiors superiors(condensed.graph);
    return {.connectedness = connectedness(pieces),
            .hierarchy = hierarchy(condensed, superiors),
            .efficiency = efficiency_of(graph, pieces),
            .lubness =
                lubness(condensed, pieces, [&](int a, int b) { return superiors.have_highest_common(a, b); }),
            .lubness_closest =
                lubness(condensed, pieces, [&](int a, int b) { return superiors.have_lowest_common(a, b); })};
}

}  // namespace konbit::network
