// SPDX-License-Identifier: Apache-2.0
#include "app/network_answered.hpp"

#include "app/network_nonresponse.hpp"
#include "engine/survey/disclosure.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace konbit {
namespace {

using disclosure::ReportLevel;
using network::NamedNetwork;

int percent(std::size_t answers, std::size_t members) {
    return members == 0 ? 0 : static_cast<int>(100 * answers / members);
}

/// Who answered in every network.
Read<std::vector<bool>> answered_all(const NetworkPaths& paths, const NamedNetwork& named) {
    std::vector<bool> all(named.ids.size(), true);
    for (const std::string& column : paths.answered) {
        KONBIT_TRY(const std::vector<bool> answered, answered_in(paths.nodes, column, named));
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = all[i] && answered[i];
    }
    return all;
}

std::vector<int> places_of(const std::vector<bool>& marks) {
    std::vector<int> places;
    for (std::size_t i = 0; i < marks.size(); ++i)
        if (marks[i]) places.push_back(static_cast<int>(i));
    return places;
}

ReportLevel level_of(std::size_t answers, std::size_t members) {
    return disclosure::report_level(static_cast<int>(answers), static_cast<int>(members));
}

NetworkAnswer rates_of(std::size_t answers, std::size_t members) {
    const auto level = level_of(answers, members);
    NetworkAnswer rates;
    rates.add("n", static_cast<double>(members));
    rates.add("answers", static_cast<double>(answers));
    rates.add("response_rate",
              members == 0 ? std::nullopt
                           : std::optional(static_cast<double>(answers) / static_cast<double>(members)));
    rates.add("level", std::string(names(level)[static_cast<int>(level)]));
    if (level == ReportLevel::directional)
        rates.add("warning", fmt::format("{}% answered: directional only.", percent(answers, members)));
    return rates;
}

NamedNetwork keeping_members(const NamedNetwork& named, const std::vector<int>& kept) {
    NamedNetwork rest;
    rest.graph = keeping(named.graph, kept);
    for (const int member : kept) rest.ids.push_back(named.ids[member]);
    return rest;
}

}  // namespace

Read<KnownNetworks> read_known_networks(const NetworkPaths& paths) {
    KnownNetworks known;
    KONBIT_TRY(known.networks, read_networks(paths));
    if (paths.answered.size() > 1 && paths.answered.size() != paths.edges.size())
        return std::unexpected("--answered takes one column, or one for each file of ties");
    const std::size_t members = known.networks.front().ids.size();
    KONBIT_TRY(const std::vector<bool> answered, answered_all(paths, known.networks.front()));
    known.kept = places_of(answered);
    if (paths.answered.empty()) return known;
    if (level_of(known.kept.size(), members) == ReportLevel::interval_only)
        return std::unexpected(fmt::format("{}% answered: too few to tell a pattern from silence",
                                           percent(known.kept.size(), members)));
    for (NamedNetwork& each : known.networks) each = keeping_members(each, known.kept);
    known.nonresponse = rates_of(known.kept.size(), members);
    return known;
}

Read<FilledNetwork> read_filled_network(const NetworkPaths& paths) {
    FilledNetwork filled;
    KONBIT_TRY(filled.named, read_network_files(paths));
    if (paths.answered.empty()) return filled;
    if (paths.is_undirected) return std::unexpected("--answered is for ties with direction");
    NamedNetwork& named = filled.named;
    KONBIT_TRY(const std::vector<bool> answered, answered_all(paths, named));
    const std::size_t answers = places_of(answered).size();
    if (level_of(answers, named.ids.size()) != ReportLevel::full)
        return std::unexpected(
            fmt::format("{}% answered: below 80% no member is named", percent(answers, named.ids.size())));
    named.graph = reconstructed(network::ObservedNetwork(answered, named.graph.edges())).graph;
    filled.nonresponse = rates_of(answers, named.ids.size());
    return filled;
}

}  // namespace konbit
