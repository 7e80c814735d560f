// SPDX-License-Identifier: Apache-2.0
// konbit-netbench TASK DIR N REPS: times one task on DIR/gNa.csv (and gNb.csv for pairs of networks), loading
// left out, and prints a JSON list of seconds. bench/networks/README.md says how it is compared with other
// tools.
#include "engine/network/core_number.hpp"
#include "engine/network/density.hpp"
#include "engine/network/introductions.hpp"
#include "engine/network/layout.hpp"
#include "engine/network/leiden.hpp"
#include "engine/network/mrqap.hpp"
#include "engine/network/network_csv.hpp"
#include "engine/network/pagerank.hpp"
#include "engine/network/qap.hpp"
#include "engine/network/report.hpp"
#include "engine/network/rewiring.hpp"
#include "engine/network/sampled_betweenness.hpp"
#include "engine/network/structural_holes.hpp"
#include "engine/network/transitivity.hpp"
#include "engine/network/triad_census.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <numeric>

namespace konbit::network {
namespace {

/// Keeps the compiler from leaving out work whose result nobody reads.
volatile double sink = 0;

void use(double value) { sink = sink + value; }

/// What the peers of bench/networks/compare.py compute as "bundle", one community search included.
void bundle(const Graph& graph, int threads) {
    const Graph ties = undirected(graph);
    use(density(graph).value_or(0));
    use(static_cast<double>(dyad_census(graph).mutual));
    use(transitivity_global_undirected(ties).value_or(0));
    const Contacts contacts(graph);
    use(static_cast<double>(triad_census(contacts)[0]));
    use(weak_components(graph).count);
    use(strong_components(graph).count);
    use(path_statistics(graph, threads).global_efficiency().value_or(0));
    use(pagerank(graph).front());
    use(core_undirected(ties).front());
    use(constraint(contacts).front());
    use(leiden_partition(ties, 1).front());
    use(clustering_local(ties).front());
}

void introduce(const Graph& graph) {
    const std::vector<bool> is_willing(graph.node_count(), true);
    std::vector<int> groups(graph.node_count());
    for (int node = 0; node < graph.node_count(); ++node) groups[node] = node % 5;
    use(static_cast<double>(introductions({graph, is_willing, groups, groups}).bridge_groups.size()));
}

/// MRQAP of a network on three others of the same degrees, 2,000 shuffles of each.
void regress(const Graph& graph) {
    Random random(1);
    std::vector<Predictor> predictors;
    for (const char* name : {"a", "b", "c"}) predictors.push_back({name, tie_values(rewired(graph, random))});
    const PairValues outcome = tie_values(graph);
    use(mrqap({.outcome = outcome, .predictors = predictors}, {.count = 2000})->r2);
}

/// What a task works on.
struct Networks {
    Graph graph;
    Graph other;  ///< Of the same members; without ties unless a task asks for a pair.
};

using Task = std::function<void(const Networks&)>;

Task of_graph(void (*work)(const Graph&)) {
    return [work](const Networks& networks) { work(networks.graph); };
}

Task shuffled(int count) {
    return
        [count](const Networks& networks) { use(qap(networks.graph, networks.other, {.count = count})->sd); };
}

bool needs_pair(std::string_view task) { return task.starts_with("qap"); }

const std::map<std::string, Task>& tasks() {
    static const std::map<std::string, Task> all{
        {"betweenness", of_graph([](const Graph& g) { use(path_statistics(g, 1).betweenness.front()); })},
        {"betweenness_threads",
         of_graph([](const Graph& g) { use(path_statistics(g).betweenness.front()); })},
        {"betweenness_sampled", of_graph([](const Graph& g) { use(betweenness_sampled(g).value.front()); })},
        {"closeness", of_graph([](const Graph& g) {
             use(closeness_reachable_only(distance_sums(g, Toward::others)).front());
         })},
        {"bundle", of_graph([](const Graph& g) { bundle(g, 1); })},
        {"bundle_threads", of_graph([](const Graph& g) { bundle(g, 0); })},
        {"report", of_graph([](const Graph& g) { use(report(g)["density"].value_or(0)); })},
        {"report_all",
         of_graph([](const Graph& g) { use(report(g, {}, any_metric)["density"].value_or(0)); })},
        {"qap1000", shuffled(1000)},
        {"qap5000", shuffled(5000)},
        {"mrqap2000", of_graph(regress)},
        {"communities", of_graph([](const Graph& g) { use(communities(g).modularity.value_or(0)); })},
        {"layout", of_graph([](const Graph& g) { use(layout(g).front().x); })},
        {"introductions", of_graph(introduce)},
    };
    return all;
}

std::string contents(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Prints where layout() puts the actors of a golden network, for layout_stress.py.
int print_positions(const std::string& folder, const std::string& name) {
    const std::string edges = contents(fmt::format("{}/{}.edges.csv", folder, name));
    const std::string nodes = contents(fmt::format("{}/{}.nodes.csv", folder, name));
    std::string list;
    for (const auto& [x, y] : layout(read_network({edges, nodes}).value().graph))
        list += fmt::format("{}[{},{}]", list.empty() ? "" : ",", x, y);
    fmt::print("[{}]\n", list);
    return 0;
}

/// @param which  'a', or 'b' for the other network of a pair.
Graph load(const std::string& folder, int nodes, char which) {
    const std::string edges = contents(fmt::format("{}/g{}{}.csv", folder, nodes, which));
    std::string roster = "id\n";
    for (int node = 0; node < nodes; ++node) roster += fmt::format("{}\n", node);
    return read_network({edges, roster}).value().graph;
}

double seconds(const Task& task, const Networks& networks) {
    const auto start = std::chrono::steady_clock::now();
    task(networks);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

int time_task(const std::string& name, const std::string& folder, int nodes, int repetitions) {
    const auto task = tasks().find(name);
    if (task == tasks().end()) return 2;
    Networks networks{load(folder, nodes, 'a'), {}};
    if (needs_pair(name)) networks.other = load(folder, nodes, 'b');
    std::string list;
    for (int i = 0; i < repetitions; ++i)
        list += fmt::format("{}{:.6f}", i ? "," : "", seconds(task->second, networks));
    fmt::print("[{}]\n", list);
    return 0;
}

/// Prints how large the standard errors of sampled betweenness are beside the values themselves, for the
/// hundred members with the highest: the median.
int print_sampling_error(const std::string& folder, int nodes) {
    const SampledBetweenness found = betweenness_sampled(load(folder, nodes, 'a'));
    std::vector<int> order(found.value.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, std::greater(), [&](int node) { return found.value[node]; });
    order.resize(std::min<std::size_t>(order.size(), 100));
    std::vector<double> errors;
    for (const int node : order) errors.push_back(found.standard_error[node] / found.value[node]);
    std::ranges::sort(errors);
    fmt::print("[{}]\n", errors[errors.size() / 2]);
    return 0;
}

}  // namespace
}  // namespace konbit::network

int main(int argc, char** argv) {
    using namespace konbit::network;
    if (argc == 5 && std::string_view(argv[1]) == "positions") return print_positions(argv[2], argv[3]);
    if (argc == 5 && std::string_view(argv[1]) == "sampling_error")
        return print_sampling_error(argv[2], std::stoi(argv[3]));
    if (argc == 5) return time_task(argv[1], argv[2], std::stoi(argv[3]), std::stoi(argv[4]));
    fmt::print(stderr, "usage: konbit-netbench TASK DIR N REPETITIONS\n");
    return 2;
}
