// SPDX-License-Identifier: Apache-2.0
#include "engine/network/observed.hpp"

#include <algorithm>
#include <limits>

namespace konbit::network {
namespace {

std::optional<double> share(double part, double whole) {
    return whole <= 0 ? std::nullopt : std::optional(part / whole);
}

double pairs(double members) { return members * (members - 1) / 2; }

double fully_observed_pairs(const ObservedNetwork& network) { return pairs(network.answers()); }

double any_observed_pairs(const ObservedNetwork& network) {
    return pairs(network.node_count()) - pairs(network.node_count() - network.answers());
}

/// Reported ties between members who both answered.
Graph between_answers(const ObservedNetwork& network) {
    std::vector<Edge> edges = network.reported().edges();
    std::erase_if(edges, [&](const Edge& edge) { return !network.has_answered(edge.to); });
    return {network.node_count(), edges, Direction::directed};
}

TieSupport support_of(const ObservedNetwork& network, const Edge& tie) {
    if (!network.has_answered(tie.from) || !network.has_answered(tie.to)) return TieSupport::other_silent;
    const Graph& reported = network.reported();
    const bool both = reported.has_edge(tie.from, tie.to) && reported.has_edge(tie.to, tie.from);
    return both ? TieSupport::both_report : TieSupport::one_reports;
}

std::optional<double> density_of(const ObservedNetwork& network, const SymmetrizedNetwork& result,
                                 Symmetrization rule) {
    const auto ties = static_cast<double>(result.ties.size());
    if (rule == Symmetrization::either) return share(ties, any_observed_pairs(network));
    const auto confirmed = std::ranges::count(result.support, TieSupport::both_report);
    return share(static_cast<double>(confirmed), fully_observed_pairs(network));
}

}  // namespace

ObservedNetwork::ObservedNetwork(std::vector<bool> has_answered, std::span<const Edge> edges)
    : has_answered_(std::move(has_answered)) {
    answers_ = static_cast<int>(std::ranges::count(has_answered_, true));
    std::vector<Edge> kept(edges.begin(), edges.end());
    std::erase_if(kept, [&](const Edge& edge) { return !has_answered_[edge.from]; });
    reported_ = Graph(static_cast<int>(has_answered_.size()), kept, Direction::directed);
}

std::optional<double> response_rate(const ObservedNetwork& network) {
    return share(network.answers(), network.node_count());
}

std::optional<double> dyads_fully_observed_share(const ObservedNetwork& network) {
    return share(fully_observed_pairs(network), pairs(network.node_count()));
}

std::optional<double> dyads_any_observed_share(const ObservedNetwork& network) {
    return share(any_observed_pairs(network), pairs(network.node_count()));
}

std::optional<double> density_available(const ObservedNetwork& network) {
    const double possible = static_cast<double>(network.answers()) * (network.node_count() - 1);
    return share(static_cast<double>(network.reported().edge_count()), possible);
}

std::vector<double> indegree_share_of_observers(const ObservedNetwork& network) {
    std::vector<double> shares(network.node_count());
    for (int node = 0; node < network.node_count(); ++node) {
        const int observers = network.answers() - (network.has_answered(node) ? 1 : 0);
        const auto named_by = static_cast<double>(network.reported().in(node).size());
        shares[node] = share(named_by, observers).value_or(std::numeric_limits<double>::quiet_NaN());
    }
    return shares;
}

DyadCensus dyad_census_observed(const ObservedNetwork& network) {
    DyadCensus dyads = dyad_census(between_answers(network));
    dyads.null = static_cast<std::int64_t>(fully_observed_pairs(network)) - dyads.mutual - dyads.asymmetric;
    return dyads;
}

std::optional<double> reciprocity_edgewise_observed(const ObservedNetwork& network) {
    return reciprocity_edgewise(dyad_census_observed(network));
}

ReconstructedNetwork reconstructed(const ObservedNetwork& network) {
    ReconstructedNetwork result;
    std::vector<Edge> edges = network.reported().edges();
    for (const auto& [from, to] : edges)
        if (!network.has_answered(to)) result.filled_in.push_back({to, from});
    std::ranges::sort(result.filled_in);
    edges.insert(edges.end(), result.filled_in.begin(), result.filled_in.end());
    result.graph = Graph(network.node_count(), edges, Direction::directed);
    result.density_known_cells =
        share(static_cast<double>(result.graph.edge_count()), 2 * any_observed_pairs(network));
    return result;
}

SymmetrizedNetwork symmetrized(const ObservedNetwork& network, Symmetrization rule) {
    SymmetrizedNetwork result;
    for (const Edge& tie : undirected(network.reported()).edges()) {
        const TieSupport support = support_of(network, tie);
        if (rule == Symmetrization::both && support == TieSupport::one_reports) continue;
        result.ties.push_back(tie);
        result.support.push_back(support);
    }
    result.graph = Graph(network.node_count(), result.ties, Direction::undirected);
    result.density_known_dyads = density_of(network, result, rule);
    return result;
}

}  // namespace konbit::network
