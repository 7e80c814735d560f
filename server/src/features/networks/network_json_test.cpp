// SPDX-License-Identifier: Apache-2.0
#include "features/networks/network_file.hpp"

#include <gtest/gtest.h>

namespace konbit::networks {
namespace {

TEST(NetworkJson, ReadsNamesColumnsDirectionAndWeights) {
    const auto found = read_network_file(
        R"({"note":"x","directed":false,"nodes":[{"id":"a","island":"A"},{"id":"b"}],"edges":[{"from":"b","to":"a"}]})",
        NetworkFileFormat::json, network::Direction::directed);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->direction, network::Direction::undirected);
    EXPECT_EQ(found->columns, (std::vector<network::ActorColumn>{{"island", {"A", ""}}}));
    EXPECT_EQ(found->ties, (std::vector<network::WeightedTie>{{1, 0, 1}}));
}

/// JSON from anywhere: an element of the list may be anything.
TEST(NetworkJson, RefusesWhatIsNoNodeAndNoTie) {
    const auto refusal = [](std::string_view text) {
        const auto found = read_network_file(text, NetworkFileFormat::json, network::Direction::directed);
        return found ? "" : found.error().fields.front().pointer + " " + found.error().fields.front().code;
    };
    EXPECT_EQ(refusal(R"({"nodes":[7],"edges":[]})"), "row:1/id missing_id");
    EXPECT_EQ(refusal(R"({"nodes":[{"id":"a"}],"edges":[null]})"), "row:1/from missing_id");
    EXPECT_EQ(refusal("[]"), "row:1/nodes not_this_format");
}

}  // namespace
}  // namespace konbit::networks
