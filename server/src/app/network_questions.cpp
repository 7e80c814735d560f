// SPDX-License-Identifier: Apache-2.0
#include "app/network_questions.hpp"

#include "engine/network/chance.hpp"
#include "engine/network/closeness.hpp"
#include "engine/network/components.hpp"
#include "engine/network/dyad_transitions.hpp"
#include "engine/network/exchange.hpp"
#include "engine/network/key_players.hpp"
#include "engine/network/layers.hpp"
#include "engine/network/mixing.hpp"
#include "engine/network/mrqap.hpp"
#include "engine/network/programme_effect.hpp"
#include "engine/network/qap.hpp"
#include "engine/survey/disclosure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace konbit {
namespace {

using network::NamedNetwork;

double as_number(std::int64_t count) { return static_cast<double>(count); }

/// The file's name up to its first dot.
std::string name_of_file(const std::string& path) {
    const auto start = path.rfind('/') + 1;  // npos + 1 = 0
    return path.substr(start, path.find('.', start) - start);
}

std::vector<std::string> names_of(const std::vector<int>& nodes, const NamedNetwork& named) {
    std::vector<std::string> names;
    for (const int node : nodes) names.push_back(named.ids[node]);
    return names;
}

/// Who of the numbering stands in the members' file.
Read<std::vector<bool>> members_in(const std::string& nodes, const NamedNetwork& named) {
    std::vector<bool> is_member(named.ids.size(), true);
    if (nodes.empty()) return is_member;
    KONBIT_TRY(const std::vector<std::string> ids, read_column(nodes, "id"));
    for (std::size_t i = 0; i < named.ids.size(); ++i)
        is_member[i] = std::ranges::find(ids, named.ids[i]) != ids.end();
    return is_member;
}

/// A column of yes and no by the numbering of a network; members who are not in the file are a no.
Read<std::vector<bool>> flags_of(const std::string& nodes, const std::string& column,
                                 const NamedNetwork& named) {
    KONBIT_TRY(const std::vector<std::string> ids, read_column(nodes, "id"));
    KONBIT_TRY(const std::vector<bool> flags, read_flags(nodes, column));
    std::vector<bool> by_number(named.ids.size());
    for (std::size_t i = 0; i < named.ids.size(); ++i) {
        const auto place = std::ranges::find(ids, named.ids[i]) - ids.begin();
        by_number[i] = place < std::ssize(ids) && flags[place];
    }
    return by_number;
}

Read<network::Wave> wave_of(const NamedNetwork& named, const std::string& nodes,
                            const WaveQuestion& question) {
    KONBIT_TRY(const std::vector<bool> is_member, members_in(nodes, named));
    std::vector<bool> has_answered = is_member;
    if (!question.answered.empty()) {
        KONBIT_TRY(has_answered, flags_of(nodes, question.answered, named));
    }
    return network::Wave{network::ObservedNetwork(has_answered, named.graph.edges()), is_member};
}

NetworkAnswer answer_of(const network::DyadTransitions& transitions) {
    constexpr auto states = names(network::DyadState{});
    NetworkAnswer answer;
    for (std::size_t before = 0; before < states.size(); ++before) {
        NetworkAnswer row;
        for (std::size_t after = 0; after < states.size(); ++after)
            row.add(std::string(states[after]), as_number(transitions.pairs[before][after]));
        answer.add(std::string(states[before]), std::move(row));
    }
    answer.add("reversed", as_number(transitions.reversed));
    return answer;
}

NetworkAnswer answer_of(const network::BlockChange& block) {
    NetworkAnswer answer;
    answer.add("cells", as_number(block.cells));
    answer.add("density_before", block.density_before());
    answer.add("density_after", block.density_after());
    answer.add("difference", block.difference());
    return answer;
}

NetworkAnswer answer_of(const network::ProgrammeEffect& effect) {
    NetworkAnswer answer;
    answer.add("participants", answer_of(effect.participants));
    answer.add("mixed", answer_of(effect.mixed));
    answer.add("others", answer_of(effect.others));
    answer.add("difference_in_differences", konbit::answer_of(effect.difference_in_differences));
    return answer;
}

/// The effect, or nothing and a warning where a group is so small that it would point at firms.
void add_programme(NetworkAnswer& answer, const network::ProgrammeEffect& effect) {
    if (std::min(effect.taking_part, effect.not_taking_part) >= disclosure::least_firms_in_cell) {
        answer.add("programme", answer_of(effect));
        return;
    }
    answer.add("programme", std::optional<double>());
    answer.add("warnings",
               std::vector{fmt::format("The programme's effect is withheld: fewer than {} members of a group "
                                       "answered in both waves.",
                                       disclosure::least_firms_in_cell)});
}

NetworkAnswer answer_of(const network::WaveChange& change, const NamedNetwork& named) {
    NetworkAnswer answer;
    answer.add("kept_n11", as_number(std::ssize(change.kept)));
    answer.add("lost_n10", as_number(std::ssize(change.lost)));
    answer.add("gained_n01", as_number(std::ssize(change.gained)));
    answer.add("absent_n00", as_number(change.absent()));
    answer.add("hamming", as_number(std::ssize(change.lost) + std::ssize(change.gained)));
    answer.add("jaccard", change.jaccard());
    answer.add("retention", change.retention());
    answer.add("joined", names_of(change.joined, named));
    answer.add("left", names_of(change.left, named));
    return answer;
}

std::string refusal_of(const Error& error) {
    if (error.reason == "collinear")
        return fmt::format("{}: the predictors before it say the same", error.params.at("name"));
    if (error.reason == "perfect_fit")
        return "the predictors make up the outcome without a rest; there is nothing to test";
    if (error.reason == "constant_outcome") return "the outcome is the same for all pairs of members";
    return "there are too few pairs of members for so many predictors";
}

Read<std::vector<network::Predictor>> predictors_of(const RegressionQuestion& question,
                                                    const std::vector<NamedNetwork>& networks) {
    std::vector<network::Predictor> predictors;
    for (std::size_t i = 1; i < networks.size(); ++i)
        predictors.push_back({name_of_file(question.paths.edges[i]), network::tie_values(networks[i].graph)});
    for (const std::string& column : question.same) {
        KONBIT_TRY(const NamedNetwork named, read_network_files(question.paths, column));
        predictors.push_back({"same_" + column, network::same_group(named.group_of)});
    }
    for (const std::string& column : question.difference) {
        KONBIT_TRY(const std::vector<double> numbers, read_numbers(question.paths.nodes, column));
        predictors.push_back({"difference_" + column, network::absolute_difference(numbers)});
    }
    return predictors;
}

NetworkAnswer answer_of(const network::MrqapModel& model, bool shuffles_outcome) {
    NetworkAnswer answer;
    for (const network::Coefficient& each : model.coefficients) {
        answer.add("coef_" + each.name, each.estimate);
        answer.add("t_" + each.name, each.t);
        if (each.test.count > 0)
            answer.add(fmt::format("p_two_{}_{}_{}", shuffles_outcome ? "qapy" : "qapspp", each.test.count,
                                   each.name),
                       each.test.p_two);
    }
    answer.add("r2", model.r2);
    answer.add("df_resid", as_number(model.df_resid));
    return answer;
}

/// A table of pairs for each network and predictor: so many members must not fill the memory.
Read<bool> fits_in_memory(const std::vector<NamedNetwork>& networks) {
    if (networks[0].ids.size() <= network::most_matrix_actors) return true;
    return std::unexpected(fmt::format("too many members; at most {}", network::most_matrix_actors));
}

/// Of all cells, or of those that can be compared; nothing where ties without direction are known in part.
std::optional<double> correlation_of(const std::vector<NamedNetwork>& networks, const WaveQuestion& question,
                                     const network::WaveChange& change) {
    if (question.answered.empty() && question.later_nodes.empty())
        return graph_correlation(networks[0].graph, networks[1].graph);
    return question.paths.is_undirected ? std::nullopt : change.correlation();
}

void add_key_players(NetworkAnswer& answer, const std::string& prefix, const NamedNetwork& named,
                     const network::KeyPlayerSearch& search) {
    const network::KeyPlayers found = network::key_players(named.graph, search);
    std::string ids;
    for (const int node : found.nodes) ids += (ids.empty() ? "" : "|") + named.ids[node];
    answer.add(fmt::format("{}_max_k{}", prefix, search.size), found.value);
    answer.add(fmt::format("{}_argmax_first_k{}", prefix, search.size), std::move(ids));
    answer.add(fmt::format("{}_is_exact_k{}", prefix, search.size), found.is_exact ? 1.0 : 0.0);
}

bool has_too_many(const std::vector<std::string>& groups) {
    return groups.size() > network::most_mixing_groups;
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
    return answer;
}

}  // namespace

Read<NetworkAnswer> compare_waves(const WaveQuestion& question, const network::Shuffles& shuffles) {
    NetworkPaths paths = question.paths;
    const std::string later = question.later_nodes.empty() ? paths.nodes : question.later_nodes;
    if (!question.later_nodes.empty()) paths.nodes.clear();  // members of either wave, by their ties
    KONBIT_TRY(std::vector<NamedNetwork> networks, read_networks(paths));
    const NamedNetwork& named = networks[0];
    KONBIT_TRY(const network::Wave first, wave_of(named, question.paths.nodes, question));
    KONBIT_TRY(const network::Wave second, wave_of(networks[1], later, question));
    const network::WaveChange change = compare(first, second);
    NetworkAnswer answer = answer_of(change, named);
    answer.add("gcor", correlation_of(networks, question, change));
    answer.add("dyads", answer_of(dyad_transitions(first, second)));
    if (!question.participants.empty()) {
        KONBIT_TRY(const std::vector<bool> flags,
                   flags_of(question.paths.nodes, question.participants, named));
        add_programme(answer, programme_effect(first, second, flags, shuffles));
    }
    return answer;
}

Read<NetworkAnswer> correlate_networks(const NetworkPaths& paths, const network::Shuffles& shuffles) {
    KONBIT_TRY(const std::vector<NamedNetwork> networks, read_networks(paths));
    const auto test = qap(networks[0].graph, networks[1].graph, shuffles);
    if (!test) return std::unexpected("one of the networks has no ties, or all of them");
    NetworkAnswer answer;
    answer.add("gcor", test->observed);
    answer.add(fmt::format("qap_p_ge_{}", test->count), test->p_ge);
    answer.add(fmt::format("qap_p_le_{}", test->count), test->p_le);
    answer.add("qap_perm_mean", test->mean);
    answer.add("qap_perm_sd", test->sd);
    return answer;
}

Read<NetworkAnswer> regress_network(const RegressionQuestion& question, const network::Shuffles& shuffles) {
    KONBIT_TRY(const std::vector<NamedNetwork> networks, read_networks(question.paths));
    KONBIT_CHECK(fits_in_memory(networks));
    KONBIT_TRY(const std::vector<network::Predictor> predictors, predictors_of(question, networks));
    const network::PairValues outcome = network::tie_values(networks[0].graph);
    const auto model = mrqap({.outcome = outcome,
                              .predictors = predictors,
                              .direction = question.paths.is_undirected ? network::Direction::undirected
                                                                        : network::Direction::directed,
                              .null = question.shuffles_outcome ? network::MrqapNull::outcome
                                                                : network::MrqapNull::double_semi_partialing},
                             shuffles);
    if (!model) return std::unexpected(refusal_of(model.error()));
    return answer_of(*model, question.shuffles_outcome);
}

Read<NetworkAnswer> find_key_players(const KeyPlayerQuestion& question, const network::Shuffles& shuffles) {
    using enum network::KeyPlayerGoal;
    KONBIT_TRY(const NamedNetwork named, read_network_files(question.paths));
    if (question.largest > named.graph.node_count()) return std::unexpected("the network has fewer members");
    NetworkAnswer answer;
    const auto baseline = [&](network::KeyPlayerGoal goal) {
        return network::key_player_value(named.graph, {.goal = goal}, {});
    };
    answer.add("kp_fragmentation_baseline", baseline(fragmentation));
    answer.add("kp_dist_fragmentation_baseline", baseline(distance_fragmentation));
    for (int size = 1; size <= question.largest; ++size)
        for (const auto& [goal, prefix] : {std::pair{fragmentation, std::string("kpneg_F")},
                                           std::pair{distance_fragmentation, std::string("kpneg_DF")},
                                           std::pair{reach, fmt::format("kppos_reach{}", question.steps)}})
            add_key_players(answer, prefix, named,
                            {.goal = goal,
                             .size = size,
                             .steps = question.steps,
                             .threads = shuffles.threads,
                             .watch = shuffles.watch});
    return answer;
}

Read<NetworkAnswer> compare_layers(const NetworkPaths& paths) {
    if (paths.edges.size() > network::most_layers)
        return std::unexpected(fmt::format("at most {} layers", network::most_layers));
    KONBIT_TRY(const std::vector<NamedNetwork> networks, read_networks(paths));
    std::vector<network::Layer> layers;
    for (std::size_t i = 0; i < networks.size(); ++i)
        layers.push_back({name_of_file(paths.edges[i]), networks[i].graph});
    const network::Multiplexity found = network::multiplexity(layers);
    NetworkAnswer answer, signatures;
    answer.add("union_ties", as_number(found.union_ties));
    answer.add("multiplex_share", found.multiplex_share);
    for (const auto& [bits, pairs] : found.signatures) {
        std::string name;
        for (std::size_t i = 0; i < layers.size(); ++i)
            if ((bits >> i & 1) != 0) name += (name.empty() ? "" : "+") + layers[i].name;
        signatures.add(std::move(name), as_number(pairs));
    }
    answer.add("signatures", std::move(signatures));
    std::vector<NetworkAnswer> overlaps;
    for (const network::LayerOverlap& each : found.overlaps) {
        NetworkAnswer overlap;
        overlap.add("from", layers[each.one].name);
        overlap.add("to", layers[each.other].name);
        overlap.add("shared", as_number(each.shared));
        overlap.add("jaccard", each.jaccard);
        overlap.add("conversion", each.conversion);
        overlaps.push_back(std::move(overlap));
    }
    answer.add("overlaps", overlaps);
    return answer;
}

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
    if (!named.group_of.empty())
        tests.add("ei_index_ties", answer_of(ei_index_test(named.graph, named.group_of, *shuffles)));
    tests.add("core_periphery", answer_of(core_periphery_test(named.graph, fewer)));
    NetworkAnswer world;
    if (const auto found = small_world(named.graph, fewer)) {
        world.add("transitivity_ratio", found->transitivity_ratio);
        world.add("path_length_ratio", found->path_length_ratio);
        world.add("ratio", found->ratio());
    }
    tests.add("small_world", std::move(world));
    answer.add("tests", std::move(tests));
    return answer;
}

}  // namespace konbit
