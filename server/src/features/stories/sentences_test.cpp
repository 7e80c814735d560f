// SPDX-License-Identifier: Apache-2.0
// The five sentences of waves that are small enough to be worked out on paper, and of those at the edges.
#include "features/networks/analyze.hpp"
#include "features/stories/hand_wave_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::stories {
namespace {

using ::testing::ElementsAre;

constexpr std::string_view prefix = "network.sentence.";

std::vector<std::string> keys(const networks::WaveData& data) {
    std::vector<std::string> all;
    for (const auto& each : networks::analyze(data).sentences) all.push_back(each.key.substr(prefix.size()));
    return all;
}

std::string param(const networks::WaveData& data, std::size_t sentence, const std::string& name) {
    return networks::analyze(data).sentences.at(sentence).params.at(name).text;
}

std::vector<Hand> silent(std::vector<Hand> members) {
    for (auto& each : members) each.answered = false;
    return members;
}

TEST(Sentences, OfNobodySayThatNothingIsKnown) {
    EXPECT_THAT(keys(wave_of({}, {})),
                ElementsAre("response.interval_only", "funnel.low_response", "connectors.low_response",
                            "without_facilitator.low_response", "next.ask_the_silent"));
}

TEST(Sentences, OfOneMemberHaveNobodyToConnect) {
    EXPECT_THAT(keys(wave_of({{"Ann", "GD", "", true, true}}, {})),
                ElementsAre("response.full", "funnel.one_question", "connectors.nobody",
                            "without_facilitator.nothing_left", "next.nobody"));
}

TEST(Sentences, OfACompleteNetworkSingleNobodyOut) {
    const auto data = complete();
    EXPECT_THAT(keys(data), ElementsAre("response.full", "funnel.one_question", "connectors.nobody",
                                        "without_facilitator.none", "next.nobody"));
    EXPECT_EQ(param(data, 1, "know"), "90");
    EXPECT_EQ(param(data, 1, "possible"), "90");
}

TEST(Sentences, WithoutAnyAnswerAskTheSilent) {
    const auto data = wave_of(silent(six), tail);
    EXPECT_THAT(keys(data),
                ElementsAre("response.interval_only", "funnel.low_response", "connectors.low_response",
                            "without_facilitator.low_response", "next.ask_the_silent"));
    EXPECT_EQ(param(data, 0, "percent"), "0");
    EXPECT_EQ(param(data, 4, "silent"), "6");
}

// Eight contacts, named both ways, of six times five; without Xia a triangle and a pair are left.
TEST(Sentences, OfEverybodyNameTheOnlyLinks) {
    const auto data = wave_of(six, tail);
    EXPECT_EQ(keys(data)[0], "response.full");
    EXPECT_EQ(param(data, 0, "percent"), "100");
    EXPECT_EQ(param(data, 1, "know"), "16");
    EXPECT_EQ(param(data, 1, "possible"), "30");
    EXPECT_EQ(keys(data)[2], "connectors.only_link");
    EXPECT_EQ(param(data, 2, "members"), R"(["Xia","Dot"])");
    EXPECT_EQ(keys(data)[3], "without_facilitator.falls_apart");
    EXPECT_EQ(param(data, 3, "sizes"), R"(["3","2"])");
}

TEST(Sentences, OfMembersWithoutATieCountThemAlone) {
    const auto data = wave_of(six, {});
    EXPECT_EQ(param(data, 1, "know"), "0");
    EXPECT_EQ(keys(data)[2], "connectors.nobody");
    EXPECT_EQ(keys(data)[3], "without_facilitator.nothing_left");
    EXPECT_EQ(param(data, 3, "alone"), "5");
}

}  // namespace
}  // namespace konbit::stories
