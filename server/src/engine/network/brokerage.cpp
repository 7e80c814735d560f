// SPDX-License-Identifier: Apache-2.0
#include "engine/network/brokerage.hpp"

#include "engine/network/brokerage_chance.hpp"
#include "engine/network/density.hpp"

#include <limits>
#include <unordered_map>
#include <utility>

namespace konbit::network {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// The actors whose group is known, with groups numbered 0 .. groups-1.
struct Known {
    std::vector<int> nodes, group;
    std::vector<double> sizes;

    explicit Known(std::span<const int> group_of) {
        std::unordered_map<int, int> number;
        for (int node = 0; node < static_cast<int>(group_of.size()); ++node) {
            if (group_of[node] < 0) continue;
            const auto [entry, is_new] = number.try_emplace(group_of[node], static_cast<int>(sizes.size()));
            if (is_new) sizes.push_back(0);
            nodes.push_back(node);
            group.push_back(entry->second);
            ++sizes[entry->second];
        }
    }
};

BrokerRole role_of(int from, int broker, int to) {
    if (from == to) return from == broker ? BrokerRole::coordinator : BrokerRole::itinerant;
    if (from == broker) return BrokerRole::representative;
    return to == broker ? BrokerRole::gatekeeper : BrokerRole::liaison;
}

/// What one actor does, by role.
std::array<double, broker_roles> counts_of(const Graph& graph, const std::vector<int>& group, int broker) {
    std::array<double, broker_roles> counts{};
    for (const int from : graph.in(broker))
        for (const int to : graph.out(broker)) {
            if (from == to || graph.has_edge(from, to)) continue;
            ++counts[std::to_underlying(role_of(group[from], group[broker], group[to]))];
            ++counts[std::to_underlying(BrokerRole::any)];
        }
    return counts;
}

}  // namespace

Brokerage brokerage(const Graph& graph, std::span<const int> group_of) {
    const Known known(group_of);
    const Graph among_known = keeping(graph, known.nodes);
    const BrokerageChance chance(known.sizes, density(among_known).value_or(0));
    const auto of_all = chance.of_all();
    Brokerage found;
    found.count.fill(std::vector<double>(graph.node_count(), undefined));
    found.z = found.count;
    for (int i = 0; i < among_known.node_count(); ++i) {
        const auto counts = counts_of(among_known, known.group, i);
        const auto expected = chance.of_member(known.group[i]);
        for (int role = 0; role < broker_roles; ++role) {
            found.total[role].count += counts[role];
            found.count[role][known.nodes[i]] = counts[role];
            found.z[role][known.nodes[i]] = expected[role].z(counts[role]).value_or(undefined);
        }
    }
    for (int role = 0; role < broker_roles; ++role) {
        found.total[role].expected = of_all[role].mean;
        found.total[role].z = of_all[role].z(found.total[role].count);
    }
    return found;
}

}  // namespace konbit::network
