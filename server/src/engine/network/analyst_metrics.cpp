// SPDX-License-Identifier: Apache-2.0
#include "engine/network/assortativity.hpp"
#include "engine/network/bonacich_power.hpp"
#include "engine/network/metric_list.hpp"
#include "engine/network/mixing.hpp"
#include "engine/network/structural_holes.hpp"
#include "engine/network/transitivity.hpp"

#include <limits>
#include <utility>

namespace konbit::network {
namespace {

using enum MetricScope;

Value reciprocity_with_null(const Analysis& a) {
    const auto& [mutual, asymmetric, null] = a.dyads();
    if (mutual + asymmetric + null == 0) return std::nullopt;
    return static_cast<double>(mutual + null) / static_cast<double>(mutual + asymmetric + null);
}

Value core_periphery_fit(const Analysis& a, bool is_exact) {
    const auto& found = a.core_periphery();
    return found && found->is_exact == is_exact ? Value(found->fit) : std::nullopt;
}

Values core_members(const Analysis& a) {
    const auto& found = a.core_periphery();
    Values marks(a.graph().node_count(), found ? 0 : std::numeric_limits<double>::quiet_NaN());
    if (found)
        for (const int node : found->core) marks[node] = 1;
    return marks;
}

Values hub_values(const Analysis& a, Values HubsAndAuthorities::* side) {
    if (a.hubs()) return (*a.hubs()).*side;
    return Values(a.graph().node_count(), std::numeric_limits<double>::quiet_NaN());
}

Values power_values(const Analysis& a) {
    if (a.eigenvector()) return bonacich_power(a.ties(), a.eigenvector()->eigenvalue);
    return Values(a.graph().node_count(), std::numeric_limits<double>::quiet_NaN());
}

Value modularity_of_groups(const Analysis& a) {
    if (std::ranges::any_of(a.group_of(), [](int group) { return group < 0; })) return std::nullopt;
    return modularity(a.ties(), a.group_of());
}

/// Neighbors as a share of all others.
template <class Count>
Values share_of_others(const Analysis& a, Count count) {
    const int n = a.graph().node_count();
    Values shares(n);
    for (int node = 0; node < n; ++node)
        shares[node] =
            n < 2 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(count(node)) / (n - 1);
    return shares;
}

constexpr std::array pattern_metrics{
    of_graph({"reciprocity_dyadic_incl_null", "In how many pairs do both say the same of each other?", "0..1",
              "reciprocity"},
             directed, reciprocity_with_null),
    of_graph({"transitivity_weak_directed", "How often is a tie that two steps make made directly too?",
              "0..1", "transitivity"},
             directed, [](const Analysis& a) { return transitivity_weak_directed(a.graph()); }),
    of_graph({"avg_path_length_undirected", "How many steps is it, whoever reports the ties?", "1..n-1",
              "path_length"},
             any, [](const Analysis& a) { return a.distances_undirected().mean(); }),
    of_graph({"diameter_undirected", "How many steps is the longest way, whoever reports the ties?", "1..n-1",
              "path_length"},
             any,
             [](const Analysis& a) {
                 const int longest = a.distances_undirected().longest;
                 return longest > 0 ? count(longest) : std::nullopt;
             }),
    of_graph({"degree_assortativity_directed_out_in", "Do those who name many name those whom many name?",
              "-1..1", "assortativity"},
             directed, [](const Analysis& a) { return degree_assortativity(a.graph()); }),
    of_graph({"degree_assortativity_undirected", "Do the well-connected have ties with the well-connected?",
              "-1..1", "assortativity"},
             any, [](const Analysis& a) { return degree_assortativity(a.ties()); }),
};

constexpr std::array hierarchy_metrics{
    of_graph({"krackhardt_connectedness", "Which share of pairs is connected at all?", "0..1", "krackhardt"},
             directed, [](const Analysis& a) { return a.krackhardt().connectedness; }),
    of_graph(
        {"krackhardt_hierarchy", "Which share of ways leads in one direction only?", "0..1", "krackhardt"},
        directed, [](const Analysis& a) { return a.krackhardt().hierarchy; }),
    of_graph({"krackhardt_efficiency", "Are there few ties beyond those that hold the pieces together?",
              "0..1", "krackhardt"},
             directed, [](const Analysis& a) { return a.krackhardt().efficiency; }),
    of_graph(
        {"krackhardt_lubness", "Do pairs have a common superior above all others?", "0..1", "krackhardt"},
        directed, [](const Analysis& a) { return a.krackhardt().lubness; }),
    of_graph({"krackhardt_lubness_closest", "Do pairs have a closest common superior?", "0..1", "krackhardt"},
             directed, [](const Analysis& a) { return a.krackhardt().lubness_closest; }),
    of_graph({"core_periphery_be_r_exact", "How well does the network divide into a core and a periphery?",
              "-1..1", "core_periphery"},
             any, [](const Analysis& a) { return core_periphery_fit(a, true); }),
    of_graph({"core_periphery_be_r_search",
              "How well does a network too large to try everything divide into a core and a periphery?",
              "-1..1", "core_periphery"},
             any, [](const Analysis& a) { return core_periphery_fit(a, false); }),
};

constexpr std::array grouped_metrics{
    of_graph({"assortativity_nominal", "Do members name members of their group more than by chance?", "-1..1",
              "assortativity"},
             grouped, [](const Analysis& a) { return assortativity_nominal(a.graph(), a.group_of()); }),
    of_graph({"assortativity_nominal_undirected", "Do ties stay within groups more than by chance?", "-1..1",
              "assortativity"},
             grouped, [](const Analysis& a) { return assortativity_nominal(a.ties(), a.group_of()); }),
    of_graph({"modularity_attr_undirected", "How clearly do the given groups divide the network?", "-0.5..1",
              "communities"},
             grouped, modularity_of_groups),
    of_graph({"odds_ratio_within_groups", "How many times higher are the odds of a tie within groups?", "0..",
              "mixing"},
             grouped, [](const Analysis& a) { return odds_ratio_within(a.graph(), a.group_of()); }),
};

constexpr std::string_view role_question =
    "How often does this member stand between two others in this role?";

/// Ids of the brokerage metrics, in the order of BrokerRole.
constexpr std::array<std::string_view, broker_roles> role_ids{"gf_w_I",  "gf_w_O", "gf_b_IO",
                                                              "gf_b_OI", "gf_b_O", "gf_t"};
constexpr std::array<std::string_view, broker_roles> role_z_ids{"gf_z_w_I",  "gf_z_w_O", "gf_z_b_IO",
                                                                "gf_z_b_OI", "gf_z_b_O", "gf_z_t"};
constexpr std::array<std::string_view, broker_roles> total_ids{
    "gf_total_w_I", "gf_total_w_O", "gf_total_b_IO", "gf_total_b_OI", "gf_total_b_O", "gf_total_t"};
constexpr std::array<std::string_view, broker_roles> expected_ids{
    "gf_expected_total_w_I",  "gf_expected_total_w_O", "gf_expected_total_b_IO",
    "gf_expected_total_b_OI", "gf_expected_total_b_O", "gf_expected_total_t"};
constexpr std::array<std::string_view, broker_roles> total_z_ids{"gf_z_total_w_I",  "gf_z_total_w_O",
                                                                 "gf_z_total_b_IO", "gf_z_total_b_OI",
                                                                 "gf_z_total_b_O",  "gf_z_total_t"};

template <std::size_t role>
constexpr std::array<Metric, 3> total_records() {
    return {of_graph({total_ids[role], "How often does anybody stand between two others in this role?", "0..",
                      "brokerage"},
                     grouped, [](const Analysis& a) { return Value(a.brokerage().total[role].count); }),
            of_graph({expected_ids[role], "How often would it be by chance?", "0..", "brokerage"}, grouped,
                     [](const Analysis& a) { return Value(a.brokerage().total[role].expected); }),
            of_graph({total_z_ids[role], "How far is that from chance, in standard deviations?", "any",
                      "brokerage"},
                     grouped, [](const Analysis& a) { return a.brokerage().total[role].z; })};
}

template <std::size_t role>
constexpr std::array<Metric, 2> member_records() {
    return {of_nodes({role_ids[role], role_question, "0..", "brokerage"}, grouped,
                     [](const Analysis& a) { return a.brokerage().count[role]; }),
            of_nodes({role_z_ids[role], "How far is that from chance, in standard deviations?", "any",
                      "brokerage"},
                     grouped, [](const Analysis& a) { return a.brokerage().z[role]; })};
}

template <std::size_t... role>
constexpr auto all_totals(std::index_sequence<role...>) {
    return joined(total_records<role>()...);
}

template <std::size_t... role>
constexpr auto all_roles(std::index_sequence<role...>) {
    return joined(member_records<role>()...);
}

constexpr auto brokerage_metrics = joined(all_totals(std::make_index_sequence<broker_roles>()),
                                          all_roles(std::make_index_sequence<broker_roles>()));

constexpr std::array closeness_metrics{
    of_nodes({"closeness_out_norm_reachable_only", "How near are those whom this member reaches?", "0..1",
              "closeness"},
             any, [](const Analysis& a) { return closeness_reachable_only(a.distances_out()); }),
    of_nodes({"closeness_in_norm_reachable_only", "How near are those who reach this member?", "0..1",
              "closeness"},
             any, [](const Analysis& a) { return closeness_reachable_only(a.distances_in()); }),
    of_nodes({"closeness_out_wf_improved", "How near are they, and how many?", "0..1", "closeness"}, any,
             [](const Analysis& a) { return closeness_improved(a.distances_out()); }),
    of_nodes({"closeness_in_wf_improved", "How near are those who reach this member, and how many?", "0..1",
              "closeness"},
             any, [](const Analysis& a) { return closeness_improved(a.distances_in()); }),
    of_nodes({"closeness_freeman_zero_if_disconnected", "How near is everybody?", "0..1", "closeness"}, any,
             [](const Analysis& a) { return closeness_freeman(a.distances_out()); }),
    of_nodes({"closeness_suminvundir_gilschmidt",
              "How near are the others, the unreachable counting nothing?", "0..1", "closeness"},
             any, [](const Analysis& a) { return a.paths().harmonic_out; }),
    of_nodes(
        {"harmonic_undirected", "How near are the others, whoever reports the ties?", "0..1", "closeness"},
        any, [](const Analysis& a) { return closeness_harmonic(a.distances_undirected()); }),
};

constexpr std::array weight_metrics{
    of_nodes({"strength_out", "How much does this member say it has to do with others, weights added up?",
              "any", "degree"},
             weighted, [](const Analysis& a) { return a.strengths()->out; }),
    of_nodes({"strength_in", "How much do others say they have to do with this member, weights added up?",
              "any", "degree"},
             weighted, [](const Analysis& a) { return a.strengths()->in; }),
};

constexpr std::array reach_metrics{
    of_nodes({"reach_1_out", "Which share of the others does this member name?", "0..1", "reach"}, any,
             [](const Analysis& a) {
                 return share_of_others(a, [&](int node) { return a.graph().out(node).size(); });
             }),
    of_nodes({"reach_1_in", "Which share of the others names this member?", "0..1", "reach"}, any,
             [](const Analysis& a) {
                 return share_of_others(a, [&](int node) { return a.graph().in(node).size(); });
             }),
    of_nodes({"reach_1_undirected", "With which share of the others does this member have a tie?", "0..1",
              "reach"},
             any,
             [](const Analysis& a) {
                 return share_of_others(a, [&](int node) { return a.contacts().of(node).size(); });
             }),
    of_nodes(
        {"reach_2_in", "Which share of the others reaches this member within two steps?", "0..1", "reach"},
        any, [](const Analysis& a) { return reach_2(a.distances_in()); }),
    of_nodes(
        {"reach_2_undirected", "Which share is within two steps, whoever reports the ties?", "0..1", "reach"},
        any, [](const Analysis& a) { return reach_2(a.distances_undirected()); }),
};

constexpr std::array position_metrics{
    of_nodes({"bonacich_power_undirected", "Has this member many contacts who have contacts themselves?",
              "0..", "bonacich_power"},
             any, power_values),
    of_nodes({"hub_maxnorm", "Does this member name those whom many name?", "0..1", "hubs"}, directed,
             [](const Analysis& a) { return hub_values(a, &HubsAndAuthorities::hub); }),
    of_nodes({"authority_maxnorm", "Is this member named by those who name the much-named?", "0..1", "hubs"},
             directed, [](const Analysis& a) { return hub_values(a, &HubsAndAuthorities::authority); }),
    of_nodes({"constraint_undirected", "How little room is there between contacts, whoever reports the ties?",
              "0..1.125", "structural_holes"},
             any, [](const Analysis& a) { return constraint(a.ties()); }),
    of_nodes(
        {"effective_size_undirected", "With how many circles is there contact, whoever reports the ties?",
         "0..n-1", "structural_holes"},
        any, [](const Analysis& a) { return effective_size(a.ties()); }),
    of_nodes(
        {"efficiency", "Which share of contacts leads to a circle of its own?", "0..1", "structural_holes"},
        any, [](const Analysis& a) { return efficiency(a.contacts()); }),
    of_nodes({"ego_density", "Which share of the possible ties among this member's contacts exists?", "0..1",
              "transitivity"},
             any, [](const Analysis& a) { return ego_density(a.graph()); }),
    of_nodes({"is_core", "Is this member in the core?", "0 or 1", "core_periphery"}, any, core_members),
};

constexpr auto all =
    for_analysts(joined(pattern_metrics, hierarchy_metrics, grouped_metrics, brokerage_metrics,
                        closeness_metrics, weight_metrics, reach_metrics, position_metrics));

}  // namespace

std::span<const Metric> analyst_metrics() { return all; }

}  // namespace konbit::network
