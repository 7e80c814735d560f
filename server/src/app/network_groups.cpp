// SPDX-License-Identifier: Apache-2.0
#include "app/network_groups.hpp"

#include "engine/network/chance.hpp"
#include "engine/network/density_model.hpp"
#include "engine/network/mixing.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace konbit {
namespace {

using network::NamedNetwork;

double as_number(std::int64_t count) { return static_cast<double>(count); }

bool has_too_many(const std::vector<std::string>& groups) {
    return groups.size() > network::most_mixing_groups;
}

/// The E-I index of each group's own ties.
std::vector<NetworkAnswer> ei_of_groups(const network::MixingTable& table,
                                        const std::vector<std::string>& groups) {
    std::vector<double> inside(groups.size()), across(groups.size());
    for (const network::GroupTies& cell : table.cells) {
        const auto ties = as_number(cell.ties);
        if (cell.from_group == cell.to_group) {
            inside[cell.from_group] += ties;
        } else {
            across[cell.from_group] += ties;
            across[cell.to_group] += ties;
        }
    }
    std::vector<NetworkAnswer> rows;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const double all = across[group] + inside[group];
        NetworkAnswer& row = rows.emplace_back();
        row.add("group", groups[group]);
        row.add("ei_index_ties",
                all > 0 ? std::optional((across[group] - inside[group]) / all) : std::nullopt);
    }
    return rows;
}

NetworkAnswer answer_of(const network::MixingTable& table, const std::vector<std::string>& groups) {
    std::vector<NetworkAnswer> cells;
    for (const network::GroupTies& each : table.cells) {
        NetworkAnswer cell;
        cell.add("from", groups[each.from_group]);
        cell.add("to", groups[each.to_group]);
        cell.add("ties", as_number(each.ties));
        cell.add("possible", as_number(each.possible));
        cell.add("density", each.density());
        cell.add("odds", each.odds());
        cells.push_back(std::move(cell));
    }
    NetworkAnswer answer;
    if (has_too_many(groups))
        answer.add("cells", std::optional<double>());
    else
        answer.add("cells", cells);
    answer.add("odds_ratio_within", table.odds_ratio_within);
    answer.add("groups", ei_of_groups(table, groups));
    return answer;
}

/// What the densities of groups describe, by model.
NetworkAnswer density_models(const NamedNetwork& named, const network::Shuffles& shuffles) {
    using enum network::DensityModel;
    NetworkAnswer models;
    for (const auto model : {constant_homophily, variable_homophily, structural_blocks})
        models.add(std::string(names(model)[static_cast<int>(model)]),
                   konbit::answer_of(density_model_test(named.graph, named.group_of, model, shuffles)));
    return models;
}

}  // namespace

std::vector<std::string> warnings_of_groups(const NamedNetwork& named) {
    if (!has_too_many(named.group_names)) return {};
    return {fmt::format("The table of groups is left out: {} groups, at most {} are shown.",
                        named.group_names.size(), network::most_mixing_groups)};
}

NetworkAnswer tests_of(const NamedNetwork& named, const network::Shuffles* shuffles) {
    NetworkAnswer answer, tests;
    if (!named.group_of.empty())
        answer.add("mixing", answer_of(mixing_table(named.graph, named.group_of), named.group_names));
    if (shuffles == nullptr) return answer;
    // Each of these is a search or a network of its own: a twenty-fifth says enough.
    network::Shuffles fewer = *shuffles;
    fewer.count = std::max(1, shuffles->count / 25);
    if (!named.group_of.empty()) {
        tests.add("ei_index_ties", answer_of(ei_index_test(named.graph, named.group_of, *shuffles)));
        tests.add("density_model", density_models(named, *shuffles));
    }
    tests.add("core_periphery", answer_of(core_periphery_test(named.graph, fewer)));
    NetworkAnswer world;
    if (const auto found = small_world(named.graph, fewer)) {
        world.add("transitivity_ratio", found->transitivity_ratio);
        world.add("path_length_ratio", found->path_length_ratio);
        world.add("ratio", found->ratio());
        world.add("beside_chance", answer_of(found->test));
    }
    tests.add("small_world", std::move(world));
    answer.add("tests", std::move(tests));
    return answer;
}

}  // namespace konbit
