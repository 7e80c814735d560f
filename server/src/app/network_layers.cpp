// SPDX-License-Identifier: Apache-2.0
#include "app/network_layers.hpp"

#include "app/network_answered.hpp"
#include "engine/network/layers.hpp"
#include "engine/network/qap.hpp"

#include <fmt/format.h>

namespace konbit {
namespace {

using network::Layer;
using network::Multiplexity;

NetworkAnswer signatures_of(const Multiplexity& found, const std::vector<Layer>& layers) {
    NetworkAnswer signatures;
    for (const auto& [bits, pairs] : found.signatures) {
        std::string name;
        for (std::size_t i = 0; i < layers.size(); ++i)
            if ((bits >> i & 1) != 0) name += (name.empty() ? "" : "+") + layers[i].name;
        signatures.add(std::move(name), static_cast<double>(pairs));
    }
    return signatures;
}

std::vector<NetworkAnswer> overlaps_of(const Multiplexity& found, const std::vector<Layer>& layers) {
    std::vector<NetworkAnswer> overlaps;
    for (const network::LayerOverlap& each : found.overlaps) {
        NetworkAnswer& overlap = overlaps.emplace_back();
        overlap.add("from", layers[each.one].name);
        overlap.add("to", layers[each.other].name);
        overlap.add("shared", static_cast<double>(each.shared));
        overlap.add("jaccard", each.jaccard);
        overlap.add("conversion", each.conversion);
        overlap.add("gcor", graph_correlation(layers[each.one].graph, layers[each.other].graph));
    }
    return overlaps;
}

std::vector<NetworkAnswer> members_of(const Multiplexity& found, const std::vector<std::string>& ids) {
    std::vector<NetworkAnswer> members;
    for (std::size_t node = 0; node < ids.size(); ++node) {
        NetworkAnswer& member = members.emplace_back();
        member.add("id", ids[node]);
        member.add("mean_layers", found.mean_layers[node]);
    }
    return members;
}

}  // namespace

Read<NetworkAnswer> compare_layers(const NetworkPaths& paths) {
    if (paths.edges.size() > network::most_layers)
        return std::unexpected(fmt::format("at most {} layers", network::most_layers));
    KONBIT_TRY(const KnownNetworks known, read_known_networks(paths));
    const auto& networks = known.networks;
    std::vector<Layer> layers;
    for (std::size_t i = 0; i < networks.size(); ++i)
        layers.push_back({name_of_file(paths.edges[i]), networks[i].graph});
    const Multiplexity found = network::multiplexity(layers);
    NetworkAnswer answer;
    answer.add("union_ties", static_cast<double>(found.union_ties));
    answer.add("multiplex_share", found.multiplex_share);
    answer.add("signatures", signatures_of(found, layers));
    answer.add("overlaps", overlaps_of(found, layers));
    answer.add("members", members_of(found, networks.front().ids));
    if (known.nonresponse) answer.add("nonresponse", *known.nonresponse);
    return answer;
}

}  // namespace konbit
