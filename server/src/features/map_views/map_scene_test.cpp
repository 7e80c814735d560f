// SPDX-License-Identifier: Apache-2.0
#include "features/map_views/map_scene.hpp"

#include "json/reader.hpp"

#include <gtest/gtest.h>

namespace konbit::map_views {
namespace {

TEST(MapScene, AViewSavedWhenFiltersHadOneBoundAndSizesWereFewOpensAsItWas) {
    const auto scene = json::read<MapScene>(
        R"({"form":"matrix","questions":["know"],"size_by":"core","color_by":"kind","order_by":"core",)"
        R"("filters":[{"by":"indegree","values":[],"least":3},{"by":"country_code","values":["GD"],"least":null}],)"
        R"("hidden":[],"selected":null,"is_ego":false,"compared_with":null,"zoom":2,"dx":0,"dy":0})",
        json::Purpose::stored);
    ASSERT_TRUE(scene);
    EXPECT_EQ(scene->size_by, "core");
    ASSERT_EQ(scene->filters.size(), 2u);
    const MapFilter counted{.by = "indegree", .least = 3};
    EXPECT_EQ(scene->filters[0], counted);
    const MapFilter among{.by = "country_code", .values = {"GD"}};
    EXPECT_EQ(scene->filters[1], among);
    EXPECT_TRUE(problems_of(*scene).empty());
}

bool is_size(std::string size_by) {
    MapScene scene;
    scene.size_by = std::move(size_by);
    return problems_of(scene).empty();
}

bool is_filter(std::string by) {
    MapScene scene;
    scene.filters.push_back({.by = std::move(by), .least = 1, .most = 5});
    return problems_of(scene).empty();
}

TEST(MapScene, TakesMeasuresOfMembersAndNothingElseForSizes) {
    for (const auto* size : {"same", "core", "indegree", "constraint", "gf_z_b_O", "mean_layers"})
        EXPECT_TRUE(is_size(size)) << size;
    for (const auto* size : {"density", "country_code", "label", ""}) EXPECT_FALSE(is_size(size)) << size;
    EXPECT_TRUE(is_filter("effective_size"));
    EXPECT_FALSE(is_filter("influence"));
}

}  // namespace
}  // namespace konbit::map_views
