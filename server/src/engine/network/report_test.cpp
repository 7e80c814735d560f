// SPDX-License-Identifier: Apache-2.0
#include "engine/network/report.hpp"

#include "engine/network/shapes_test.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <filesystem>
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
