// SPDX-License-Identifier: Apache-2.0
#include "features/exports/network_parts.hpp"

#include "engine/network/wave_series.hpp"
#include "features/networks/network_file.hpp"
#include "features/texts/catalog.hpp"
#include "sheets/archive.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace konbit::exports {
namespace {

using networks::NetworkReport;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr auto know = QuestionKey::know;

void add_member(NetworkReport& report, const std::string& actor, const std::string& label, bool answered) {
    auto& node = report.map.nodes.emplace_back();
    node.id = new_id<WaveMemberId>();
    node.actor = actor;
    node.label = label;
    node.kind = "firm";
    if (answered) node.known_rows = {know};
}

void add_tie(NetworkReport& report, std::size_t from, std::size_t to, int value = 1) {
    report.map.ties.push_back(
        {.from = report.map.nodes[from].id, .to = report.map.nodes[to].id, .question = know, .value = value});
}

NetworkReport asked(std::string title) {
    NetworkReport report;
    report.wave.title = std::move(title);
    report.questions.emplace_back().key = know;
    return report;
}

/// A names B twice as strongly as C names A; B is silent; both unnamed members stand alone.
NetworkReport first_wave() {
    NetworkReport report = asked("Baseline");
    add_member(report, "a", "Alm & Co", true);
    add_member(report, "b", "Bay", false);
    add_member(report, "c", "Cove", true);
    add_member(report, "d", "", true);
    add_member(report, "e", "", true);
    add_tie(report, 0, 1, 2);
    add_tie(report, 2, 0);
    return report;
}

/// B has another name, C has left, F has come; D has its name, which it took back in the first wave.
NetworkReport second_wave() {
    NetworkReport report = asked("After a year");
    add_member(report, "f", "Fort", true);
    add_member(report, "b", "Bay Ltd", true);
    add_member(report, "a", "Alm & Co", true);
    add_member(report, "d", "Dune", true);
    add_tie(report, 1, 2);
    return report;
}

TEST(NetworkParts, KeepIsolatesDirectionWeightsAndNamesInEveryFormatOfOneWave) {
    const NetworkReport report = first_wave();
    const std::array waves{&report};
    for (const auto format : {ExportFormat::csv, ExportFormat::matrix, ExportFormat::graphml,
                              ExportFormat::pajek, ExportFormat::dl, ExportFormat::vna, ExportFormat::json}) {
        const auto parts = network_parts(waves, know, format);
        const auto again = networks::read_network_file(
            parts.front().bytes, static_cast<NetworkFileFormat>(format), network::Direction::directed);
        ASSERT_TRUE(again) << name_of(format);
        EXPECT_THAT(again->ties, ElementsAre(network::WeightedTie{0, 1, 2}, network::WeightedTie{2, 0, 1}))
            << name_of(format);
        if (format == ExportFormat::csv) continue;  // its members stand in the second part
        EXPECT_THAT(again->ids, ElementsAre("Alm & Co", "Bay", "Cove", "unnamed other", "unnamed other (2)"))
            << name_of(format);
    }
}

TEST(NetworkParts, JoinWavesByMemberAndCallEachByItsLatestName) {
    const NetworkReport first = first_wave(), second = second_wave();
    const std::array waves{&first, &second};
    const auto series = network::read_gexf_waves(network_parts(waves, know, ExportFormat::gexf)[0].bytes);
    ASSERT_TRUE(series);
    EXPECT_THAT(series->ids, ElementsAre("Alm & Co", "Bay Ltd", "Cove", "unnamed other", "unnamed other (2)",
                                         "Fort", "Dune"));
    EXPECT_THAT(series->waves[0].has_answered, ElementsAre(true, false, true, true, true, false, false));
    EXPECT_THAT(series->waves[1].is_member, ElementsAre(true, true, false, false, false, true, true));
    EXPECT_THAT(series->waves[1].ties, ElementsAre(network::WeightedTie{1, 0, 1}));
}

TEST(NetworkParts, GiveRsienaUnknownRowsAndStructuralZeros) {
    const NetworkReport first = first_wave(), second = second_wave();
    const std::array waves{&first, &second};
    const auto parts = network_parts(waves, know, ExportFormat::rsiena);
    ASSERT_EQ(parts.size(), 4u);
    EXPECT_THAT(parts[0].bytes, HasSubstr("0 1 0 0 0 10 10\nNA 0 NA NA NA 10 10\n"));
    EXPECT_THAT(parts[1].bytes, HasSubstr("0 0 10 10 10 0 0\n1 0 10 10 10 0 0\n"));
    EXPECT_THAT(parts[2].bytes, HasSubstr("\r\nBay Ltd,firm"));
}

TEST(NetworkParts, CountEveryRowAsKnownWhereNamesAreOff) {
    NetworkReport report = first_wave();
    for (auto& node : report.map.nodes) node.actor.clear();
    const std::array waves{&report};
    EXPECT_THAT(network_parts(waves, know, ExportFormat::rsiena)[0].bytes, testing::Not(HasSubstr("NA")));
    const Catalog texts;  // which says the keys
    EXPECT_THAT(about(waves, {"Stamp.", ExportPurpose::research}, pages::Words(texts, "en")),
                HasSubstr("not_told_apart"));
}

TEST(NetworkParts, CarryTheirWordsInsideOrBesideThem) {
    const NetworkReport report = first_wave();
    const std::array waves{&report};
    const std::string words = "Konbit -- \"stamp\"\nsecond line";
    for (const auto format : {ExportFormat::graphml, ExportFormat::pajek, ExportFormat::json}) {
        const auto file = finished(network_parts(waves, know, format), format, words);
        EXPECT_THAT(file.bytes, HasSubstr("second line")) << name_of(format);
        EXPECT_TRUE(networks::read_network_file(file.bytes, static_cast<NetworkFileFormat>(format),
                                                network::Direction::directed))
            << name_of(format);
    }
    const auto packed = finished(network_parts(waves, know, ExportFormat::dl), ExportFormat::dl, words);
    const auto archive = sheets::Archive::open(packed.bytes);
    EXPECT_EQ(archive->read("about.txt")->value(), words + "\n");
    EXPECT_THAT(archive->read("members.csv")->value(), HasSubstr("\r\nBay,firm"));
    EXPECT_TRUE(archive->read("network.dl")->has_value());
}

}  // namespace
}  // namespace konbit::exports
