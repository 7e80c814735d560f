// SPDX-License-Identifier: Apache-2.0
#include "features/networks/analyze.hpp"

#include "engine/network/cut_points.hpp"
#include "features/networks/demo_wave_test.hpp"
#include "features/networks/observation.hpp"
#include "json/writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace konbit::networks {
namespace {

const QuestionReport& question(const NetworkReport& report, QuestionKey key) {
    for (const auto& each : report.questions)
        if (each.key == key) return each;
    throw std::out_of_range("question");
}

const Figure& figure(const NetworkReport& report, QuestionKey key, std::string_view id) {
    for (const auto& each : question(report, key).figures)
        if (each.id == id) return each;
    throw std::out_of_range(std::string(id));
}

double value(const NetworkReport& report, QuestionKey key, std::string_view id) {
    return figure(report, key, id).value.value_or(NAN);
}

using enum QuestionKey;

/// The figures of the demonstration story, section 3, which were worked out without this code.
class Demo : public testing::Test {
  protected:
    static const NetworkReport& first() {
        static const NetworkReport report = analyze(DemoWave(1).data);
        return report;
    }
    static const NetworkReport& second() {
        static const NetworkReport report = analyze(DemoWave(2).data);
        return report;
    }
};

TEST_F(Demo, CountsWhoAnswered) {
    EXPECT_EQ(first().response.answered, 22);
    EXPECT_EQ(first().response.asked, 27);
    EXPECT_EQ(first().response.declined, 1);
    EXPECT_EQ(first().response.level, disclosure::ReportLevel::full);
    EXPECT_NEAR(*second().response.rate, .893, .0005);
}

TEST_F(Demo, WarnsOfTheMissingMemberWhomManyName) {
    EXPECT_THAT(first().response.missing_prominent, testing::ElementsAre("M17"));
    EXPECT_THAT(second().response.missing_prominent, testing::IsEmpty());
}

TEST_F(Demo, DoesNotChaseWhoeverDeclined) {
    DemoWave wave(1);
    wave.data.has_declined[static_cast<std::size_t>(wave.place("M17"))] = true;
    EXPECT_THAT(analyze(wave.data).response.missing_prominent, ::testing::IsEmpty());
}

TEST_F(Demo, HasTheDensitiesOfObservedRows) {
    EXPECT_NEAR(value(first(), know, "density"), .4283, .00005);
    EXPECT_NEAR(value(first(), communicate, "density"), .1888, .00005);
    EXPECT_NEAR(value(first(), sensitive, "density"), .0350, .00005);
    EXPECT_NEAR(value(first(), worked_together, "density"), .0420, .00005);
    EXPECT_NEAR(value(second(), know, "density"), .5022, .00005);
    EXPECT_NEAR(value(second(), communicate, "density"), .2474, .00005);
    EXPECT_NEAR(value(second(), sensitive, "density"), .0667, .00005);
    EXPECT_NEAR(value(second(), worked_together, "density"), .0800, .00005);
}

TEST_F(Demo, HasTheReciprocityOfPairsWhoBothAnswered) {
    EXPECT_NEAR(value(first(), know, "reciprocity_edgewise"), .863, .0005);
    EXPECT_NEAR(value(first(), communicate, "reciprocity_edgewise"), .667, .0005);
    EXPECT_NEAR(value(second(), communicate, "reciprocity_edgewise"), .679, .0005);
    EXPECT_NEAR(value(second(), worked_together, "reciprocity_edgewise"), .415, .0005);
}

TEST_F(Demo, CountsTiesAcrossTheSea) {
    EXPECT_EQ(value(first(), know, "ties_across_countries"), 68);
    EXPECT_EQ(value(first(), communicate, "ties_across_countries"), 11);
    EXPECT_EQ(value(second(), communicate, "ties_across_countries"), 43);
}

TEST_F(Demo, HangsTogetherByOneOfficeInTheFirstWave) {
    const DemoWave wave(1);
    const auto network = observed(*wave.data.find(communicate), Rows::observed);
    EXPECT_THAT(cut_points(reconstructed(network).graph).articulation_points,
                testing::ElementsAre(wave.place("M10")));
    EXPECT_EQ(value(first(), communicate, "articulation_points_undirected_count"), 1);
    EXPECT_EQ(value(first(), communicate, "silent_isolates"), 1) << "M24";
    EXPECT_EQ(value(first(), communicate, "isolates"), 0) << "of M24 nothing is known";
}

TEST_F(Demo, FallsIntoThreeIslandsWithoutTheFacilitator) {
    const Sentence& said = first().sentences[3];
    EXPECT_EQ(said.key, "network.sentence.without_facilitator.falls_apart");
    EXPECT_EQ(said.params.at("sizes").text, R"(["10","9","6"])");
    EXPECT_EQ(said.params.at("unknown").text, "1");
    EXPECT_EQ(said.params.at("alone").text, "0");
}

TEST_F(Demo, HoldsWithoutTheFacilitatorAYearLater) {
    EXPECT_EQ(second().sentences[3].key, "network.sentence.without_facilitator.holds");
    EXPECT_EQ(second().sentences[3].params.at("sizes").text, R"(["27"])");
}

// Wave 1: two givers of competitors, none of sensitive ties across islands. Wave 2: one giver across islands.
TEST_F(Demo, HidesSealedFiguresOfFewGivers) {
    EXPECT_EQ(question(first(), competitor).shown, Shown::hidden);
    EXPECT_EQ(question(first(), competitor).hidden_reason, "few_givers");
    for (const auto& each : question(first(), competitor).figures) {
        EXPECT_TRUE(each.suppressed) << each.id;
        EXPECT_FALSE(each.value) << each.id;
    }
    EXPECT_TRUE(figure(first(), sensitive, "ties_across_countries").suppressed);
    EXPECT_TRUE(figure(second(), sensitive, "ties_across_countries").suppressed);
}

TEST_F(Demo, ShowsSealedFiguresAboveTheThresholds) {
    EXPECT_EQ(question(second(), competitor).shown, Shown::aggregate);
    EXPECT_EQ(value(second(), competitor, "m"), 11);
    EXPECT_EQ(value(second(), sensitive, "m"), 45);
}

// A count that is looked up twice would tell who of those who answered preferred not to say.
TEST_F(Demo, CountsNothingOfSealedQuestionsBeforeTheEnd) {
    DemoWave wave(2);
    wave.data.wave.state = WaveState::open;
    const auto report = analyze(wave.data);
    EXPECT_EQ(question(report, sensitive).observed_rows, 0);
    for (const auto& each : question(report, sensitive).figures) {
        EXPECT_EQ(each.n, 0) << each.id;
        EXPECT_FALSE(each.coverage) << each.id;
    }
}

TEST_F(Demo, NamesNoGiverOfASealedTie) {
    for (const auto& tie : first().map.ties) {
        EXPECT_NE(tie.question, sensitive);
        EXPECT_NE(tie.question, competitor);
    }
    EXPECT_THAT(first().map.layout_from, testing::ElementsAre(know, communicate, worked_together));
    EXPECT_EQ(question(second(), sensitive).named_rows, 0);
}

TEST_F(Demo, DrawsEveryNamedTieOnce) {
    EXPECT_EQ(first().map.ties.size(), 245u + 108u + 24u);
    EXPECT_EQ(first().map.question, communicate);
    for (const auto& node : first().map.nodes) {
        EXPECT_LE(std::abs(node.x), 1.0 + 1e-9) << node.label;
        EXPECT_LE(std::abs(node.y), 1.0 + 1e-9) << node.label;
    }
}

// 245 of 22 * 26 possible ties; the later questions were asked about those 245: 108 are communication, 20
// sensitive, 24 work.
TEST_F(Demo, NarrowsLikeAFunnel) {
    const auto& steps = first().funnel;
    ASSERT_EQ(steps.size(), 4u);
    EXPECT_EQ(steps[0].ties, 245);
    EXPECT_EQ(steps[0].possible, 572);
    EXPECT_FALSE(steps[0].base);
    EXPECT_FALSE(steps[0].share_of_base);
    EXPECT_NEAR(*steps[1].share_of_base, 108.0 / 245, 1e-12);
    EXPECT_NEAR(*steps[2].share_of_base, 20.0 / 245, 1e-12);
    EXPECT_EQ(steps[3].key, worked_together);
    EXPECT_EQ(steps[3].base, know) << "its gate, not the question before it";
    EXPECT_NEAR(*steps[3].share_of_base, 24.0 / 245, 1e-12);
}

TEST_F(Demo, SaysExactlyFiveSentences) {
    EXPECT_EQ(first().sentences.size(), 5u);
    EXPECT_EQ(first().sentences[0].key, "network.sentence.response.full_but_missing");
    EXPECT_EQ(second().sentences[0].key, "network.sentence.response.full");
    EXPECT_EQ(first().sentences[1].params.at("worked").text, "24");
}

TEST_F(Demo, GivesEqualReportsForEqualInput) {
    const DemoWave wave(2);
    EXPECT_EQ(json::text_of(analyze(wave.data)), json::text_of(analyze(wave.data)));
}

/// Three members; 0 names 1 and 2, 1 says nothing yet, 2 says "nobody".
WaveData three_members(RowState second_row) {
    WaveData data;
    data.wave.state = WaveState::closed;
    for (int i = 0; i < 3; ++i) {
        auto& actor = data.actors.emplace_back(Actor{.place_in_layout = i});
        actor.member.id = new_id<WaveMemberId>();
        actor.member.label = std::to_string(i);
        actor.member.country_code = "GD";
    }
    data.has_declined.resize(3);
    data.layout.actor_count = 3;
    Question question;
    data.questions.push_back({.question = question,
                              .rows = {RowState::answered, second_row, RowState::answered_empty},
                              .is_named = {true, true, true},
                              .ties = {{0, 1, 1}, {0, 2, 1}}});
    return data;
}

// Two ties of two rows with two cells each; the third row is not a row of zeros.
TEST(Nonresponse, IsMissingAndNotZero) {
    EXPECT_DOUBLE_EQ(value(analyze(three_members(RowState::nonresponse)), know, "density"), 2.0 / 4);
    EXPECT_DOUBLE_EQ(value(analyze(three_members(RowState::answered_empty)), know, "density"), 2.0 / 6);
}

TEST(Nonresponse, OfEverybodyLeavesNothingKnown) {
    auto data = three_members(RowState::nonresponse);
    data.questions[0].rows.assign(3, RowState::nonresponse);
    data.questions[0].ties.clear();
    const auto report = analyze(data);
    EXPECT_FALSE(figure(report, know, "m").value);
    EXPECT_FALSE(figure(report, know, "ties_across_countries").value);
    EXPECT_EQ(question(report, know).observed_rows, 0);
}

// 0 names 1 and 2. With one country of three known no tie can be placed; with two, one of the two ties can.
TEST(Countries, AreUnknownWhereNobodyStatedThem) {
    auto data = three_members(RowState::nonresponse);
    for (auto& actor : data.actors) actor.member.country_code.clear();
    data.actors[0].member.country_code = "GD";
    const auto unknown = analyze(data);
    EXPECT_FALSE(figure(unknown, know, "ties_across_countries").value) << "unknown, not zero";
    EXPECT_EQ(figure(unknown, know, "ties_across_countries").reason, "countries_unknown");
    EXPECT_FALSE(figure(unknown, know, "ties_across_countries").suppressed);
    data.actors[1].member.country_code = "LC";
    const auto half = analyze(data);
    EXPECT_EQ(value(half, know, "ties_across_countries"), 1);
    EXPECT_DOUBLE_EQ(*figure(half, know, "ties_across_countries").coverage, 2.0 / 3 * 1 / 2);
}

// Two acquaintances; who works with a stranger is not asked, and is not counted.
TEST(Funnel, CountsOfTheGateOnly) {
    auto data = three_members(RowState::answered_empty);
    for (const auto key : {communicate, worked_together}) {
        auto each = data.questions[0];
        each.question.key = key;
        each.question.gate = know;
        each.ties = {{0, 1, 1}, {2, 0, 1}};
        data.questions.push_back(each);
    }
    const auto report = analyze(data);
    EXPECT_EQ(report.sentences[1].params.at("know").text, "2");
    EXPECT_EQ(report.sentences[1].params.at("communicate").text, "1");
    EXPECT_EQ(report.sentences[1].params.at("worked").text, "1");
    EXPECT_DOUBLE_EQ(*report.funnel[2].share_of_base, 1.0 / 2);
}

TEST(Nonresponse, LeavesPartialDeclinedAndWithdrawnRowsUnknown) {
    for (const auto state : {RowState::partial, RowState::declined, RowState::withdrawn})
        EXPECT_EQ(question(analyze(three_members(state)), know).observed_rows, 2) << name_of(state);
}

// 2 of 3 is 66.7%: direction only, so nobody is named as a connector and no betweenness is given.
TEST(LowResponse, NamesNoConnectors) {
    const auto report = analyze(three_members(RowState::nonresponse));
    EXPECT_EQ(report.response.level, disclosure::ReportLevel::directional);
    EXPECT_EQ(report.sentences[2].key, "network.sentence.connectors.low_response");
    for (const auto& node : report.map.nodes) EXPECT_FALSE(node.betweenness);
}

// One of three rows known: the density lies between 2 of 6 cells and 6 of 6.
TEST(LowResponse, LeavesAnIntervalOfTheDensity) {
    auto data = three_members(RowState::nonresponse);
    data.questions[0].rows[2] = RowState::nonresponse;
    const auto report = analyze(data);
    EXPECT_EQ(report.response.level, disclosure::ReportLevel::interval_only);
    EXPECT_DOUBLE_EQ(value(report, know, "density_low"), 2.0 / 6);
    EXPECT_DOUBLE_EQ(value(report, know, "density_high"), 1.0);
    EXPECT_TRUE(figure(report, know, "density").suppressed);
    for (const auto& step : report.funnel) EXPECT_TRUE(step.suppressed && !step.share && !step.ties);
    for (const auto& node : report.map.nodes)
        EXPECT_TRUE(!node.indegree && !node.indegree_share && !node.outdegree)
            << "who is named most is not known from a third of the answers";
    EXPECT_EQ(report.sentences[1].key, "network.sentence.funnel.low_response");
    EXPECT_TRUE(report.response.missing_prominent.empty()) << "named once is not named often";
}

/// The second demonstration wave in which some members agreed to figures only.
WaveData with_unnamed(const std::vector<std::string>& members, WaveState state) {
    DemoWave wave(2);
    wave.data.wave.state = state;
    for (auto& each : wave.data.questions)
        if (each.question.key == communicate)
            for (const auto& member : members)
                each.is_named[static_cast<std::size_t>(wave.place(member))] = false;
    return wave.data;
}

TEST(LimitedQuestions, ShowRowsByNameOnlyWithConsent) {
    const auto data = with_unnamed({"M01", "M02", "M03"}, WaveState::frozen);
    const auto report = analyze(data);
    EXPECT_EQ(question(report, communicate).observed_rows, 25);
    EXPECT_EQ(question(report, communicate).named_rows, 22);
    EXPECT_EQ(value(report, communicate, "m"), 167) << "figures count every observed row";
    for (const auto& tie : report.map.ties)
        if (tie.question == communicate)
            for (const int place : {0, 1, 2})
                EXPECT_NE(tie.from, data.actors[static_cast<std::size_t>(place)].member.id);
}

// Figures of 25 rows less the ties by name of 23 would be those of two members.
TEST(LimitedQuestions, LeaveOutRowsThatSubtractionWouldTell) {
    const auto few = analyze(with_unnamed({"M01", "M02"}, WaveState::frozen));
    EXPECT_EQ(question(few, communicate).observed_rows, 23);
    EXPECT_EQ(figure(few, communicate, "m").n, 23);
    // Knowing and working together count 25 rows: one sentence about all three rests on the 23 that answered
    // all.
    EXPECT_EQ(few.sentences[1].n, 23);
    EXPECT_EQ(few.sentences[1].params.at("possible").text, "621") << "23 rows of 27 others";
    for (const auto state : {WaveState::open, WaveState::closed}) {
        const auto early = analyze(with_unnamed({"M01", "M02", "M03"}, state));
        EXPECT_EQ(question(early, communicate).observed_rows, 22);
        EXPECT_EQ(early.response.answered, 25) << "that they answered is no secret";
    }
}

// A closed wave can be opened again for a single answer, or for taking one back; the totals before and after
// would tell what it said.
TEST(SealedQuestions, WaitUntilTheWaveIsFrozen) {
    auto wave = DemoWave(2).data;
    for (const auto state : {WaveState::open, WaveState::closed}) {
        wave.wave.state = state;
        const auto report = analyze(wave);
        EXPECT_EQ(question(report, sensitive).hidden_reason, "wave_not_frozen");
        EXPECT_TRUE(report.funnel[2].suppressed);
        EXPECT_FALSE(report.funnel[2].ties);
    }
}

/// Six members who each rate the next one, in a wave that asks how far one can rely on the others.
WaveData six_ratings(const std::vector<int>& ratings) {
    auto data = three_members(RowState::answered_empty);
    for (int i = 3; i < 6; ++i) {
        data.actors.push_back(data.actors.front());
        data.actors.back() = {.member = data.actors.front().member, .place_in_layout = i};
    }
    data.has_declined.resize(6);
    data.layout.actor_count = 6;
    data.wave.state = WaveState::frozen;
    for (auto& each : data.questions) {
        each.rows.assign(6, RowState::answered_empty);
        each.is_named.assign(6, true);
    }
    QuestionData rated{.question = surveys::new_question(SurveyId(), surveys::in_library(reliability)),
                       .rows = std::vector(6, RowState::answered),
                       .is_named = std::vector(6, false)};
    for (int i = 0; i < std::ssize(ratings); ++i)
        rated.ties.push_back({i, (i + 1) % 6, ratings[static_cast<std::size_t>(i)]});
    data.questions.push_back(std::move(rated));
    return data;
}

// (4 + 3 + 1 + 2 + 3 + 2) / 6: a rating is no tie, so there is no density of it.
TEST(Ratings, AreSummedUpAsTheirMean) {
    const auto report = analyze(six_ratings({4, 3, 1, 2, 3, 2}));
    EXPECT_DOUBLE_EQ(value(report, reliability, "mean_rating"), 2.5);
    EXPECT_EQ(value(report, reliability, "ratings"), 6);
    EXPECT_THROW(figure(report, reliability, "density"), std::out_of_range);
    for (const auto& step : report.funnel) EXPECT_NE(step.key, reliability);
}

TEST(Ratings, OfFewerThanSixRatersAreHidden) {
    for (const auto& given : {std::vector{4, 3}, {4, 3, 1, 2, 2}}) {
        const auto report = analyze(six_ratings(given));
        EXPECT_EQ(question(report, reliability).hidden_reason, "few_givers");
        EXPECT_TRUE(figure(report, reliability, "mean_rating").suppressed);
    }
}

// All sealed ties, less those of the members who may be followed by name, would be the ties of the one who
// agreed to figures only.
TEST(SealedQuestions, AreNoShareOfAGateThatLeavesOneMemberOut) {
    auto data = DemoWave(2).data;
    ASSERT_TRUE(analyze(data).funnel[2].share_of_base);
    auto& gate = data.questions.front();
    gate.question.sensitivity = Sensitivity::limited;
    const auto giver = static_cast<std::size_t>(data.find(sensitive)->ties.front().from);
    gate.is_named[giver] = false;
    EXPECT_FALSE(analyze(data).funnel[2].share_of_base);
}

// Members who know each other would be proposed to each other.
TEST(Introductions, WaitForAnOpenAnswerToWhoKnowsWhom) {
    auto data = DemoWave(2).data;
    ASSERT_NE(analyze(data).sentences[4].key, "network.sentence.next.nobody");
    data.questions.front().question.sensitivity = Sensitivity::limited;
    EXPECT_EQ(analyze(data).sentences[4].key, "network.sentence.next.nobody");
}

// The sentence of the funnel counts three questions: sealed, one of them may not be counted in it.
TEST(SealedQuestions, StayOutOfTheSentences) {
    auto data = DemoWave(2).data;
    for (auto& each : data.questions)
        if (each.question.key == communicate) each.question.sensitivity = Sensitivity::sealed;
    EXPECT_EQ(analyze(data).sentences[1].key, "network.sentence.funnel.one_question");
}

TEST(EmptyWave, StillSaysFiveSentences) {
    auto data = three_members(RowState::nonresponse);
    for (auto& row : data.questions[0].rows) row = RowState::nonresponse;
    data.questions[0].ties.clear();
    EXPECT_EQ(analyze(data).sentences.size(), 5u);
}

// Twenty-two rows, none by name: figures of all once nothing can change any more, and no line on the map.
TEST_F(Demo, DrawsNothingThatIsNotForTheFacilitator) {
    DemoWave demo(1);
    auto& asked =
        *std::ranges::find(demo.data.questions, know, [](const auto& each) { return each.question.key; });
    asked.question.purposes = {AnswerPurpose::evaluation};
    asked.is_named.assign(asked.is_named.size(), false);
    const auto report = analyze(demo.data);
    EXPECT_EQ(question(report, know).shown, Shown::aggregate);
    EXPECT_NEAR(value(report, know, "density"), .4283, .00005);
    for (const auto& tie : report.map.ties) EXPECT_NE(tie.question, know);
}

TEST_F(Demo, CountsPairsByTheRuleOfTheQuestion) {
    DemoWave demo(1);
    auto& asked =
        *std::ranges::find(demo.data.questions, know, [](const auto& each) { return each.question.key; });
    const double any = value(analyze(demo.data), know, "pairs");
    asked.question.symmetrization = Symmetrization::and_or_single;
    EXPECT_LT(value(analyze(demo.data), know, "pairs"), any);
    asked.question.symmetrization = Symmetrization::directed;
    EXPECT_FALSE(figure(analyze(demo.data), know, "pairs").value);
}

}  // namespace
}  // namespace konbit::networks
