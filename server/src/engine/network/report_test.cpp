// SPDX-License-Identifier: Apache-2.0
#include "engine/network/report.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace konbit::network {

TEST(Metrics, HaveOneNameAQuestionAndOneFunction) {
    std::set<std::string_view> ids;
    for (const Metric& metric : metrics()) {
        EXPECT_TRUE(ids.insert(metric.id).second) << metric.id;
        EXPECT_TRUE(metric.question.ends_with('?')) << metric.id;
        EXPECT_EQ(metric.of_graph != nullptr, metric.level == MetricLevel::graph) << metric.id;
        EXPECT_EQ(metric.of_nodes != nullptr, metric.level == MetricLevel::node) << metric.id;
        EXPECT_EQ(find_metric(metric.id), &metric);
    }
    EXPECT_EQ(find_metric("popularity"), nullptr);
}

TEST(Metrics, AreExplainedInDocs) {
    for (const Metric& metric : metrics()) {
        const std::string page =
            std::string(KONBIT_SOURCE_DIR "/docs/metrics/") + std::string(metric.page) + ".md";
        EXPECT_TRUE(std::filesystem::exists(page)) << page;
    }
}

// Whoever reads a number finds out what it answers, how it comes about, what it does not say and who devised
// it.
TEST(Metrics, PagesHaveEveryPart) {
    for (const auto& file : std::filesystem::directory_iterator(KONBIT_SOURCE_DIR "/docs/metrics")) {
        if (file.is_directory() || file.path().filename() == "README.md") continue;
        std::ifstream bytes(file.path());
        const std::string text{std::istreambuf_iterator<char>(bytes), {}};
        const auto has = [&](std::string_view part) { return text.find(part) != text.npos; };
        for (const char* part : {"**Question.**", "**Formula.**", "**Example.**", "**Source", "**Convention"})
            EXPECT_TRUE(has(part)) << file.path() << part;
        EXPECT_TRUE(has("**Caveat") || has("**Reading.**")) << file.path();
        EXPECT_TRUE(has("doi:") || has("ISBN") || has("IDB-TN-317")) << file.path();
    }
}

TEST(Report, LeavesUndefinedValuesOut) {
    const Report directed = report(shapes::cycle_with_tail());
    EXPECT_EQ(directed["centralization_degree"], std::nullopt);
    EXPECT_DOUBLE_EQ(directed["density"].value(), 4.0 / 12);
    const Report undirected = report(shapes::path());
    EXPECT_EQ(undirected["reciprocity_edgewise"], std::nullopt);
    EXPECT_TRUE(std::isnan(undirected.column("indegree")->at(0)));
    EXPECT_EQ(undirected["ei_index_ties"], std::nullopt);
}

TEST(Report, AddsGroupMetricsWhenGroupsAreGiven) {
    EXPECT_EQ(report(shapes::path()).column("ei_node_undirected"), nullptr);
    const std::array groups{0, 0, 1, 1};
    EXPECT_DOUBLE_EQ(report(shapes::path(), {.group_of = groups})["ei_index_undirected"].value(), -1.0 / 3);
}

TEST(Report, StandsNobodyAndOne) {
    for (const int nodes : {0, 1, 2}) {
        const Report result = report(shapes::directed(nodes, {}));
        EXPECT_DOUBLE_EQ(result["n"].value(), nodes);
        EXPECT_DOUBLE_EQ(result["isolates"].value(), nodes);
        EXPECT_EQ(result["avg_path_length_ignore_unreachable"], std::nullopt);
        for (const NodeColumn& column : result.nodes) EXPECT_EQ(std::ssize(column.value), nodes);
    }
}

}  // namespace konbit::network
