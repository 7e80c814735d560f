// SPDX-License-Identifier: Apache-2.0
#include "features/clusters/cluster_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using testing::ElementsAre;

Cluster cocoa_and_spice() {
    Cluster cluster;
    cluster.name = "Windward Cocoa and Spice Cluster";
    cluster.country_code = "GD";
    return cluster;
}

TEST(ClusterRules, PutTheSeatFirstAmongTheCountriesAndEachOnce) {
    Cluster cluster = cocoa_and_spice();
    cluster.countries = {"LC", "GD", "LC", "DM"};
    const auto result = checked(cluster);
    ASSERT_TRUE(result);
    EXPECT_THAT(result->countries, ElementsAre("GD", "LC", "DM"));
}

TEST(ClusterRules, ReportARepeatedObjectiveBesideAnEmptyName) {
    Cluster cluster = cocoa_and_spice();
    cluster.name = " ";
    cluster.objectives = {"joint_purchasing", "joint_purchasing"};
    const auto result = checked(cluster);
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().fields,
                ElementsAre(FieldError{"/name", "required"}, FieldError{"/objectives", "repeated"}));
}

}  // namespace
}  // namespace konbit
