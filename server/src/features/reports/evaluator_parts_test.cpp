// SPDX-License-Identifier: Apache-2.0
#include "features/reports/evaluator_parts.hpp"

#include "features/analyses/analysis_store.hpp"
#include "features/answers/answering.hpp"
#include "features/networks/analyze.hpp"
#include "features/networks/demo_wave_test.hpp"
#include "features/reports/report_service.hpp"
#include "features/surveys/testing/survey_test.hpp"
#include "features/texts/locale_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit::reports {
namespace {

using enum QuestionKey;
using networks::DemoWave;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// The texts as readers have them.
const Catalog& texts() {
    static const Catalog catalog = [] {
        Catalog all;
        for (const auto& file : locale_files())
            EXPECT_TRUE(all.add(file.path.substr(0, file.path.find('.')), file.bytes));
        return all;
    }();
    return catalog;
}
const pages::Words& english() {
    static const pages::Words words(texts(), "en");
    return words;
}

/// The second wave of the invented cluster, and a change since the first made by hand.
Material material() {
    const DemoWave after(2);
    Material all{.wave = after.data.wave, .network = networks::analyze(after.data)};
    const networks::DensityStrip strip{.zero_filled = .1, .available = .2, .reconstructed = .15};
    all.change.questions = {{.key = know,
                             .respondents = 20,
                             .kept = 30,
                             .lost = 5,
                             .gained = 10,
                             .jaccard = 30. / 45,
                             .strip_before = strip,
                             .strip_after = strip,
                             .is_distinguishable = false}};
    all.change.tables = {{know,
                          stories::StoryGrouping::country,
                          {{"GD", 12, 10, 1}, {"LC", 12, 10, 1}},
                          {{.from = 0, .to = 1, .kept = 30, .lost = 5, .gained = 10, .jaccard = 30. / 45}}}};
    all.change.turnover.since = {WaveId(), "Baseline"};
    all.tables = stories::tables_of(after.data);
    return all;
}

const Part& titled(const std::vector<Part>& parts, std::string_view title) {
    const auto found = std::ranges::find(parts, title, &Part::title);
    EXPECT_NE(found, parts.end()) << title;
    return *found;
}

TEST(GroupParts, SayTheSharesOfThePageOfResultsAndNoCount) {
    const Material all = material();
    const auto told = std::ranges::find_if(all.tables, [](const auto& table) {
        return table.question == know && table.grouping == stories::StoryGrouping::country;
    });
    const auto parts = group_parts(all, english());
    const Part& part = titled(parts, "From group to group: Know each other");
    ASSERT_EQ(part.table.rows.size(), told->cells.size());
    for (std::size_t i = 0; i < told->cells.size(); ++i) {
        ASSERT_EQ(part.table.rows[i].size(), 3u) << "from, to and a share";
        EXPECT_EQ(part.table.rows[i][2], percent(english(), *told->cells[i].share));
    }
    EXPECT_THAT(part.lines, Contains(AllOf(HasSubstr("E-I index "), HasSubstr("p = "))));
}

TEST(GroupParts, KeepToOneGrouping) {
    const Material all = material();
    EXPECT_EQ(grouping_of(all), stories::StoryGrouping::country);
    const auto asked =
        std::ranges::count(all.tables, stories::StoryGrouping::country, &stories::StoryTable::grouping);
    EXPECT_EQ(std::ssize(group_parts(all, english())), asked);
}

TEST(GroupParts, SayWhatIsWithheld) {
    Material all = material();
    for (auto& table : all.tables)
        if (table.question == know) table.groups.clear(), table.cells.clear(), table.reason = "few";
    const auto parts = group_parts(all, english());
    const Part& part = titled(parts, "From group to group: Know each other");
    EXPECT_THAT(part.table.rows, IsEmpty());
    EXPECT_THAT(part.lines, ElementsAre(HasSubstr("Withheld")));
    all.tables.clear();
    EXPECT_THAT(group_parts(all, english()).front().lines, ElementsAre(HasSubstr("Withheld")));
}

TEST(ChangeParts, SayKeptNewLostJaccardAndRange) {
    const Material all = material();
    const auto& know_change =
        *std::ranges::find(all.change.questions, know, &wave_changes::QuestionChange::key);
    const auto parts = change_parts(all, english());
    const auto& row = titled(parts, "What changed").table.rows.front();
    EXPECT_THAT(row, ElementsAre("Know each other", english().number(know_change.respondents),
                                 english().number(know_change.kept), english().number(know_change.gained),
                                 english().number(know_change.lost), percent(english(), *know_change.jaccard),
                                 HasSubstr("% to ")));
}

TEST(ChangeParts, WithholdWhatRestsOnFewerThanFive) {
    Material all = material();
    for (auto& question : all.change.questions) question.respondents = 4;
    const auto row = change_parts(all, english()).front().table.rows.front();
    for (std::size_t i = 1; i < row.size(); ++i) EXPECT_EQ(row[i], "withheld");
}

// Two members who answered both times stand in no group: totals less groups would be their ties.
TEST(ChangeParts, WithholdGroupsThatLeaveFewerThanFiveOver) {
    Material all = material();
    const auto title = "Change from group to group: Know each other";
    const auto before = change_parts(all, english());
    EXPECT_FALSE(titled(before, title).table.rows.empty());
    for (auto& question : all.change.questions)
        if (question.key == know) question.respondents += 2;
    const auto after = change_parts(all, english());
    EXPECT_THAT(titled(after, title).table.rows, IsEmpty());
    EXPECT_THAT(titled(after, title).lines, ElementsAre(HasSubstr("Withheld")));
}

wave_changes::TimelineWave point(const Wave& wave, std::int64_t rows) {
    networks::FunnelStep step{.key = know, .ties = 4, .possible = rows * 9, .share = .4};
    return {.id = wave.id,
            .title = wave.title,
            .state = wave.state,
            .members = 10,
            .asked = 10,
            .answered = static_cast<int>(rows),
            .steps = {{step, {}, {}}}};
}

TEST(TimelinePart, EndsWithItsOwnWaveAndTellsNothingOfOpenOnes) {
    Material all;
    Wave one{.id = new_id<WaveId>(), .title = "One", .state = WaveState::frozen};
    Wave open{.id = new_id<WaveId>(), .title = "Open", .state = WaveState::open};
    Wave own{.id = new_id<WaveId>(), .title = "Own", .state = WaveState::closed};
    Wave later{.id = new_id<WaveId>(), .title = "Later", .state = WaveState::frozen};
    all.network.wave.id = own.id;
    all.timeline.waves = {point(one, 4), point(open, 9), point(own, 5), point(later, 9)};
    const Part part = timeline_part(all, english());
    ASSERT_THAT(part.table.rows, SizeIs(2));
    EXPECT_THAT(part.table.rows[0], ElementsAre("One", "4 of 10 (40%)", "Know each other", "withheld", ""));
    EXPECT_THAT(part.table.rows[1], ElementsAre("Own", "5 of 10 (50%)", "Know each other", "40%", ""));
}

analyses::AnalysisView finished(AnalysisKind kind) {
    analyses::AnalysisView view;
    view.asked = {.kind = kind, .question = know, .beside = {communicate}};
    view.state = AnalysisState::done;
    view.engine_version = "1";
    view.input_sha256 = std::string(64, 'a');
    view.result = AnalysisResult{.verdict = Verdict::more, .members = 9, .asked = 10, .pairs = 72};
    return view;
}

TEST(TestsPart, SayResultChanceDrawsSeedAndEngine) {
    Material all;
    auto alike = finished(AnalysisKind::alike);
    alike.result->test = ChanceTest{.observed = .5, .p_ge = .0002, .p_le = 1, .count = 5000};
    auto explained = finished(AnalysisKind::explained);
    explained.result->terms = {{"intercept", .1, {}}, {"communicate", .23, .012}, {"same_country", .01, .8}};
    all.tests.items = {alike, explained};
    const Part part = tests_part(all, english());
    ASSERT_THAT(part.table.rows, SizeIs(2));
    EXPECT_THAT(
        part.table.rows[0],
        ElementsAre("Do two kinds of ties go together? Know each other · Communicate",
                    AllOf(HasSubstr("go together, more than chance"), HasSubstr("9 of 10 members, 72 pairs")),
                    "< 0.001 for as much or more; 1.000 for as little or less", "5,000, seed 1",
                    "Engine 1, input aaaaaaaaaaaa."));
    EXPECT_THAT(part.table.rows[1][1], HasSubstr("with: Communicate (+23 points)."));
    EXPECT_EQ(part.table.rows[1][2], "Communicate: 0.012; Same country: 0.800");
    EXPECT_EQ(part.table.rows[1][3], "2,000, seed 1");
    EXPECT_EQ(chance(.0125, pages::Words(texts(), "es")).substr(0, 3), "0,0");
}

TEST(TestsPart, LeaveOutWhatRestsOnAnswersThatChangedOrOnFew) {
    Material all;
    auto outdated = finished(AnalysisKind::alike), few = outdated, failed = outdated;
    outdated.is_current = false;
    few.result->members = 4;
    failed.state = AnalysisState::failed, failed.result.reset();
    all.tests.items = {outdated, few, failed};
    const Part part = tests_part(all, english());
    EXPECT_THAT(part.table.rows, IsEmpty());
    EXPECT_THAT(part.lines, ElementsAre(HasSubstr("No test was run"), HasSubstr("1 more test was run")));
}

/// Twelve members, six makers and six growers, each of whom knows the next three.
class EvaluatorMaterial : public testing::SurveyTest {
  protected:
    void SetUp() override {
        SurveyTest::SetUp();
        for (int i = 4; i < 12; ++i) insert_member(i);
    }
    Wave closed_wave(bool is_baseline) {
        const Wave wave = make_open_wave(is_baseline);
        for (int from = 0; from < 12; ++from) {
            const auto by = respondent(wave, from);
            for (int step = 1; step <= 3; ++step)
                EXPECT_TRUE(try_tap(wave, by, know, (from + step) % 12, {1, "phone", ++sequence_, false}));
            write([&](db::Session& session) {
                return answers::finish(session, by, "RECEIPT1", clock().now());
            });
        }
        return move(wave, surveys::WaveEvent::closed);
    }
    Material read(const Wave& wave, Audience audience = Audience::evaluator) {
        return read_material(app(), System::analyst(cluster_, wave.id), audience).value();
    }
    void add_finished_test(const Wave& wave) {
        const Analyst by = System::analyst(cluster_, wave.id);
        db().write([&](db::Session& session) {
            auto test = finished(AnalysisKind::alike);
            test.id = new_id<AnalysisId>();
            test.wave_id = wave.id;
            test.engine_version = networks::engine_version;
            test.input_sha256 = analyses::load(session, by, test.asked)->sha256;
            test.finished_at = test.asked_at = clock().now();
            analyses::insert(session, test);
        });
    }

    std::int64_t sequence_ = 0;
};
KONBIT_ON_BOTH_DATABASES(EvaluatorMaterial);

TEST_P(EvaluatorMaterial, HoldsTablesTimelineAndTestsOfTheWave) {
    const Wave first = closed_wave(true);
    clock().advance(day_ms);
    const Wave second = closed_wave(false);
    add_finished_test(second);
    const Material all = read(second);
    EXPECT_EQ(grouping_of(all), stories::StoryGrouping::subsector) << "all sit in one country";
    EXPECT_THAT(all.timeline.waves, SizeIs(2));
    ASSERT_THAT(all.tests.items, SizeIs(1));
    EXPECT_TRUE(all.tests.items.front().is_current);
    const Report report = evaluator_report(all, english());
    EXPECT_THAT(titled(report.parts, "From group to group: Know each other").table.rows, SizeIs(4));
    EXPECT_THAT(titled(report.parts, "Change from group to group: Know each other").table.rows, SizeIs(4));
    EXPECT_THAT(titled(report.parts, "Tests that were run").table.rows, SizeIs(1));
    const auto& timeline = titled(report.parts, "The funnel through all waves").table.rows;
    EXPECT_EQ(timeline.front().front(), first.title);
    for (const auto& part : report.parts) {
        for (const auto& row : part.table.rows) {
            EXPECT_EQ(row.size(), part.table.head.size()) << part.title;
            for (const auto& cell : row)
                EXPECT_THAT(cell, ::testing::Not(HasSubstr("Member "))) << part.title;
        }
        for (const auto& line : part.lines)
            EXPECT_THAT(line, ::testing::Not(HasSubstr("Member "))) << part.title;
    }
}

TEST_P(EvaluatorMaterial, IsReadForTheEvaluatorOnly) {
    const Wave wave = closed_wave(true);
    add_finished_test(wave);
    const Material board = read(wave, Audience::board);
    EXPECT_THAT(board.tables, IsEmpty());
    EXPECT_THAT(board.tests.items, IsEmpty());
    EXPECT_THAT(board.timeline.waves, IsEmpty());
}

}  // namespace
}  // namespace konbit::reports
