// SPDX-License-Identifier: Apache-2.0
#include "engine/network/exchange.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <sstream>

namespace konbit::network {
namespace {

const std::vector<std::string> hostile{"Café \"Le Phare\" & Fils",
                                       "<script>alert(1)</script>",
                                       "=1+1",
                                       "a,b;c\td",
                                       "back\\slash \\n",
                                       "two\nlines",
                                       "data:",
                                       "*tie data",
                                       "Ãœ 漢字 🌴",
                                       "7"};

NetworkDocument document(Direction direction) {
    NetworkDocument made{
        .direction = direction, .ids = hostile, .columns = {}, .ties = {{0, 1, 1}, {1, 2, 2.5}, {6, 0, 3}}};
    made.columns.push_back(
        {"island & <parish>", {"A", "", "say \"x\"", "", "", "l1\nl2", "*x", "", "=2", "B"}});
    return made;
}

std::string written(const NetworkDocument& network, NetworkFormat format) {
    std::ostringstream out;
    write_document(network, format, out);
    return out.str();
}

/// Undirected ties may come back turned round, and in another order.
std::vector<WeightedTie> in_order(const NetworkDocument& network) {
    std::vector<WeightedTie> ties = network.ties;
    if (network.direction == Direction::undirected)
        for (auto& [from, to, weight] : ties)
            if (from > to) std::swap(from, to);
    std::ranges::sort(ties);
    return ties;
}

class Exchange : public testing::TestWithParam<std::tuple<NetworkFormat, Direction>> {
  protected:
    static bool keeps_columns(NetworkFormat format) {
        return format == NetworkFormat::graphml || format == NetworkFormat::gexf ||
               format == NetworkFormat::vna || format == NetworkFormat::csv;
    }
};

std::string refusal(std::string_view bytes, NetworkFormat format) {
    const auto found = read_document(bytes, format, Direction::directed);
    if (found) return "";
    return found.error().fields.front().pointer + " " + found.error().fields.front().code;
}

}  // namespace

// Most have no tie: they must be there all the same.
TEST_P(Exchange, KeepsNamesIsolatesDirectionAndWeights) {
    const auto& [format, direction] = GetParam();
    NetworkDocument network = document(direction);
    std::ostringstream members;
    write_members(network, members);
    const std::string table = members.str();
    const auto found =
        read_document(written(network, format), format, direction,
                      format == NetworkFormat::csv ? std::optional<std::string_view>(table) : std::nullopt);
    ASSERT_TRUE(found) << found.error().fields.front().pointer << found.error().fields.front().code;
    if (!keeps_columns(format)) network.columns.clear();
    EXPECT_EQ(found->ids, network.ids);
    EXPECT_EQ(found->direction, network.direction);
    EXPECT_EQ(found->columns, network.columns);
    EXPECT_EQ(in_order(*found), in_order(network));
}

INSTANTIATE_TEST_SUITE_P(
    Formats, Exchange,
    testing::Combine(testing::Values(NetworkFormat::csv, NetworkFormat::matrix, NetworkFormat::graphml,
                                     NetworkFormat::gexf, NetworkFormat::pajek, NetworkFormat::dl,
                                     NetworkFormat::vna),
                     testing::Values(Direction::directed, Direction::undirected)),
    [](const auto& test) {
        return std::string(names(NetworkFormat{})[static_cast<int>(std::get<0>(test.param))]) +
               (std::get<1>(test.param) == Direction::directed ? "Directed" : "Undirected");
    });

TEST(ReadDocument, SaysWhereItStumbles) {
    using enum NetworkFormat;
    EXPECT_EQ(refusal("from,to\na,\n", csv), "row:2/to missing_id");
    EXPECT_EQ(refusal("from,to,weight\na,b,1\na,c,heavy\n", csv), "row:3/weight not_a_number");
    EXPECT_EQ(refusal("id,a,b\na,0,1\n", matrix), "row:1/id wrong_count");
    EXPECT_EQ(refusal("id,a,b\na,0,x\nb,0,0\n", matrix), "row:2/b not_a_number");
    EXPECT_EQ(refusal("<graphml>\n<graph>\n<node id='a'/>\n<node id='a'/>\n</graph></graphml>", graphml),
              "row:4/id duplicate_id");
    EXPECT_EQ(refusal("<graphml><graph>\n<edge source='a' target='b'/></graph></graphml>", graphml),
              "row:2/source unknown_id");
    EXPECT_EQ(refusal("<gexf>\n<graph", gexf).substr(0, 9), "row:2/xml");
    EXPECT_EQ(refusal("<html/>", gexf), "row:1/gexf not_this_format");
    EXPECT_EQ(refusal("*Vertices 2\n*Arcs\n1 3\n", pajek), "row:3/to unknown_id");
    EXPECT_EQ(refusal("*Vertices 200000\n", pajek), "row:1/*vertices too_many_members");
    EXPECT_EQ(refusal("dl n=2 format=fullmatrix\ndata:\n0 1 1\n", dl), "row:3/data wrong_count");
    EXPECT_EQ(refusal("dl n=2 nm=3\ndata:\n", dl), "row:1/nm several_networks");
    EXPECT_EQ(refusal("hello", vna), "row:1/*node data not_this_format");
}

// 4,000 members with 5,001 columns each; the last stands in row 4,002.
TEST(ReadDocument, RefusesMoreValuesThanFitInMemory) {
    std::string names, cells, members;
    for (int i = 0; i <= 5'000; ++i) {
        names += " c" + std::to_string(i);
        cells += " x";
    }
    for (int i = 1; i < 4'000; ++i) members += std::to_string(i) + " x\n";
    const std::string header = "*node data\nid" + names + "\n0" + cells + "\n";
    EXPECT_EQ(refusal(header + members, NetworkFormat::vna), "row:4002/id too_many_values");
}

// Twenty thousand lines of members: counting lines from the start for each would take a minute.
TEST(ReadDocument, ReadsXmlInTimeWithItsLength) {
    std::string members;
    for (int i = 0; i < 20'000; ++i)
        members += "<node id='" + std::to_string(i) + "'/>\n\n\n\n\n\n\n\n\n\n\n";
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(refusal("<graphml><graph>\n" + members + "</graph></graphml>", NetworkFormat::graphml), "");
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST(ReadDocument, ReadsWhatOtherToolsWrite) {
    using enum NetworkFormat;
    const auto pajek_found =
        read_document("*Vertices 3\r\n1 \"A b\" 0.1 0.2\r\n3 C\r\n*Arcs\r\n1 2 4\r\n*Edges\r\n2 3\r\n", pajek,
                      Direction::directed)
            .value();
    EXPECT_EQ(pajek_found.ids, (std::vector<std::string>{"A b", "2", "C"}));
    EXPECT_EQ(pajek_found.ties, (std::vector<WeightedTie>{{0, 1, 4}, {1, 2, 1}, {2, 1, 1}}));
    const auto dl_found = read_document("DL N = 2\nFORMAT = FULLMATRIX\nLABELS:\nx,y\nDATA:\n0 3\n0 0\n", dl,
                                        Direction::directed)
                              .value();
    EXPECT_EQ(dl_found.ids, (std::vector<std::string>{"x", "y"}));
    EXPECT_EQ(dl_found.ties, (std::vector<WeightedTie>{{0, 1, 3}}));
    // As R sna writes it.
    const auto sna = read_document(
        "DL n = 3, nm = 1, format = edgelist1\nlabels:\n\"A b\",\"B\",\"C\"\nmatrix labels:\n1\ndata:\n1 2 2 "
        "\n",
        dl, Direction::directed);
    ASSERT_TRUE(sna) << sna.error().fields.front().pointer;
    EXPECT_EQ(sna->ids, (std::vector<std::string>{"A b", "B", "C"}));
    EXPECT_EQ(sna->ties, (std::vector<WeightedTie>{{0, 1, 2}}));
    // As igraph writes it: ids of its own, names among the columns.
    const auto igraph =
        read_document(
            "<graphml><key id='v_name' for='node' attr.name='name' attr.type='string'/>"
            "<graph id='G' edgedefault='undirected'><node id='n0'><data key='v_name'>Ann</data>"
            "</node><node id='n1'><data key='v_name'>Ben</data></node>"
            "<edge source='n0' target='n1'/></graph></graphml>",
            graphml, Direction::directed)
            .value();
    EXPECT_EQ(igraph.ids, (std::vector<std::string>{"Ann", "Ben"}));
    EXPECT_EQ(igraph.direction, Direction::undirected);
}

}  // namespace konbit::network
