// SPDX-License-Identifier: Apache-2.0
// konbit-netbench TASK DIR N REPS: times one task on DIR/gNa.csv, loading left out, and prints a JSON list of
// seconds. bench/networks/README.md says how it is compared with other tools.
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
#include "engine/network/structural_holes.hpp"
#include "engine/network/transitivity.hpp"
#include "engine/network/triad_census.hpp"

#include <fmt/format.h>

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

using Task = std::function<void(const Graph&)>;

const std::map<std::string, Task>& tasks() {
    static const std::map<std::string, Task> all{
        {"betweenness", [](const Graph& g) { use(path_statistics(g, 1).betweenness.front()); }},
        {"betweenness_threads", [](const Graph& g) { use(path_statistics(g).betweenness.front()); }},
        // Betweenness and closeness come from the same pass.
        {"closeness", [](const Graph& g) { use(path_statistics(g, 1).harmonic_out.front()); }},
        {"bundle", [](const Graph& g) { bundle(g, 1); }},
        {"report", [](const Graph& g) { use(report(g)["density"].value_or(0)); }},
        {"report_all", [](const Graph& g) { use(report(g, {}, any_metric)["density"].value_or(0)); }},
        {"qap_5000", [](const Graph& g) { use(qap(g, g)->sd); }},
        {"qap_1000", [](const Graph& g) { use(qap(g, g, {.count = 1000})->sd); }},
        {"mrqap_2000_3", regress},
        {"communities", [](const Graph& g) { use(communities(g).modularity.value_or(0)); }},
        {"layout", [](const Graph& g) { use(layout(g).front().x); }},
        {"introductions", introduce},
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

Graph load(const std::string& folder, int nodes) {
    const std::string edges = contents(fmt::format("{}/g{}a.csv", folder, nodes));
    std::string roster = "id\n";
    for (int node = 0; node < nodes; ++node) roster += fmt::format("{}\n", node);
    return read_network({edges, roster}).value().graph;
}

double seconds(const Task& task, const Graph& graph) {
    const auto start = std::chrono::steady_clock::now();
    task(graph);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

int time_task(const std::string& name, const std::string& folder, int nodes, int repetitions) {
    const auto task = tasks().find(name);
    if (task == tasks().end()) return 2;
    const Graph graph = load(folder, nodes);
    std::string list;
    for (int i = 0; i < repetitions; ++i)
        list += fmt::format("{}{:.6f}", i ? "," : "", seconds(task->second, graph));
    fmt::print("[{}]\n", list);
    return 0;
}

}  // namespace
}  // namespace konbit::network

int main(int argc, char** argv) {
    using namespace konbit::network;
    if (argc == 5 && std::string_view(argv[1]) == "positions") return print_positions(argv[2], argv[3]);
    if (argc == 5) return time_task(argv[1], argv[2], std::stoi(argv[3]), std::stoi(argv[4]));
    fmt::print(stderr, "usage: konbit-netbench TASK DIR N REPETITIONS\n");
    return 2;
}
