// SPDX-License-Identifier: Apache-2.0
#include "app/network_command_test.hpp"
#include "app/network_progress.hpp"
#include "app/whole_file.hpp"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>
#include <thread>

using testing::HasSubstr;
using testing::StartsWith;

namespace konbit {

TEST_F(NetworkCommand, LeavesNothingBehindWhenInterruptedWhileWriting) {
    const std::string path = file("there.csv", "before");
    const auto write_until = [&](int signals) {
        NetworkProgress progress(std::cerr);
        (void)write_whole(path, [&](std::ostream& out) {
            out << "half of it" << std::flush;
            for (int i = 0; i < signals; ++i) std::raise(SIGINT);
            std::this_thread::sleep_for(std::chrono::seconds(30));
        });
    };
    EXPECT_EXIT(write_until(1), testing::ExitedWithCode(130), "interrupted");
    EXPECT_EXIT(write_until(2), testing::ExitedWithCode(130), "");
    EXPECT_EQ(contents(path), "before");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder_), {}), 1);
}

TEST_F(NetworkCommand, WritesWavesForGephiAndRSiena) {
    const std::string first = file("1.csv", "from,to,weight\na,b,2\nb,a,1\n"),
                      second = file("2.csv", "from,to,weight\na,b,1\n"),
                      nodes = file("n1.csv", "id,answered\na,1\nb,1\n"),
                      later = file("n2.csv", "id,answered\na,1\nb,\nc,1\n");
    const std::string gexf = folder_ / "waves.gexf", siena = folder_ / "siena";
    ASSERT_EQ(run_command("convert", {first, gexf, "--later", second, "--nodes", nodes, "--later-nodes",
                                      later, "--answered", "answered"}),
              0)
        << err_.str();
    ASSERT_EQ(run_command("convert", {gexf, siena, "--to-format", "rsiena"}), 0) << err_.str();
    EXPECT_EQ(contents(folder_ / "siena/wave1.dat"), "0 1 10\n1 0 10\n10 10 0\n");
    EXPECT_EQ(contents(folder_ / "siena/wave2.dat"), "0 1 0\nNA 0 NA\n0 0 0\n");
    EXPECT_EQ(contents(folder_ / "siena/members.csv"), "id\r\na\r\nb\r\nc\r\n");
    EXPECT_THAT(err_.str(), HasSubstr("weights are left out"));
    ASSERT_EQ(run_command("convert", {siena, "--wave", "1"}), 0) << err_.str();
    EXPECT_EQ(out_.str(), "from,to,weight\r\na,b,1\r\nb,a,1\r\n");
    EXPECT_EQ(run_command("convert", {gexf, folder_ / "x.json"}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("--wave N takes one of them"));
    EXPECT_EQ(run_command("convert", {gexf, "--wave", "3"}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("there are 2 waves only"));
}

TEST_F(NetworkCommand, LeavesAFileWholeOrAsItWas) {
    const std::string edges = file("e.csv", "from,to\na,b\n"), there = file("there.json", "before");
    std::filesystem::create_directory(folder_ / "folder.json");
    EXPECT_EQ(run_command("convert", {edges, folder_ / "folder.json"}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("folder.json: cannot be written"));
    EXPECT_EQ(run_command("convert", {edges, folder_ / "nowhere" / "e.json"}), 2);
    ASSERT_EQ(run_command("convert", {edges, there}), 0);
    EXPECT_THAT(contents(there), StartsWith("{\"directed\""));
    for (const auto& each : std::filesystem::directory_iterator(folder_))
        EXPECT_NE(each.path().extension(), ".part");
}

TEST_F(NetworkCommand, ConvertsAndGenerates) {
    const std::string edges = file("e.csv", "from,to\n\"a \"\"x\"\"\",b\n"),
                      nodes = file("n.csv", "id,island\nb,B\n\"a \"\"x\"\"\",A\nc,\n");
    const std::string json = folder_ / "e.json", gexf = folder_ / "e.gexf", back = folder_ / "back.json";
    ASSERT_EQ(run_command("convert", {edges, json, "--nodes", nodes}), 0) << err_.str();
    ASSERT_EQ(run_command("convert", {json, gexf}), 0) << err_.str();
    ASSERT_EQ(run_command("convert", {gexf, back}), 0) << err_.str();
    ASSERT_EQ(run_command("convert", {back, "--to-format", "json"}), 0);
    EXPECT_EQ(out_.str(),
              "{\"directed\":true,\"nodes\":[\n{\"id\":\"b\",\"island\":\"B\"},\n{\"id\":\"a "
              "\\\"x\\\"\",\"island\":\"A\"},\n"
              "{\"id\":\"c\"}\n],\"edges\":[\n{\"from\":\"a \\\"x\\\"\",\"to\":\"b\",\"weight\":1}\n]}\n");
    EXPECT_EQ(run_command("convert", {edges}), 0);
    EXPECT_EQ(run_command("convert", {json}), 0);
    EXPECT_THAT(err_.str(), HasSubstr("--nodes-to FILE writes them"));
    EXPECT_EQ(run_command("convert", {edges, "--to-format", "xls"}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("no format that is known"));
    out_.str("");
    ASSERT_EQ(run_command("generate", {"--members", "3", "--ties", "6", "--format", "csv"}), 0);
    EXPECT_EQ(out_.str(), "from,to,weight\r\n1,2,1\r\n1,3,1\r\n2,1,1\r\n2,3,1\r\n3,1,1\r\n3,2,1\r\n");
    EXPECT_EQ(run_command("generate", {"--members", "3", "--ties", "7"}), 2);
    out_.str("");
    ASSERT_EQ(run_command("generate", {"--members", "1", "--ties", "0", "--json"}), 0);
    EXPECT_EQ(out_.str(), "{\"directed\":true,\"nodes\":[\n{\"id\":\"1\"}\n],\"edges\":[\n]}\n");
    out_.str("");
    ASSERT_EQ(run_command("convert", {json, gexf, "--json"}), 0);
    EXPECT_EQ(out_.str(), fmt::format("{{\"to\":\"{}\"}}\n", gexf));
}

}  // namespace konbit
