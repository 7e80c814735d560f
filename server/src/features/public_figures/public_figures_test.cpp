// SPDX-License-Identifier: Apache-2.0
#include "features/public_figures/public_figures.hpp"

#include "features/networks/analyze.hpp"
#include "features/networks/demo_wave_test.hpp"
#include "json/writer.hpp"

#include <gtest/gtest.h>

namespace konbit::public_figures {
namespace {

using networks::DemoWave;
using networks::WaveData;
using enum QuestionKey;

Result<PublicWave> shown(const WaveData& data) { return public_wave_of(data, networks::analyze(data)); }

std::string reason(const WaveData& data) {
    const auto wave = shown(data);
    return wave ? "" : wave.error().reason;
}

totals::TotalsTable table_of(std::vector<stories::StoryGroup> groups, const std::vector<double>& shares) {
    totals::TotalsTable table{.groups = std::move(groups)};
    const int count = static_cast<int>(table.groups.size());
    for (int i = 0; i < std::ssize(shares); ++i) table.cells.push_back({i / count, i % count, shares[i]});
    return table;
}

TEST(PublicFigures, AreThoseOfOpenQuestionsWithTheRangeThatSilenceLeaves) {
    const auto wave = shown(DemoWave(2).data);
    ASSERT_TRUE(wave);
    ASSERT_EQ(wave->questions.size(), 2u);
    const auto& first = wave->questions.front();
    EXPECT_EQ(first.key, know);
    EXPECT_EQ(wave->questions.back().key, worked_together);
    // 339 of 675 among 25 of 28 members, told as 0.5: from 0.495 * 25/28 = 0.442 to 0.505 * 25/28 + 3/28 =
    // 0.558. What is known exactly, 0.448 to 0.556, lies within.
    EXPECT_EQ(first.answered, 25);
    EXPECT_EQ(first.share, .5);
    EXPECT_EQ(first.share_low, .44);
    EXPECT_EQ(first.share_high, .56);
}

TEST(PublicFigures, DoNotDependOnConfidentialAnswers) {
    auto data = DemoWave(2).data;
    const auto before = json::text_of(*shown(data));
    for (auto& each : data.questions)
        if (each.question.sensitivity != Sensitivity::open) each.ties.resize(each.ties.size() / 2);
    EXPECT_EQ(json::text_of(*shown(data)), before);
}

TEST(PublicFigures, HaveGroupsOfTenOrMore) {
    for (const int number : {1, 2}) {
        const auto wave = shown(DemoWave(number).data);
        ASSERT_TRUE(wave);
        for (const auto& picture : wave->pictures)
            for (const auto& group : picture.groups) EXPECT_GE(group.members, 10);
    }
}

TEST(PublicFigures, AreNoneOnceAnswersWereTakenOut) {
    auto data = DemoWave(2).data;
    data.freeze = networks::Freeze{.release = 2};
    EXPECT_EQ(reason(data), "answers_withdrawn");
}

// 22 of 27 answered. 17 are 63%; nine are too few people whatever the rate.
TEST(PublicFigures, AreNoneBelowTenAndBelowTwoThirds) {
    const auto keeping = [](int count, int members) {
        auto data = DemoWave(1).data;
        for (int i = members; i < data.size(); ++i) data.actors[i].is_asked = false;
        for (auto& question : data.questions) {
            int kept = 0;
            for (auto& row : question.rows)
                if (is_observed(row) && ++kept > count) row = RowState::nonresponse;
            std::erase_if(question.ties, [&](const auto& tie) {
                return !is_observed(question.rows[static_cast<std::size_t>(tie.from)]);
            });
        }
        return reason(data);
    };
    EXPECT_EQ(keeping(17, 27), "low_in_public");
    EXPECT_EQ(keeping(9, 9), "few_in_public");
    EXPECT_EQ(keeping(18, 27), "");
}

TEST(PublicFigures, NeedAnOpenQuestion) {
    auto data = DemoWave(2).data;
    for (auto& each : data.questions) each.question.sensitivity = Sensitivity::limited;
    EXPECT_EQ(reason(data), "no_open_question");
}

TEST(PublicPicture, HasFourWidths) {
    EXPECT_EQ(band_of(0), Band::few);
    EXPECT_EQ(band_of(.10), Band::some);
    EXPECT_EQ(band_of(.25), Band::many);
    EXPECT_EQ(band_of(.5), Band::most);
}

// Six and five answered in the smaller two: together eleven of thirteen.
//   within the first   144 * .5                                 = 72   of 144: .50
//   between            84 * .2 + 72 * .1 + 78 * .3 + 65 * .1    = 53.9 of 299: .18
//   within the others  36 * .4 + 36 * 0 + 35 * .2 + 25 * .6     = 36.4 of 132: .28
TEST(PublicPicture, TakesSmallGroupsTogetherByTheTiesThatWerePossible) {
    const auto picture = picture_of(
        table_of({{"GD", 13, 12}, {"LC", 7, 6}, {"DM", 6, 5}}, {.5, .2, .1, .3, .4, 0, .1, .2, .6}));
    ASSERT_TRUE(picture);
    ASSERT_EQ(picture->groups.size(), 2u);
    EXPECT_EQ(picture->groups[1].code, "");
    EXPECT_EQ(picture->groups[1].members, 13);
    EXPECT_EQ(picture->groups[1].joined, 2);
    EXPECT_EQ(picture->links,
              (std::vector<PublicLink>{{0, 0, Band::most}, {0, 1, Band::some}, {1, 1, Band::many}}));
}

TEST(PublicPicture, LetsNoSmallGroupBeToldByTakingTheOthersAway) {
    const auto picture =
        picture_of(table_of({{"GD", 13, 12}, {"LC", 14, 12}, {"DM", 6, 5}}, std::vector<double>(9, .3)));
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->groups.size(), 2u);
    EXPECT_EQ(picture->groups[0].code, "LC") << "the smallest takes another along";
    EXPECT_FALSE(picture_of(table_of({{"GD", 13, 12}, {"DM", 6, 5}}, std::vector<double>(4, .3))));
}

}  // namespace
}  // namespace konbit::public_figures
