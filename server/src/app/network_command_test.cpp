// SPDX-License-Identifier: Apache-2.0
#include "app/network_command.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using testing::HasSubstr;
using testing::StartsWith;

namespace konbit {
namespace {

class NetworkCommand : public testing::Test {
  protected:
    NetworkCommand() {
        std::string pattern = testing::TempDir() + "konbit-network-XXXXXX";
        folder_ = mkdtemp(pattern.data());
    }
    ~NetworkCommand() override { std::filesystem::remove_all(folder_); }

    std::string file(const std::string& name, std::string_view text) {
        const std::string path = folder_ / name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    int run(std::vector<std::string> arguments) {
        std::vector<const char*> argv{"konbit", "network", "report"};
        for (const std::string& each : arguments) argv.push_back(each.c_str());
        return run_network_command(static_cast<int>(argv.size()), argv.data(), out_, err_);
    }

    std::filesystem::path folder_;
    std::ostringstream out_, err_;
};

}  // namespace

// Two of the six ordered pairs have a tie; actor c stays without one.
TEST_F(NetworkCommand, PrintsMeasuresAsJson) {
    const std::string edges = file("e.csv", "from,to,weight\na,b,5\nb,a,1\na,a,1\na,b,2\n");
    const std::string nodes = file("n.csv", "id,name\na,A\nb,B\nc,\"C \"\"x\"\"\"\n");
    ASSERT_EQ(run({edges, "--nodes", nodes, "--json"}), 0);
    EXPECT_THAT(out_.str(), StartsWith(R"({"graph":{"n":3,"m":2,"density":0.3333333333333333,)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"("centralization_degree":null)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"({"id":"c","degree":0,"indegree":0,"outdegree":0,"betweenness":0,)"));
    EXPECT_THAT(
        out_.str(),
        HasSubstr(
            R"("warnings":["1 tie(s) of a member with itself dropped.","1 repeated tie(s) dropped."])"));
}

TEST_F(NetworkCommand, AddsGroupMeasuresOnlyWhenAsked) {
    const std::string edges = file("e.csv", "from,to\n1,2\n"), nodes = file("n.csv", "id,island\n1,A\n2,B\n");
    ASSERT_EQ(run({edges, "--nodes", nodes, "--json"}), 0);
    EXPECT_THAT(out_.str(), Not(HasSubstr("ei_index")));
    ASSERT_EQ(run({edges, "--nodes", nodes, "--json", "--group", "island"}), 0);
    EXPECT_THAT(out_.str(), HasSubstr(R"("ei_index_ties":1,)"));
}

TEST_F(NetworkCommand, PrintsATableForPeople) {
    ASSERT_EQ(run({file("e.csv", "from;to\n1;2\n"), "--undirected"}), 0);
    EXPECT_THAT(out_.str(), HasSubstr("Which share of the possible ties exists?"));
}

TEST_F(NetworkCommand, NamesFileRowAndFieldOfWhatIsWrong) {
    const std::string nodes = file("n.csv", "id\n1\n2\n"), edges = file("e.csv", "from,to\n1,2\n1,9\n");
    EXPECT_EQ(run({edges, "--nodes", nodes}), 2);
    EXPECT_EQ(err_.str(), edges + ": row 3, to: no member has this id (\"9\")\n");
    EXPECT_EQ(out_.str(), "");
}

TEST_F(NetworkCommand, RefusesMissingColumnsAndFiles) {
    const std::string edges = file("e.csv", "from,to\n1,2\n"), nodes = file("n.csv", "id\n1\n2\n");
    EXPECT_EQ(run({edges, "--nodes", nodes, "--group", "island"}), 2);
    EXPECT_THAT(err_.str(), HasSubstr(nodes + ": row 1, island: there is no such column"));
    EXPECT_EQ(run({folder_ / "none.csv"}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("none.csv: cannot be read"));
    EXPECT_EQ(run({file("x.csv", "a,b\n1,2\n")}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("x.csv: row 1, from: there is no such column"));
}

TEST_F(NetworkCommand, RefusesUnknownOptionsWithTheSameCode) { EXPECT_EQ(run({"--nonsense"}), 2); }

TEST_F(NetworkCommand, ReadsAnEmptyNetwork) {
    ASSERT_EQ(run({file("e.csv", "from,to\n"), "--json"}), 0);
    EXPECT_THAT(out_.str(), HasSubstr(R"("n":0,"m":0,"density":null)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"("nodes":[])"));
}

}  // namespace konbit
