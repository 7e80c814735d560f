// SPDX-License-Identifier: Apache-2.0
#include "app/network_command_test.hpp"

#include "app/network_progress.hpp"

#include <fmt/format.h>

#include <chrono>
#include <csignal>
#include <iostream>
#include <thread>

using testing::HasSubstr;
using testing::StartsWith;

namespace konbit {

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

// a-b is kept, b-a lost, c-a gained; six cells in all.
TEST_F(NetworkCommand, ComparesWaves) {
    const std::string nodes = file("n.csv", "id,took_part\na,yes\nb,yes\nc,\n");
    ASSERT_EQ(run_command("compare",
                          {file("1.csv", "from,to\na,b\nb,a\n"), file("2.csv", "from,to\na,b\nc,a\n"),
                           "--nodes", nodes, "--participants", "took_part", "--permutations", "9", "--json"}),
              0);
    EXPECT_THAT(out_.str(),
                StartsWith(R"({"kept_n11":1,"lost_n10":1,"gained_n01":1,"absent_n00":3,"hamming":2,)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"("mutual":{"mutual":0,"asymmetric":1,"null":0})"));
    EXPECT_THAT(
        out_.str(),
        HasSubstr(R"("programme":null,"warnings":["The programme's effect is withheld: fewer than 5 )"));
}

// Of 5 * 4 cells among those who took part one had a tie, then none; six others are enough.
TEST_F(NetworkCommand, ShowsAProgrammeOfFiveFirms) {
    std::string members = "id,took_part\n";
    for (const char each : std::string_view("abcde")) members += fmt::format("{},yes\n", each);
    for (const char each : std::string_view("uvwxyz")) members += fmt::format("{},\n", each);
    ASSERT_EQ(run_command("compare", {file("1.csv", "from,to\na,b\n"), file("2.csv", "from,to\nu,v\n"),
                                      "--nodes", file("n.csv", members), "--participants", "took_part",
                                      "--permutations", "9", "--json"}),
              0);
    EXPECT_THAT(out_.str(),
                HasSubstr(R"("participants":{"cells":20,"density_before":0.05,"density_after":0,)"));
    EXPECT_THAT(out_.str(), Not(HasSubstr("warnings")));
}

// b is silent: what is known of the others is the same in both waves.
TEST_F(NetworkCommand, CorrelatesWavesOverWhatWasAnswered) {
    const std::string first = file("1.csv", "from,to\na,b\nb,a\n"), second = file("2.csv", "from,to\na,b\n"),
                      nodes = file("n.csv", "id,answered\na,1\nb,\nc,1\n");
    const std::vector<std::string> question{first, second, "--nodes", nodes, "--json"};
    ASSERT_EQ(run_command("compare", question), 0);
    EXPECT_THAT(out_.str(), HasSubstr(R"("gcor":0.63)"));
    out_.str("");
    ASSERT_EQ(run_command("compare", {first, second, "--nodes", nodes, "--answered", "answered", "--json"}),
              0);
    EXPECT_THAT(out_.str(), HasSubstr(R"("gcor":1,)"));
    out_.str("");
    ASSERT_EQ(run_command("compare", {first, second, "--nodes", nodes, "--answered", "answered",
                                      "--undirected", "--json"}),
              0);
    EXPECT_THAT(out_.str(), HasSubstr(R"("gcor":null,)"));
}

TEST_F(NetworkCommand, LeavesOutWhoDidNotAnswer) {
    const std::string first = file("1.csv", "from,to\na,b\n"), second = file("2.csv", "from,to\na,b\n"),
                      nodes = file("n.csv", "id,answered\na,1\nb,\nc,1\n"),
                      later = file("m.csv", "id,answered\na,1\nb,1\n");
    ASSERT_EQ(run_command("compare", {first, second, "--nodes", nodes, "--answered", "answered", "--json"}),
              0);
    EXPECT_THAT(out_.str(), HasSubstr(R"("absent_n00":3)"));
    out_.str("");
    ASSERT_EQ(run_command("compare", {first, second, "--nodes", nodes, "--later-nodes", later, "--json"}), 0);
    EXPECT_THAT(out_.str(), HasSubstr(R"("absent_n00":1)"));
}

// The path a-b-c-d upon itself: two orders of 24 do as well.
TEST_F(NetworkCommand, CorrelatesNetworks) {
    const std::string path = file("p.csv", "from,to\na,b\nb,c\nc,d\n");
    ASSERT_EQ(
        run_command("qap", {path, path, "--undirected", "--permutations", "99", "--seed", "5", "--json"}), 0);
    EXPECT_THAT(out_.str(), StartsWith(R"({"gcor":1,"qap_p_ge_99":0.)"));
    const std::string first = out_.str();
    out_.str("");
    ASSERT_EQ(run_command("qap", {path, path, "--undirected", "--permutations", "99", "--seed", "5",
                                  "--threads", "3", "--json"}),
              0);
    EXPECT_EQ(out_.str(), first);
    EXPECT_EQ(run_command("qap", {path, file("none.csv", "from,to\n")}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("one of the networks has no ties"));
}

TEST_F(NetworkCommand, RegressesOnNetworksAndLikenesses) {
    const std::string outcome = file("spring.csv", "from,to\na,b\nb,a\nc,d\n"),
                      cause = file("autumn.csv", "from,to\na,b\nd,c\n"),
                      nodes = file("n.csv", "id,island,age\na,A,1\nb,A,3\nc,B,4\nd,B,8\n");
    const std::vector<std::string> model{outcome,        cause, "--nodes",        nodes, "--same", "island",
                                         "--difference", "age", "--permutations", "19",  "--json"};
    ASSERT_EQ(run_command("mrqap", model), 0);
    for (const char* name :
         {"coef_intercept", "t_autumn", "p_two_qapspp_19_autumn", "coef_same_island", "coef_difference_age"})
        EXPECT_THAT(out_.str(), HasSubstr(name));
    EXPECT_THAT(out_.str(), HasSubstr(R"("df_resid":8})"));
    EXPECT_EQ(run_command("mrqap", {outcome, cause, cause}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("autumn: the predictors before it say the same"));
    EXPECT_EQ(run_command("mrqap", {outcome, outcome}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("make up the outcome without a rest"));
    EXPECT_EQ(run_command("mrqap", {outcome}), 2);
    EXPECT_EQ(run_command("mrqap", {outcome, "--nodes", nodes, "--difference", "island"}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("this is no number (\"A\")"));
}

TEST_F(NetworkCommand, RefusesARegressionThatWouldFillTheMemory) {
    std::string members = "id\n";
    for (int i = 0; i <= 5'000; ++i) members += fmt::format("{}\n", i);
    const std::string ties = file("e.csv", "from,to\n0,1\n");
    EXPECT_EQ(run_command("mrqap", {ties, ties, "--nodes", file("n.csv", members)}), 2);
    EXPECT_EQ(err_.str(), "too many members; at most 5000\n");
}

TEST_F(NetworkCommand, LeavesOutATableOfTooManyGroups) {
    std::string members = "id,name\n";
    for (int i = 0; i <= 500; ++i) members += fmt::format("{},{}\n", i, i);
    ASSERT_EQ(run({file("e.csv", "from,to\n0,1\n"), "--nodes", file("n.csv", members), "--group", "name",
                   "--json"}),
              0);
    EXPECT_THAT(out_.str(), HasSubstr(R"("mixing":{"cells":null,"odds_ratio_within":null,"groups":[)"));
    EXPECT_THAT(out_.str(), HasSubstr("The table of groups is left out: 501 groups, at most 500 are shown."));
}

// Each in a program of its own: the signal ends it.
TEST(NetworkProgress, EndsWorkThatDoesNotLookAtTheWatch) {
    const auto work_on = [](int signals) {
        NetworkProgress progress(std::cerr);
        for (int i = 0; i < signals; ++i) std::raise(SIGTERM);
        std::this_thread::sleep_for(std::chrono::seconds(30));
    };
    EXPECT_EXIT(work_on(1), testing::ExitedWithCode(130), "interrupted");
    EXPECT_EXIT(work_on(2), testing::ExitedWithCode(130), "");
}

// While an answer is written nothing looks at the watch.
TEST(NetworkProgress, LeavesSignalsToTheSystemOnceSilent) {
    const auto write = [] {
        NetworkProgress progress(std::cerr);
        progress.fall_silent();
        std::raise(SIGTERM);
    };
    EXPECT_EXIT(write(), testing::KilledBySignal(SIGTERM), "");
}

// Four of five answered (80%): a, b, c and d hold three ties in 4 * 4 cells. e is named by all of them.
TEST_F(NetworkCommand, TakesSilenceForNoEmptyRow) {
    const std::string edges = file("e.csv", "from,to,weight\na,b,2\na,e,3\nb,e,1\n"),
                      nodes = file("n.csv", "id,answered\na,1\nb,1\nc,1\nd,1\ne,\n");
    ASSERT_EQ(run({edges, "--nodes", nodes, "--answered", "answered", "--json"}), 0) << err_.str();
    EXPECT_THAT(out_.str(), StartsWith(R"({"graph":{"n":5,"m":3,"density":0.1875,)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"("density_zero_filled":0.15,"density_available":0.1875,)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"({"id":"e","answered":0,"indegree_available":2,)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"({"id":"e","degree":null,"indegree":2,"outdegree":null,)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"("strength_out":5,"strength_in":0,)"));
    EXPECT_THAT(out_.str(), HasSubstr("1 of the most-named tenth did not answer: e."));
    EXPECT_EQ(run({edges, "--nodes", nodes, "--answered", "answered", "--undirected"}), 2);
}

TEST_F(NetworkCommand, SaysNoMoreThanTheAnswersAllow) {
    const std::string edges = file("e.csv", "from,to\na,b\n"),
                      some = file("some.csv", "id,answered\na,1\nb,1\nc,\n"),
                      few = file("few.csv", "id,answered\na,1\nb,\nc,\n");
    ASSERT_EQ(run({edges, "--nodes", some, "--answered", "answered", "--json"}), 0);
    EXPECT_THAT(out_.str(), HasSubstr(R"("level":"directional")"));
    EXPECT_THAT(out_.str(), HasSubstr(R"({"id":"a"})"));
    out_.str("");
    ASSERT_EQ(run({edges, "--nodes", few, "--answered", "answered", "--json"}), 0);
    EXPECT_THAT(out_.str(), StartsWith(R"({"graph":{"n":3,"m":1,"density":null,)"));
    EXPECT_THAT(out_.str(),
                HasSubstr(R"("density_low":0.16666666666666666,"density_high":0.8333333333333334)"));
}

TEST_F(NetworkCommand, PrintsNumbersUnderTheNamesOfOtherToolsToo) {
    ASSERT_EQ(run({file("star.csv", "from,to\nm,a\nm,b\nm,c\n"), "--undirected", "--json"}), 0);
    EXPECT_THAT(out_.str(), HasSubstr(R"("compactness_mean_recip_dist":0.75,)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"("core_periphery_be_core_ids":"m"})"));
    EXPECT_THAT(out_.str(), HasSubstr(R"("modularity":0,)"));
}

// Three rate m with means 2, 3 and 4; two rate a, which is too few.
TEST_F(NetworkCommand, ScoresHowMembersAreSeen) {
    const std::string ratings = file("r.csv",
                                     "rater,rated,reliable,mission,open\na,m,1,2,3\nb,m,3,3,3\nc,m,4,4,4\n"
                                     "d,m,4,,4\nb,a,1,1,1\nc,a,1,1,1\n");
    ASSERT_EQ(run_command("perceived", {ratings, "--json"}), 0) << err_.str();
    EXPECT_EQ(out_.str().substr(0, 77),
              R"({"network":3,"nodes":[{"id":"a","score":null,"raters":2},{"id":"m","score":3,)");
    EXPECT_EQ(run_command("perceived", {file("x.csv", "rater,rated,reliable\na,b,good\n")}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("row 2, reliable: this is no number (\"good\")"));
}

TEST_F(NetworkCommand, SamplesBetweenness) {
    const std::string path = file("p.csv", "from,to\na,b\nb,c\n");
    ASSERT_EQ(run_command("betweenness", {path, "--undirected", "--json"}), 0);
    EXPECT_EQ(
        out_.str(),
        R"({"n":3,"pivots":3,"nodes":[{"id":"a","betweenness":0,"standard_error":0},)"
        R"({"id":"b","betweenness":1,"standard_error":0},{"id":"c","betweenness":0,"standard_error":0}]})"
        "\n");
}

// b is silent in wave 2, and c joins.
TEST_F(NetworkCommand, FindsKeyPlayers) {
    ASSERT_EQ(run_command("keyplayer", {file("s.csv", "from,to\nm,a\nm,b\nm,c\n"), "--size", "1", "--json"}),
              0);
    EXPECT_THAT(out_.str(), HasSubstr(R"("kpneg_F_max_k1":1,"kpneg_F_argmax_first_k1":"m")"));
    EXPECT_EQ(run_command("keyplayer", {file("t.csv", "from,to\na,b\n"), "--size", "3"}), 2);
}

TEST_F(NetworkCommand, LaysLayersUponEachOther) {
    ASSERT_EQ(run_command("layers", {file("know.csv", "from,to\na,b\nb,c\n"),
                                     file("work.csv", "from,to\na,b\n"), "--json"}),
              0);
    EXPECT_THAT(out_.str(), HasSubstr(R"("signatures":{"know":1,"know+work":1})"));
    EXPECT_THAT(out_.str(),
                HasSubstr(R"({"from":"know","to":"work","shared":1,"jaccard":0.5,"conversion":0.5,"gcor":)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"({"id":"b","mean_layers":1.5})"));
}

TEST_F(NetworkCommand, AddsTestsWhenShufflesAreAskedFor) {
    const std::string edges = file("e.csv", "from,to\na,b\nb,c\nc,d\n"),
                      nodes = file("n.csv", "id,g\na,1\nb,1\nc,2\nd,2\n");
    ASSERT_EQ(run({edges, "--nodes", nodes, "--group", "g", "--permutations", "25", "--json"}), 0);
    EXPECT_THAT(
        out_.str(),
        HasSubstr(
            R"("mixing":{"cells":[{"from":"1","to":"1","ties":1,"possible":2,"density":0.5,"odds":1})"));
    EXPECT_THAT(out_.str(), HasSubstr(R"("tests":{"ei_index_ties":{"observed":-0.3333333333333333,)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"("core_periphery":{"observed":)"));
    EXPECT_THAT(out_.str(), HasSubstr(R"("density_model":{"constant_homophily":{"observed":)"));
}

// Five members, e silent: among the other four both networks are the same.
TEST_F(NetworkCommand, ComparesRowsOfThoseWhoAnswered) {
    const std::string one = file("one.csv", "from,to\na,b\nb,c\nc,d\n"),
                      other = file("other.csv", "from,to\na,b\nb,c\nc,d\ne,a\ne,b\n"),
                      nodes = file("n.csv", "id,answered,late\na,1,1\nb,1,1\nc,1,\nd,1,\ne,,\n");
    const std::vector<std::string> pair{one, other, "--nodes", nodes, "--json"};
    const auto asked = [&](const char* command, std::vector<std::string> more) {
        out_.str("");
        more.insert(more.begin(), pair.begin(), pair.end());
        return run_command(command, more);
    };
    const auto rates = HasSubstr(R"("nonresponse":{"n":5,"answers":4,"response_rate":0.8,"level":"full"})");
    ASSERT_EQ(asked("qap", {"--answered", "answered", "--permutations", "9"}), 0) << err_.str();
    EXPECT_THAT(out_.str(), HasSubstr(R"({"gcor":1,)"));
    EXPECT_THAT(out_.str(), rates);
    ASSERT_EQ(asked("layers", {"--answered", "answered"}), 0) << err_.str();
    EXPECT_THAT(out_.str(), HasSubstr(R"({"union_ties":3,"multiplex_share":1,)"));
    ASSERT_EQ(asked("mrqap", {"--answered", "answered", "--same", "late", "--permutations", "9"}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("make up the outcome without a rest")) << "in five rows they would not";
    EXPECT_EQ(asked("qap", {"--answered", "late"}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("40% answered"));
    EXPECT_EQ(asked("qap", {"--answered", "answered", "--answered", "answered", "--answered", "late"}), 2);
}

TEST_F(NetworkCommand, NamesNobodyWhenTooFewAnswered) {
    const std::string star = file("s.csv", "from,to\nm,a\nm,b\nm,c\n"),
                      nodes = file("n.csv", "id,answered,late\nm,1,1\na,1,1\nb,1,1\nc,1,\nd,,\n");
    ASSERT_EQ(run_command("keyplayer", {star, "--size", "1", "--nodes", nodes, "--answered", "answered"}), 0);
    EXPECT_THAT(out_.str(), HasSubstr("nonresponse.answers"));
    EXPECT_EQ(run_command("keyplayer", {star, "--size", "1", "--nodes", nodes, "--answered", "late"}), 2);
    EXPECT_THAT(err_.str(), HasSubstr("60% answered: below 80% no member is named"));
    EXPECT_EQ(run_command("betweenness", {star, "--nodes", nodes, "--answered", "late"}), 2);
}

}  // namespace konbit
