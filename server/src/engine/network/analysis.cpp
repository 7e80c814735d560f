// SPDX-License-Identifier: Apache-2.0
#include "engine/network/analysis.hpp"

#include "engine/network/transitivity.hpp"
#include "engine/network/triad_census.hpp"

namespace konbit::network {

const Graph& Analysis::ties() const {
    if (!graph_.is_directed()) return graph_;
    return ties_.get([&] { return network::undirected(graph_); });
}

const Contacts& Analysis::contacts() const {
    return contacts_.get([&] { return Contacts(graph_); });
}

const DyadCensus& Analysis::dyads() const {
    return dyads_.get([&] { return dyad_census(graph_); });
}

const Components& Analysis::weak() const {
    return weak_.get([&] { return weak_components(graph_); });
}

const Components& Analysis::strong() const {
    return strong_.get([&] { return strong_components(graph_); });
}

const PathStatistics& Analysis::paths() const {
    return paths_.get([&] { return path_statistics(graph_, options_.threads); });
}

const CutPoints& Analysis::cuts() const {
    return cuts_.get([&] { return cut_points(ties()); });
}

const std::optional<EigenvectorCentrality>& Analysis::eigenvector() const {
    return eigenvector_.get([&] { return eigenvector_undirected_maxnorm(ties()); });
}

const std::array<std::int64_t, 16>& Analysis::triads() const {
    return triads_.get([&] { return triad_census(contacts()); });
}

const std::vector<double>& Analysis::clustering() const {
    return clustering_.get([&] { return clustering_local(ties()); });
}

const Communities& Analysis::communities() const {
    return communities_.get([&] { return network::communities(ties(), options_.community_search); });
}

const KrackhardtDimensions& Analysis::krackhardt() const {
    return krackhardt_.get([&] { return krackhardt_dimensions(graph_); });
}

const DistanceSums& Analysis::distances_out() const {
    return distances_out_.get([&] { return distance_sums(graph_, Toward::others); });
}

const DistanceSums& Analysis::distances_in() const {
    return distances_in_.get([&] { return distance_sums(graph_, Toward::self); });
}

const DistanceSums& Analysis::distances_undirected() const {
    return distances_undirected_.get([&] { return distance_sums(ties(), Toward::others); });
}

const std::optional<HubsAndAuthorities>& Analysis::hubs() const {
    return hubs_.get([&] { return hubs_and_authorities(graph_); });
}

const std::optional<CorePeriphery>& Analysis::core_periphery() const {
    return core_periphery_.get([&] { return network::core_periphery(graph_); });
}

const Brokerage& Analysis::brokerage() const {
    return brokerage_.get([&] { return network::brokerage(graph_, options_.group_of); });
}

}  // namespace konbit::network
