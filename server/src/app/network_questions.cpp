// SPDX-License-Identifier: Apache-2.0
#include "app/network_questions.hpp"

#include "app/network_answered.hpp"
#include "engine/network/closeness.hpp"
#include "engine/network/components.hpp"
#include "engine/network/dyad_transitions.hpp"
#include "engine/network/exchange.hpp"
#include "engine/network/key_players.hpp"
#include "engine/network/mrqap.hpp"
#include "engine/network/programme_effect.hpp"
#include "engine/network/qap.hpp"
#include "engine/survey/disclosure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace konbit {
namespace {

using network::NamedNetwork;

double as_number(std::int64_t count) { return static_cast<double>(count); }

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

/// What each member reported in the second wave beside the first.
std::vector<NetworkAnswer> changes_of_members(const network::WaveChange& change, const NamedNetwork& named) {
    const std::array lists{std::pair("kept", &change.kept), std::pair("lost", &change.lost),
                           std::pair("gained", &change.gained)};
    std::vector<std::array<std::int64_t, lists.size()>> counts(named.ids.size());
    for (std::size_t i = 0; i < lists.size(); ++i)
        for (const network::Edge& tie : *lists[i].second) ++counts[tie.from][i];
    std::vector<NetworkAnswer> members;
    for (std::size_t node = 0; node < named.ids.size(); ++node) {
        NetworkAnswer& member = members.emplace_back();
        member.add("id", named.ids[node]);
        for (std::size_t i = 0; i < lists.size(); ++i) member.add(lists[i].first, as_number(counts[node][i]));
    }
    return members;
}

NetworkAnswer answer_of(const network::WaveChange& change, const NamedNetwork& named) {
    NetworkAnswer answer;
    answer.add("kept_n11", as_number(std::ssize(change.kept)));
    answer.add("lost_n10", as_number(std::ssize(change.lost)));
    answer.add("gained_n01", as_number(std::ssize(change.gained)));
    answer.add("absent_n00", as_number(change.absent()));
    for (const char* name : {"hamming", "hdist"})  // networks.md and R sna
        answer.add(name, as_number(std::ssize(change.lost) + std::ssize(change.gained)));
    answer.add("jaccard", change.jaccard());
    answer.add("retention", change.retention());
    answer.add("joined", names_of(change.joined, named));
    answer.add("left", names_of(change.left, named));
    answer.add("members", changes_of_members(change, named));
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

/// The values of the members that are left.
template <class T>
std::vector<T> of_kept(const std::vector<T>& values, const std::vector<int>& kept) {
    std::vector<T> left;
    for (const int member : kept) left.push_back(values[member]);
    return left;
}

Read<std::vector<network::Predictor>> predictors_of(const RegressionQuestion& question,
                                                    const KnownNetworks& known) {
    std::vector<network::Predictor> predictors;
    for (std::size_t i = 1; i < known.networks.size(); ++i)
        predictors.push_back(
            {name_of_file(question.paths.edges[i]), network::tie_values(known.networks[i].graph)});
    for (const std::string& column : question.same) {
        KONBIT_TRY(const NamedNetwork named, read_network_files(question.paths, column));
        predictors.push_back({"same_" + column, network::same_group(of_kept(named.group_of, known.kept))});
    }
    for (const std::string& column : question.difference) {
        KONBIT_TRY(const std::vector<double> numbers, read_numbers(question.paths.nodes, column));
        predictors.push_back(
            {"difference_" + column, network::absolute_difference(of_kept(numbers, known.kept))});
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
    KONBIT_TRY(const KnownNetworks known, read_known_networks(paths));
    const auto test = qap(known.networks[0].graph, known.networks[1].graph, shuffles);
    if (!test) return std::unexpected("one of the networks has no ties, or all of them");
    NetworkAnswer answer;
    answer.add("gcor", test->observed);
    answer.add(fmt::format("qap_p_ge_{}", test->count), test->p_ge);
    answer.add(fmt::format("qap_p_le_{}", test->count), test->p_le);
    answer.add("qap_perm_mean", test->mean);
    answer.add("qap_perm_sd", test->sd);
    if (known.nonresponse) answer.add("nonresponse", *known.nonresponse);
    return answer;
}

Read<NetworkAnswer> regress_network(const RegressionQuestion& question, const network::Shuffles& shuffles) {
    KONBIT_TRY(const KnownNetworks known, read_known_networks(question.paths));
    KONBIT_CHECK(fits_in_memory(known.networks));
    KONBIT_TRY(const std::vector<network::Predictor> predictors, predictors_of(question, known));
    const network::PairValues outcome = network::tie_values(known.networks[0].graph);
    const auto model = mrqap({.outcome = outcome,
                              .predictors = predictors,
                              .direction = question.paths.is_undirected ? network::Direction::undirected
                                                                        : network::Direction::directed,
                              .null = question.shuffles_outcome ? network::MrqapNull::outcome
                                                                : network::MrqapNull::double_semi_partialing},
                             shuffles);
    if (!model) return std::unexpected(refusal_of(model.error()));
    NetworkAnswer answer = answer_of(*model, question.shuffles_outcome);
    if (known.nonresponse) answer.add("nonresponse", *known.nonresponse);
    return answer;
}

Read<NetworkAnswer> find_key_players(const KeyPlayerQuestion& question, const network::Shuffles& shuffles) {
    using enum network::KeyPlayerGoal;
    KONBIT_TRY(const FilledNetwork filled, read_filled_network(question.paths));
    const NamedNetwork& named = filled.named;
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
    if (filled.nonresponse) answer.add("nonresponse", *filled.nonresponse);
    return answer;
}

}  // namespace konbit
