// SPDX-License-Identifier: Apache-2.0
#include "app/network_nonresponse.hpp"

#include "engine/survey/disclosure.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace konbit {
namespace {

using disclosure::ReportLevel;
using network::ObservedNetwork;

template <class Count>
double as_number(Count count) {
    return static_cast<double>(count);
}

/// The density if nobody who is silent had a tie, and if they had them all.
std::pair<std::optional<double>, std::optional<double>> density_interval(const ObservedNetwork& network) {
    const double n = network.node_count(), cells = n * (n - 1),
                 ties = as_number(network.reported().edge_count());
    if (cells == 0) return {};
    return {ties / cells, (ties + (n - network.answers()) * (n - 1)) / cells};
}

NetworkAnswer range_of(const network::Metric& metric, const network::ObservedReport& all) {
    NetworkAnswer range;
    range.add("basis", std::string(names(network::Basis{})[static_cast<int>(basis_of(metric))]));
    range.add("zero_filled", all.zero_filled[metric.id]);
    range.add("answered_only", all.answered_only[metric.id]);
    range.add("reconstructed", all.reconstructed[metric.id]);
    return range;
}

void add_symmetrized(NetworkAnswer& answer, const ObservedNetwork& network) {
    const auto either = symmetrized(network, network::Symmetrization::either);
    const auto both = symmetrized(network, network::Symmetrization::both);
    answer.add("undirected_union_ties", as_number(either.ties.size()));
    answer.add("undirected_intersection_ties_observed_dyads",
               as_number(std::ranges::count(both.support, network::TieSupport::both_report)));
    answer.add("undirected_union_density_known_dyads", either.density_known_dyads);
}

NetworkAnswer rates_of(const ObservedNetwork& network, const network::ObservedReport& all,
                       ReportLevel level) {
    const auto filled = reconstructed(network);
    const auto [low, high] = density_interval(network);
    NetworkAnswer answer;
    answer.add("n", as_number(network.node_count()));
    answer.add("answers", as_number(network.answers()));
    answer.add("response_rate", response_rate(network));
    answer.add("level", std::string(names(level)[static_cast<int>(level)]));
    answer.add("dyads_fully_observed_share", dyads_fully_observed_share(network));
    answer.add("dyads_any_observed_share", dyads_any_observed_share(network));
    answer.add("density_low", low);
    answer.add("density_high", high);
    answer.add("density_zero_filled", all.zero_filled["density"]);
    answer.add("density_available", density_available(network));
    answer.add("density_listwise", all.answered_only["density"]);
    answer.add("reciprocity_edgewise_observed_dyads", reciprocity_edgewise_observed(network));
    answer.add("reconstructed_ties_added", as_number(filled.filled_in.size()));
    answer.add("density_reconstructed_known_cells", filled.density_known_cells);
    answer.add("ties_reconstructed_total", as_number(filled.graph.edge_count()));
    add_symmetrized(answer, network);
    return answer;
}

void add_members(NetworkAnswer& answer, const ObservedNetwork& network, const std::vector<std::string>& ids) {
    const std::vector<double> shares = indegree_share_of_observers(network);
    std::vector<NetworkAnswer> members;
    for (int node = 0; node < network.node_count(); ++node) {
        NetworkAnswer member;
        member.add("id", ids[node]);
        member.add("answered", network.has_answered(node) ? 1.0 : 0.0);
        member.add("indegree_available", as_number(network.reported().in(node).size()));
        member.add("indegree_share_of_observers", shares[node]);
        members.push_back(std::move(member));
    }
    answer.add("members", members);
}

/// Silent members who are named as often as the most-named tenth.
std::vector<std::string> missing_central(const ObservedNetwork& network,
                                         const std::vector<std::string>& ids) {
    std::vector<std::size_t> named_by;
    for (int node = 0; node < network.node_count(); ++node)
        named_by.push_back(network.reported().in(node).size());
    std::vector<std::size_t> sorted = named_by;
    std::ranges::sort(sorted, std::greater());
    std::vector<std::string> missing;
    if (sorted.empty()) return missing;
    const std::size_t enough = std::max<std::size_t>(1, sorted[(sorted.size() - 1) / 10]);
    for (int node = 0; node < network.node_count(); ++node)
        if (!network.has_answered(node) && named_by[node] >= enough) missing.push_back(ids[node]);
    return missing;
}

std::vector<std::string> warnings_of(const ObservedNetwork& network, ReportLevel level,
                                     const std::vector<std::string>& ids) {
    std::vector<std::string> warnings;
    const int percent = static_cast<int>(100 * response_rate(network).value_or(0));
    if (level == ReportLevel::directional)
        warnings.push_back(fmt::format("{}% answered: directional only; members are not ranked.", percent));
    if (level == ReportLevel::interval_only)
        warnings.push_back(
            fmt::format("{}% answered: only the density can be told, as an interval.", percent));
    if (const auto missing = missing_central(network, ids); !missing.empty())
        warnings.push_back(fmt::format("{} of the most-named tenth did not answer: {}.", missing.size(),
                                       fmt::join(missing, ", ")));
    return warnings;
}

void leave_out_what_the_rate_forbids(network::Report& report, ReportLevel level) {
    if (level == ReportLevel::full) return;
    report.nodes.clear();
    const auto is_count = [](const network::GraphValue& each) { return each.metric->page == "size"; };
    const auto names_brokers = [](const network::GraphValue& each) {
        return each.metric->id == "centralization_betweenness" || each.metric->page == "cut_points";
    };
    for (network::GraphValue& each : report.graph)
        if (names_brokers(each) || (level == ReportLevel::interval_only && !is_count(each)))
            each.value.reset();
}

}  // namespace

Read<std::vector<bool>> answered_in(const std::string& nodes, const std::string& column,
                                    const network::NamedNetwork& named) {
    KONBIT_TRY(const std::vector<bool> flags, read_flags(nodes, column));
    std::vector<bool> answered = flags;  // the members' file gives the numbering
    answered.resize(named.ids.size());
    return answered;
}

ObservedAnswer report_observed(const network::NamedNetwork& named, const std::vector<bool>& has_answered,
                               int threads) {
    const ObservedNetwork network(has_answered, named.graph.edges());
    const ReportLevel level = disclosure::report_level(network.answers(), network.node_count());
    const network::ReportOptions options{.group_of = named.group_of,
                                         .strengths = named.strengths ? &*named.strengths : nullptr,
                                         .threads = threads};
    network::ObservedReport all = report(network, options, network::any_metric);
    NetworkAnswer answer = rates_of(network, all, level), ranges;
    add_members(answer, network, named.ids);
    if (level != ReportLevel::interval_only)
        for (const auto& each : all.by_rule.graph)
            ranges.add(std::string(each.metric->id), range_of(*each.metric, all));
    answer.add("range", std::move(ranges));
    leave_out_what_the_rate_forbids(all.by_rule, level);
    return {std::move(all.by_rule), std::move(answer), warnings_of(network, level, named.ids)};
}

}  // namespace konbit
