// SPDX-License-Identifier: Apache-2.0
#include "engine/network/wave_series.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace konbit::network {
namespace {

// Ann answers twice and keeps her tie to Ben; Ben stays silent in wave 2; Cho joins in wave 2.
WaveSeries example() {
    return {.direction = Direction::directed,
            .ids = {"Ann \"A\" & <co>", "Ben\nson", "漢字 🌴"},
            .columns = {{"island", {"A", "", "=1+1"}}},
            .waves = {{{true, true, false}, {true, true, false}, {{0, 1, 2.5}, {1, 0, 1}}},
                      {{true, true, true}, {true, false, true}, {{0, 1, 4}, {2, 0, 1}}}}};
}

std::string gexf_of(const WaveSeries& series) {
    std::ostringstream out;
    write_gexf_waves(series, out);
    return out.str();
}

std::vector<std::string> siena_of(const WaveSeries& series) {
    std::vector<std::string> files;
    for (std::size_t wave = 0; wave < series.waves.size(); ++wave) {
        std::ostringstream out;
        write_siena_wave(series, wave, out);
        files.push_back(out.str());
    }
    return files;
}

std::string refusal(std::string_view bytes) {
    const auto found = read_gexf_waves(bytes);
    return found ? "" : found.error().fields.front().pointer + " " + found.error().fields.front().code;
}

}  // namespace

TEST(WaveSeries, ComesBackFromGexfAsItWas) {
    const auto found = read_gexf_waves(gexf_of(example()));
    ASSERT_TRUE(found) << refusal(gexf_of(example()));
    EXPECT_EQ(*found, example());
}

TEST(WaveSeries, HasOneSpellForWavesInARow) {
    const std::string gexf = gexf_of(example());
    EXPECT_TRUE(has_gexf_waves(gexf));
    EXPECT_NE(gexf.find(R"(target="n1"><attvalues><attvalue for="weight" value="2.5" start="1" end="1"/>)"
                        R"(<attvalue for="weight" value="4" start="2" end="2"/></attvalues>)"
                        R"(<spells><spell start="1" end="2"/></spells></edge>)"),
              gexf.npos);
}

TEST(WaveSeries, IsWrittenForRSiena) {
    EXPECT_EQ(siena_of(example()),
              (std::vector<std::string>{"0 1 10\n1 0 10\n10 10 0\n", "0 1 0\nNA 0 NA\n1 0 0\n"}));
}

TEST(WaveSeries, ComesBackFromRSienaWithoutWeights) {
    WaveSeries expected = example();
    for (SeriesWave& wave : expected.waves)
        for (WeightedTie& tie : wave.ties) tie.weight = 1;
    std::ostringstream members;
    write_members({.ids = expected.ids, .columns = expected.columns}, members);
    const auto found = read_siena(siena_of(example()), members.str());
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, expected);
}

TEST(WaveSeries, NamesMembersByNumberWithoutATable) {
    const std::vector<std::string> files{"0 1\n0 0\n"};
    EXPECT_EQ(read_siena(files, {}).value().ids, (std::vector<std::string>{"1", "2"}));
    const std::vector<std::string> wrong{"0 2\n0 0\n"}, uneven{"0 1\n0\n"};
    EXPECT_EQ(read_siena(wrong, {}).error().fields.front().code, "not_a_number");
    EXPECT_EQ(read_siena(uneven, {}).error().fields.front().pointer, "row:2/cell");
}

TEST(WaveSeries, GivesOneWaveWithItsMembers) {
    const NetworkDocument first = example().document(0);
    EXPECT_EQ(first.ids, (std::vector<std::string>{"Ann \"A\" & <co>", "Ben\nson"}));
    EXPECT_EQ(first.ties, (std::vector<WeightedTie>{{0, 1, 2.5}, {1, 0, 1}}));
}

TEST(WaveSeries, ReadsWhatOtherProgramsWrite) {
    const auto found = read_gexf_waves(
        "<gexf><graph mode='dynamic' defaultedgetype='directed'><nodes><node id='a' label='A'/>"
        "<node id='b' label='B'><spells><spell start='2'/></spells></node></nodes><edges>"
        "<edge source='a' target='b' weight='3'><spells><spell start='1' end='2.0'/></spells></edge>"
        "</edges></graph></gexf>");
    ASSERT_TRUE(found);
    ASSERT_EQ(found->waves.size(), 2u);
    EXPECT_TRUE(found->waves[0].ties.empty()) << "B was no member yet";
    EXPECT_EQ(found->waves[1].ties, (std::vector<WeightedTie>{{0, 1, 3}}));
}

// Wave 1 has a and b; in wave 2 a did not answer, b's island is known and c joined.
TEST(WaveSeries, JoinsWavesByNames) {
    const std::vector<WaveDocument> waves{
        {{.ids = {"a", "b"}, .columns = {{"island", {"A", ""}}}, .ties = {{0, 1, 1}, {0, 1, 3}, {1, 1, 1}}},
         {true, true}},
        {{.ids = {"c", "b", "a"}, .columns = {{"island", {"", "B", ""}}}, .ties = {{0, 2, 1}, {2, 1, 1}}},
         {true, true, false}}};
    const WaveSeries found = joined(waves);
    EXPECT_EQ(found.ids, (std::vector<std::string>{"a", "b", "c"}));
    EXPECT_EQ(found.columns.front().values, (std::vector<std::string>{"A", "B", ""}));
    EXPECT_EQ(found.waves[0], (SeriesWave{{true, true, false}, {true, true, false}, {{0, 1, 3}}}));
    EXPECT_EQ(found.waves[1], (SeriesWave{{true, true, true}, {false, true, true}, {{2, 0, 1}}}));
}

TEST(WaveSeries, TakesEverybodyForAMemberWithoutARoster) {
    const std::vector<WaveDocument> waves{{{.ids = {"a", "b"}, .ties = {{0, 1, 1}}}, {true, true}, false},
                                          {{.ids = {"b", "c"}, .ties = {{0, 1, 1}}}, {true, true}, false}};
    for (const SeriesWave& wave : joined(waves).waves)
        EXPECT_EQ(wave.has_answered, (std::vector<bool>{true, true, true}));
}

TEST(WaveSeries, SaysWhereItStumbles) {
    EXPECT_EQ(refusal("<gexf><graph mode='dynamic'><nodes>\n<node id='a'><spells><spell start='2011-01-01'/>"
                      "</spells></node></nodes></graph></gexf>"),
              "row:2/start not_a_number");
    EXPECT_EQ(refusal("<gexf><graph mode='dynamic' end='1e9'/></gexf>"), "row:1/end not_a_wave");
}

}  // namespace konbit::network
