// SPDX-License-Identifier: Apache-2.0
// An attacker who knows everything but the confidential answers, tries every possibility, and keeps those
// that give the figures that were published. What is the same in all of them is no secret any more.
#include "features/networks/tracing.hpp"

#include "features/networks/analyze.hpp"
#include "features/networks/figures.hpp"
#include "features/surveys/instrument.hpp"
#include "json/writer.hpp"

#include <fmt/core.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <bit>
#include <functional>
#include <map>

namespace konbit::networks {
namespace {

using enum QuestionKey;
using Ties = std::vector<Tie>;

QuestionData asked(QuestionKey key, int members, Ties ties) {
    QuestionData data{.question = surveys::new_question(SurveyId(), surveys::in_library(key)),
                      .ties = std::move(ties)};
    data.rows.assign(static_cast<std::size_t>(members), RowState::answered);
    data.is_named.assign(static_cast<std::size_t>(members), data.question.sensitivity != Sensitivity::sealed);
    return data;
}

/// A frozen wave on two islands, of which everybody knows what was said to the first question.
WaveData islands(int members, const Ties& known) {
    WaveData data;
    data.wave.state = WaveState::frozen;
    for (int i = 0; i < members; ++i) {
        auto& actor = data.actors.emplace_back(Actor{.place_in_layout = i});
        actor.member.id = new_id<WaveMemberId>();
        actor.member.label = std::to_string(i);
        actor.member.country_code = i < members / 2 ? "GD" : "LC";
    }
    data.has_declined.resize(data.actors.size());
    data.layout.actor_count = members;
    data.questions.push_back(asked(know, members, known));
    return data;
}

using Look = std::function<std::string(const WaveData&)>;

std::string published(const WaveData& data) { return json::text_of(analyze(data)); }

/// What all possibilities behind one publication have in common, as sets of cells.
struct Alike {
    unsigned ties_in_all = ~0U;
    unsigned ties_in_any = 0;
    int worlds = 0;
};

/// How many possibilities give away at least one of the cells, and how many of those show more than "hidden".
struct Found {
    int traced = 0;
    int publications = 0;
};

/// Tries all sets of ties among `cells`, which are all that is secret of question `key`.
Found attack(const WaveData& around, QuestionKey key, const Ties& cells, const Look& look) {
    std::map<std::string, Alike> seen;
    const unsigned all = (1U << cells.size()) - 1;
    const auto fixed = around.find(key)->ties;
    for (unsigned world = 0; world <= all; ++world) {
        WaveData data = around;
        auto& question =
            *std::ranges::find(data.questions, key, [](const auto& each) { return each.question.key; });
        for (std::size_t i = 0; i < cells.size(); ++i)
            if (world >> i & 1U) question.ties.push_back(cells[i]);
        std::ranges::sort(question.ties);
        auto& alike = seen[look(data)];
        alike = {alike.ties_in_all & world, alike.ties_in_any | world, alike.worlds + 1};
    }
    Found found{.publications = static_cast<int>(seen.size())};
    for (const auto& [text, alike] : seen)
        if (alike.ties_in_all != 0 || alike.ties_in_any != all) found.traced += alike.worlds;
    return found;
}

Found attack_sealed(int members, const Ties& known, const Look& look = published) {
    WaveData data = islands(members, known);
    data.questions.push_back(asked(sensitive, members, {}));
    return attack(data, sensitive, known, look);
}

// 0 1 2 on one island, 3 4 5 on the other.
const Ties one_way{{0, 1}, {0, 3}, {1, 2}, {1, 4}, {2, 0}, {2, 5}, {3, 4}, {4, 5}, {5, 3}};
const Ties both_ways{{0, 1}, {1, 0}, {1, 2}, {2, 1}, {3, 4}, {4, 3}, {4, 5}, {5, 4}};
const Ties few_across{{0, 1}, {1, 2}, {2, 1}, {0, 3}, {3, 0}, {4, 5}, {5, 4}, {3, 4}};

TEST(Attack, RecoversNoSealedTieFromAReport) {
    for (const auto& known : {one_way, both_ways, few_across}) {
        const Found found = attack_sealed(6, known);
        EXPECT_EQ(found.traced, 0);
        EXPECT_GT(found.publications, 3) << "nothing was published, so nothing was tried";
    }
}

// The thresholds of five respondents and three givers alone: whoever sees as many sealed ties as were offered
// knows each of them.
TEST(Attack, SucceedsAgainstATotalOfWhichOnlyTheGiversAreCounted) {
    const Look total = [](const WaveData& data) {
        std::set<int> givers;
        for (const auto& tie : data.find(sensitive)->ties) givers.insert(tie.from);
        return disclosure::may_show_sealed(6, static_cast<int>(givers.size()))
                   ? fmt::format("{}", data.find(sensitive)->ties.size())
                   : "hidden";
    };
    EXPECT_GT(attack_sealed(6, both_ways, total).traced, 0);
}

// Which ties cross the sea, told although only two were offered that do.
TEST(Attack, SucceedsAgainstADivisionThatIsNotSpread) {
    const Look divided = [](const WaveData& data) {
        const auto& question = *data.find(sensitive);
        if (!is_spread(cells_of(question, data))) return std::string("hidden");
        int across = 0;
        for (const auto& tie : question.ties) across += (tie.from < 3) != (tie.to < 3);
        return fmt::format("{} {}", question.ties.size(), across);
    };
    EXPECT_GT(attack_sealed(6, few_across, divided).traced, 0);
}

/// Three of seven agreed to figures only; the others' ties are known by name.
WaveData with_figures_only(const Ties& known, const Ties& named) {
    WaveData data = islands(7, known);
    data.questions.push_back(asked(communicate, 7, named));
    for (const int place : {0, 1, 2}) data.questions.back().is_named[static_cast<std::size_t>(place)] = false;
    data.questions.push_back(asked(worked_together, 7, {{3, 4}, {4, 3}}));
    return data;
}

TEST(Attack, RecoversNoTieThatIsForFiguresOnly) {
    const Ties secret{{0, 1}, {0, 3}, {0, 6}, {1, 0}, {1, 4}, {1, 2}, {2, 5}, {2, 6}, {2, 1}};
    const Ties named{{3, 4}, {4, 5}, {5, 6}, {3, 0}};
    Ties known = secret;
    std::ranges::copy(named, std::back_inserter(known));
    std::ranges::sort(known);
    const Found found = attack(with_figures_only(known, named), communicate, secret, published);
    EXPECT_EQ(found.traced, 0);
    EXPECT_GT(found.publications, 3);
}

/// Seven members of whom six chose figures only; so many of these meet a university monthly.
std::optional<int> regular_members(int meeting) {
    WaveData data = islands(7, one_way);
    auto& externals = data.externals.emplace();
    externals.actors.push_back(
        {.id = new_id<WaveMemberId>(), .label = "University", .kind = ExternalKind::university});
    externals.said = asked(external_ties, 7, {});
    externals.said.question.sensitivity = Sensitivity::limited;
    externals.said.is_named.assign(7, false);
    externals.said.is_named[6] = true;
    for (int member = 0; member < meeting; ++member) externals.said.ties.push_back({member, 0, 2});
    return analyze(data).externals->kinds.front().members;
}

// Three of six could be any three; all six, or all but two, could be told.
TEST(Externals, AreCountedWhereThreeMeetThemAndThreeDoNot) {
    EXPECT_EQ(regular_members(3), 3);
    EXPECT_EQ(regular_members(4), std::nullopt);
    EXPECT_EQ(regular_members(6), std::nullopt);
    EXPECT_EQ(regular_members(0), std::nullopt);
}

// Two members were offered two each, and gave them all: 3 of 5 cells are ties of three givers, and one giver
// left some out.
TEST(Spread, NeedsThreeGiversOfTiesAndThreeOfTheRest) {
    std::vector<Cell> cells{{0, 1, true}, {1, 2, true}, {2, 3, true}, {0, 2, false}, {1, 3, false}};
    EXPECT_FALSE(is_spread(cells));
    cells.push_back({3, 0, false});
    EXPECT_TRUE(is_spread(cells));
    cells.push_back({.from = 4, .to = 0, .is_tie = false, .part = 1});
    EXPECT_FALSE(is_spread(cells)) << "a part of its own with one cell";
    EXPECT_TRUE(is_spread({})) << "nothing can be traced";
}

TEST(Spread, OfRatingsStaysAwayFromBothEnds) {
    QuestionData rated =
        asked(reliability, 6, {{0, 1, 4}, {1, 2, 4}, {2, 3, 4}, {3, 4, 3}, {4, 5, 4}, {5, 0, 4}});
    EXPECT_FALSE(is_spread_rating(rated)) << "one rated below the highest";
    rated.ties = {{0, 1, 4}, {1, 2, 3}, {2, 3, 2}, {3, 4, 1}, {4, 5, 4}, {5, 0, 4}};
    EXPECT_TRUE(is_spread_rating(rated));
    rated.ties.back().from = 0;
    EXPECT_FALSE(is_spread_rating(rated)) << "five raters";
}

/// For each rater a bit for each value that it may have given.
using Possible = std::vector<unsigned>;

bool is_one_value_left(const Possible& possible, const std::vector<int>& insiders) {
    for (int i = 0; i < std::ssize(possible); ++i)
        if (std::ranges::find(insiders, i) == insiders.end() &&
            std::has_single_bit(possible[static_cast<std::size_t>(i)]))
            return true;
    return false;
}

/// Members rate the next one, each set of ratings is looked at, and onlookers who are `insiders` know their
/// own.
/// @return How many sets leave a rating of somebody else only one value.
int traced_ratings(int raters, const std::vector<int>& insiders, const Look& look) {
    WaveData data = islands(7, one_way);
    data.questions.push_back(asked(reliability, 7, {}));
    auto& ratings = data.questions.back().ties;
    for (int i = 0; i < raters; ++i) ratings.push_back({i, (i + 1) % 7, 1});
    std::map<std::string, std::pair<Possible, int>> seen;
    for (int world = 0; world < 1 << (2 * raters); ++world) {
        for (int i = 0; i < raters; ++i)
            ratings[static_cast<std::size_t>(i)].value = 1 + (world >> (2 * i) & 3);
        std::string view = look(data);
        for (const int own : insiders)
            view += fmt::format(" {}", ratings[static_cast<std::size_t>(own)].value);
        auto& [possible, worlds] = seen.try_emplace(view, Possible(ratings.size()), 0).first->second;
        for (std::size_t i = 0; i < ratings.size(); ++i) possible[i] |= 1U << ratings[i].value;
        ++worlds;
    }
    int traced = 0;
    for (const auto& [view, told] : seen)
        if (is_one_value_left(told.first, insiders)) traced += told.second;
    return traced;
}

/// The figures of the ratings, as every page takes them from here: quicker than a whole report.
std::string ratings_told(const WaveData& data) {
    return json::text_of(sealed_figures_of(data.questions.back(), data));
}

TEST(Attack, RecoversNoRatingFromTheirMean) {
    const std::vector<std::vector<int>> onlookers{{}, {0}, {0, 1}, {1, 4}};
    for (const int raters : {3, 4, 5, 6})
        for (const auto& insiders : onlookers)
            if (insiders.empty() || insiders.back() < raters) {
                EXPECT_EQ(traced_ratings(raters, insiders, ratings_told), 0)
                    << raters << " raters, " << insiders.size() << " of them look on";
            }
}

// Of five raters two gave the highest and know it: a mean of 3.4 leaves a 3 for each of the others.
TEST(Attack, FindsRatingsInAMeanThatRestsOnFive) {
    const Look careless = [](const WaveData& data) {
        int sum = 0, below = 0, above = 0;
        for (const auto& each : data.questions.back().ties) {
            sum += each.value;
            below += each.value < 4;
            above += each.value > 1;
        }
        return below >= 3 && above >= 3 ? std::to_string(sum) : "hidden";
    };
    EXPECT_GT(traced_ratings(3, {}, careless), 0);
    EXPECT_GT(traced_ratings(5, {0, 1}, careless), 0);
    EXPECT_EQ(traced_ratings(6, {0, 1}, careless), 0);
}

}  // namespace
}  // namespace konbit::networks
