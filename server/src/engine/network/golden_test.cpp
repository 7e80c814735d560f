// SPDX-License-Identifier: Apache-2.0
// Published networks and what igraph, networkx and R sna say of them: tests/golden/networks/README.md.
#include "core/csv.hpp"
#include "engine/network/dyad_transitions.hpp"
#include "engine/network/key_players.hpp"
#include "engine/network/mrqap.hpp"
#include "engine/network/network_csv.hpp"
#include "engine/network/qap.hpp"
#include "engine/network/report.hpp"
#include "engine/network/wave_change.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace konbit::network {
namespace {

constexpr double tolerance = 1e-6;

std::string contents(const std::string& name) {
    std::ifstream file(std::string(KONBIT_SOURCE_DIR "/tests/golden/networks/") + name, std::ios::binary);
    EXPECT_TRUE(file) << name;
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Reference {
    std::string metric, node;
    double value;
};

const std::map<std::string, std::vector<Reference>>& references() {
    static const auto all = [] {
        std::map<std::string, std::vector<Reference>> by_network;
        for (const CsvRow& row : read_csv(contents("reference.csv")).value().rows)
            by_network[row.cells[0]].push_back({row.cells[1], row.cells[2], std::stod(row.cells[3])});
        return by_network;
    }();
    return all;
}

struct Dataset {
    std::string name;
    Direction direction = Direction::directed;
    std::optional<std::string> group_column{};
};

void PrintTo(const Dataset& dataset, std::ostream* out) { *out << dataset.name; }

NamedNetwork load(const Dataset& dataset) {
    const std::string edges = contents(dataset.name + ".edges.csv"),
                      nodes = contents(dataset.name + ".nodes.csv");
    return read_network({edges, nodes}, {dataset.direction, dataset.group_column}).value();
}

/// Values of a report by (metric, id of the node or nothing).
std::map<std::pair<std::string, std::string>, double> values_of(const NamedNetwork& network) {
    const Report all = report(network.graph, {.group_of = network.group_of}, any_metric);
    std::map<std::pair<std::string, std::string>, double> values;
    for (const auto& [metric, value] : all.graph)
        if (value) values[{std::string(metric->id), ""}] = *value;
    for (const auto& [metric, column] : all.nodes)
        for (std::size_t node = 0; node < column.size(); ++node)
            if (!std::isnan(column[node]))
                values[{std::string(metric->id), network.ids[node]}] = column[node];
    return values;
}

/// Konbit's id for what other tools say under another name.
std::string id_of(const std::string& metric) {
    static const std::map<std::string, std::string> others{
        {"compactness_mean_recip_dist", "global_efficiency"}};
    if (const auto found = others.find(metric); found != others.end()) return found->second;
    return metric.substr(0, metric.find("_loopsFALSE"));
}

/// What every report must be checked for; the rest is compared where the reference has it.
std::set<std::string> required(Direction direction) {
    std::set<std::string> names{"n",
                                "m",
                                "density",
                                "components_weak",
                                "isolates",
                                "global_efficiency",
                                "transitivity_global_undirected",
                                "diameter_directed_ignore_unreachable",
                                "avg_path_length_ignore_unreachable",
                                "betweenness",
                                "harmonic_out_norm",
                                "harmonic_in_norm",
                                "core_undirected",
                                "pagerank_085",
                                "eigenvector_undirected_maxnorm"};
    if (direction == Direction::undirected)
        names.insert("degree");
    else
        names.insert({"dyads_mutual", "dyads_asym", "dyads_null", "reciprocity_edgewise", "components_strong",
                      "indegree", "outdegree", "triad_003", "triad_111D", "triad_300"});
    return names;
}

class Golden : public testing::TestWithParam<Dataset> {};

}  // namespace

TEST_P(Golden, EqualsWhatOtherToolsSay) {
    const auto values = values_of(load(GetParam()));
    std::set<std::string> missing = required(GetParam().direction);
    for (const auto& [metric, node, expected] : references().at(GetParam().name)) {
        if (find_metric(id_of(metric)) == nullptr) continue;
        const auto found = values.find({id_of(metric), node});
        if (found == values.end()) {
            ADD_FAILURE() << metric << " of " << node << " is undefined, not " << expected;
            continue;
        }
        EXPECT_NEAR(found->second, expected, tolerance) << metric << " of node " << node;
        missing.erase(metric);
    }
    EXPECT_TRUE(missing.empty()) << "not compared: " << *missing.begin();
}

// The best division known: exact for the Florentine families and the karate club.
TEST_P(Golden, FindsTheBestKnownDivision) {
    const NamedNetwork network = load(GetParam());
    for (const auto& [metric, node, expected] : references().at(GetParam().name))
        if (metric == "modularity_best_of_60_louvain")
            EXPECT_GE(communities(network.graph).modularity.value(), expected - tolerance);
}

INSTANTIATE_TEST_SUITE_P(Networks, Golden,
                         testing::Values(Dataset{"karate", Direction::undirected, "club"},
                                         Dataset{"flo_marriage", Direction::undirected},
                                         Dataset{"emon_texas", Direction::directed, "sponsorship"},
                                         Dataset{"coleman_fall"}, Dataset{"coleman_spring"},
                                         Dataset{"sampson_like1"}, Dataset{"sampson_like2"},
                                         Dataset{"sampson_like3"}),
                         [](const auto& test) { return test.param.name; });

TEST(Communities, ReachTheKnownOptimum) {
    EXPECT_NEAR(communities(load({"karate", Direction::undirected}).graph).modularity.value(), 0.4197896,
                1e-7);
    EXPECT_NEAR(communities(load({"flo_marriage", Direction::undirected}).graph).modularity.value(), 0.39875,
                1e-9);
}

namespace {

Wave complete_wave(const std::string& name) {
    const Graph graph = load({name}).graph;
    const std::vector<bool> all(graph.node_count(), true);
    return {ObservedNetwork(all, graph.edges()), all};
}

class GoldenWaves : public testing::TestWithParam<std::pair<std::string, std::string>> {};

}  // namespace

TEST_P(GoldenWaves, CountKeptLostAndGainedTies) {
    const auto& [first, second] = GetParam();
    const WaveChange change = compare(complete_wave(first), complete_wave(second));
    std::map<std::string, double> expected;
    for (const auto& each : references().at("pair:" + first + "~" + second))
        expected[each.metric] = each.value;
    EXPECT_EQ(std::ssize(change.kept), expected.at("kept_n11"));
    EXPECT_EQ(std::ssize(change.lost), expected.at("lost_n10"));
    EXPECT_EQ(std::ssize(change.gained), expected.at("gained_n01"));
    EXPECT_EQ(change.absent(), expected.at("absent_n00"));
    EXPECT_NEAR(change.jaccard().value(), expected.at("jaccard"), tolerance);
    EXPECT_EQ(std::ssize(change.lost) + std::ssize(change.gained), expected.at("hamming"));
}

// Nobody's shuffle in 10,000 came near: with ours among them, p is 1 / (count + 1).
TEST_P(GoldenWaves, CorrelateMoreThanByChance) {
    const auto& [first, second] = GetParam();
    const auto test = qap(load({first}).graph, load({second}).graph, {.count = 2000}).value();
    for (const auto& each : references().at("pair:" + first + "~" + second)) {
        if (each.metric == "gcor") EXPECT_NEAR(test.observed, each.value, tolerance);
        if (each.metric == "qap_p_ge_10000") EXPECT_NEAR(test.p_ge, each.value, 1.0 / 2001 + tolerance);
        if (each.metric == "qap_p_le_10000") EXPECT_NEAR(test.p_le, each.value, tolerance);
    }
}

INSTANTIATE_TEST_SUITE_P(Pairs, GoldenWaves,
                         testing::Values(std::pair("sampson_like1", "sampson_like2"),
                                         std::pair("sampson_like2", "sampson_like3"),
                                         std::pair("coleman_fall", "coleman_spring")));

TEST(GoldenRegression, EqualsSnaAndNumpy) {
    const PairValues spring = tie_values(load({"coleman_spring"}).graph);
    const std::vector<Predictor> predictors{{"coleman_fall", tie_values(load({"coleman_fall"}).graph)}};
    const MrqapModel model = mrqap({.outcome = spring, .predictors = predictors}, {.count = 200}).value();
    std::map<std::string, double> found{{"r2", model.r2}, {"df_resid", static_cast<double>(model.df_resid)}};
    for (const Coefficient& each : model.coefficients) {
        found["coef_" + each.name] = each.estimate;
        found["t_" + each.name] = each.t;
    }
    int compared = 0;
    for (const auto& each : references().at("mrqap:coleman_spring~coleman_fall"))
        if (const auto value = found.find(each.metric); value != found.end()) {
            EXPECT_NEAR(value->second, each.value, tolerance) << each.metric;
            ++compared;
        }
    EXPECT_EQ(compared, 6);
    EXPECT_DOUBLE_EQ(model.coefficients[1].test.p_two, 1.0 / 201);  // none of sna's 2,000 came near
}

namespace {

/// The goal and the size of sets that a name such as kpneg_DF_max_k2 stands for.
std::optional<KeyPlayerSearch> search_of(const std::string& metric) {
    const auto at = metric.find("_max_k");
    if (at == std::string::npos) return std::nullopt;
    const int size = std::stoi(metric.substr(at + 6));
    const std::string goal = metric.substr(0, at);
    if (goal == "kpneg_F") return KeyPlayerSearch{.goal = KeyPlayerGoal::fragmentation, .size = size};
    if (goal == "kpneg_DF")
        return KeyPlayerSearch{.goal = KeyPlayerGoal::distance_fragmentation, .size = size};
    return KeyPlayerSearch{.goal = KeyPlayerGoal::reach, .size = size};
}

}  // namespace

TEST_P(Golden, FindsTheKeyPlayers) {
    const NamedNetwork network = load(GetParam());
    for (const auto& [metric, node, expected] : references().at(GetParam().name)) {
        if (metric == "kp_fragmentation_baseline")
            EXPECT_NEAR(key_player_value(network.graph, {}, {}), expected, tolerance);
        if (const auto search = search_of(metric))
            EXPECT_NEAR(key_players(network.graph, *search).value, expected, tolerance) << metric;
    }
}

}  // namespace konbit::network
