// SPDX-License-Identifier: Apache-2.0
#include "engine/network/transitivity.hpp"

#include "engine/network/contacts.hpp"

#include <limits>

namespace konbit::network {
namespace {

double pairs_of_contacts(const Graph& graph, int node) {
    const auto contacts = static_cast<double>(graph.out(node).size());
    return contacts * (contacts - 1) / 2;
}

/// For each actor, how many triangles it is part of.
std::vector<double> triangles(const Graph& graph) {
    std::vector<double> count(graph.node_count());
    std::vector<int> contact_of(graph.node_count(), -1);
    for (int a = 0; a < graph.node_count(); ++a) {
        for (const int b : graph.out(a)) contact_of[b] = a;
        for (const int b : graph.out(a)) {
            if (b < a) continue;
            for (const int c : graph.out(b)) {
                if (c < b || contact_of[c] != a) continue;
                ++count[a], ++count[b], ++count[c];
            }
        }
    }
    return count;
}

}  // namespace

std::optional<double> transitivity_global_undirected(const Graph& graph) {
    const Graph ties = undirected(graph);
    double closed = 0, all = 0;
    for (const double each : triangles(ties)) closed += each;
    for (int node = 0; node < ties.node_count(); ++node) all += pairs_of_contacts(ties, node);
    if (all == 0) return std::nullopt;
    return closed / all;
}

std::vector<double> clustering_local(const Graph& graph) {
    const Graph ties = undirected(graph);
    std::vector<double> shares = triangles(ties);
    for (int node = 0; node < ties.node_count(); ++node) {
        const double pairs = pairs_of_contacts(ties, node);
        shares[node] = pairs == 0 ? 0 : shares[node] / pairs;
    }
    return shares;
}

std::optional<double> transitivity_weak_directed(const Graph& graph) {
    std::vector<int> named_by(graph.node_count(), -1);  // the last actor seen to name each
    double closed = 0, all = 0;
    for (int i = 0; i < graph.node_count(); ++i) {
        for (const int j : graph.out(i)) named_by[j] = i;
        for (const int j : graph.out(i))
            for (const int k : graph.out(j)) {
                if (k == i) continue;
                ++all;
                closed += named_by[k] == i;
            }
    }
    if (all == 0) return std::nullopt;
    return closed / all;
}

std::vector<double> ego_density(const Graph& graph) {
    const Contacts contacts(graph);
    std::vector<double> shares(graph.node_count());
    std::vector<int> contact_of(graph.node_count(), -1);
    for (int ego = 0; ego < graph.node_count(); ++ego) {
        double ties = 0;
        for (const auto& contact : contacts.of(ego)) contact_of[contact.other] = ego;
        for (const auto& contact : contacts.of(ego))
            for (const int other : graph.out(contact.other)) ties += contact_of[other] == ego;
        const auto size = static_cast<double>(contacts.of(ego).size());
        shares[ego] = size < 2 ? std::numeric_limits<double>::quiet_NaN() : ties / (size * (size - 1));
    }
    return shares;
}

}  // namespace konbit::network
