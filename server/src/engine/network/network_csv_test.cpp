// SPDX-License-Identifier: Apache-2.0
#include "engine/network/network_csv.hpp"

#include <gmock/gmock.h>

using testing::ElementsAre;

namespace konbit::network {
namespace {

FieldError broken_rule(std::string_view edges, std::optional<std::string_view> nodes,
                       NetworkReading reading = {}) {
    const auto network = read_network({edges, nodes}, reading);
    return network ? FieldError{} : network.error().fields.at(0);
}

}  // namespace

TEST(NetworkCsv, KeepsMembersWithoutTiesAndTheirOrder) {
    const auto network = read_network({"from,to,weight\nb,a,3\n", "id,name\na,A\nb,B\nc,C\n"}).value();
    EXPECT_THAT(network.ids, ElementsAre("a", "b", "c"));
    EXPECT_THAT(network.graph.edges(), ElementsAre(Edge{1, 0}));
    EXPECT_EQ(network.graph.node_count(), 3);
}

TEST(NetworkCsv, TakesMembersFromTiesWhenThereIsNoOtherFile) {
    const auto network = read_network({"source;target\nx;y\nz;x\n"}).value();
    EXPECT_THAT(network.ids, ElementsAre("x", "y", "z"));
}

TEST(NetworkCsv, ReadsGroupsFromAColumn) {
    const NetworkReading reading{.group_column = "island"};
    const auto network =
        read_network({"from,to\n1,2\n", "id,island\n1,Saint Lucia\n2,\n3,Grenada\n"}, reading).value();
    EXPECT_THAT(network.group_of, ElementsAre(0, -1, 1));
    EXPECT_THAT(network.group_names, ElementsAre("Saint Lucia", "Grenada"));
}

TEST(NetworkCsv, WarnsOfWhatItDroppedAndGuessed) {
    const auto network = read_network({"from,to\n1,1\n1,2\n1,2\n",
                                       "id,name\n1,Cura\xE7"
                                       "ao\n2,B\n"})
                             .value();
    EXPECT_THAT(network.warnings,
                ElementsAre("The node file was read as windows-1252.",
                            "1 tie(s) of a member with itself dropped.", "1 repeated tie(s) dropped."));
}

TEST(NetworkCsv, SaysWhereATableIsWrong) {
    EXPECT_EQ(broken_rule("from,to\n1,9\n", "id\n1\n"),
              (FieldError{"row:2/to", "unknown_id", {{"value", "9"}}}));
    EXPECT_EQ(broken_rule("from,to\n1,\n", "id\n1\n"), (FieldError{"row:2/to", "missing_id"}));
    EXPECT_EQ(broken_rule("a,b\n", "id\n1\n"), (FieldError{"row:1/from", "missing_column"}));
    EXPECT_EQ(broken_rule("from,to\n", "name\n1\n"), (FieldError{"row:1/id", "missing_column"}));
    EXPECT_EQ(broken_rule("from,to\n", "id\n1\n1\n"),
              (FieldError{"row:3/id", "duplicate_id", {{"value", "1"}}}));
    EXPECT_EQ(broken_rule("from,to\n", "id\n1\n", {.group_column = "x"}),
              (FieldError{"row:1/x", "missing_column"}));
}

// An empty weight is 1; a file without rows has weights all the same.
TEST(NetworkCsv, AddsUpWeightsWhereTheyAreAskedFor) {
    const auto found =
        read_network({.edges = "from,to,weight\na,b,2.5\nb,a,\n"}, {.has_weights = true}).value();
    EXPECT_EQ(found.strengths.value().out, (std::vector<double>{2.5, 1}));
    EXPECT_TRUE(read_network({.edges = "from,to,weight\n"}, {.has_weights = true}).value().strengths);
    EXPECT_FALSE(read_network({.edges = "from,to\na,b\n"}, {.has_weights = true}).value().strengths);
    const auto refused = read_network({.edges = "from,to,weight\na,b,heavy\n"}, {.has_weights = true});
    EXPECT_EQ(refused.error().fields.front().pointer, "row:2/weight");
}

}  // namespace konbit::network
