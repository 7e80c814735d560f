// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "engine/network/key_players.hpp"
#include "engine/survey/disclosure.hpp"
#include "features/analyses/analysis.hpp"
#include "features/networks/network_report.hpp"
#include "features/stories/groups.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Every measure of the engine, of one question of a wave.
namespace konbit::analyses {

/// The largest set of key players that can be asked for: more have too many sets to try.
inline constexpr int most_key_players = 5;

struct MeasuresAsked {
    QuestionKey question = QuestionKey::know;
    std::optional<stories::StoryGrouping> grouping;  ///< Nothing: the first that tells members apart.
    int key_players = 2;                             ///< Sets of one up to so many members.

    static constexpr auto fields() {
        return std::tuple{
            field("question", &MeasuresAsked::question).defaulted(),
            field("grouping", &MeasuresAsked::grouping),
            field("key_players", &MeasuresAsked::key_players).defaulted(),
        };
    }
};

/// A measure of the whole network.
struct GraphMeasure : networks::Figure {
    std::string page;   ///< What it is about: docs/metrics/<page>.md explains it.
    std::string range;  ///< Of its values: "0..1".
    std::optional<QuestionKey>
        question;  ///< Of sealed ratings, the question; all others are of MeasureReport::question.

    static constexpr auto fields() {
        return std::tuple_cat(
            networks::Figure::fields(),
            std::tuple{field("page", &GraphMeasure::page), field("range", &GraphMeasure::range),
                       field("question", &GraphMeasure::question)});
    }
};

/// A measure of each member.
struct NodeMeasure {
    std::string id;
    std::string page;
    std::string range;
    std::vector<std::optional<double>>
        values;  ///< In the order of MeasureReport::members; nothing where undefined.
    /// Of an estimate, in the same order: the true value lies within two of them for about 85 of 100 members.
    /// Empty where the values are exact.
    std::vector<std::optional<double>> standard_errors;
    std::optional<int>
        pivots;  ///< Of an estimate: from how many members, drawn at random, ways were searched.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &NodeMeasure::id),
            field("page", &NodeMeasure::page),
            field("range", &NodeMeasure::range),
            field("values", &NodeMeasure::values),
            field("standard_errors", &NodeMeasure::standard_errors),
            field("pivots", &NodeMeasure::pivots),
        };
    }
};

struct MeasuredMember {
    WaveMemberId id{};
    std::string label;
    bool answered = false;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &MeasuredMember::id),
            field("label", &MeasuredMember::label),
            field("answered", &MeasuredMember::answered),
        };
    }
};

/// Members who matter most together, for the network to hold or to be told.
struct KeyPlayerMeasure {
    network::KeyPlayerGoal goal = network::KeyPlayerGoal::fragmentation;
    /// Of `fragmentation`: share of pairs of the others without a path. Of `distance_fragmentation`: 1 less
    /// the mean of 1/distance among the others. Of `reach`: members.
    double value = 0;
    bool is_exact = true;               ///< Whether every set of so many was tried.
    std::vector<WaveMemberId> members;  ///< Of equally good sets the first.

    static constexpr auto fields() {
        return std::tuple{
            field("goal", &KeyPlayerMeasure::goal),
            field("value", &KeyPlayerMeasure::value),
            field("is_exact", &KeyPlayerMeasure::is_exact),
            field("members", &KeyPlayerMeasure::members),
        };
    }
};

struct MeasureReport {
    std::string wave_title;
    QuestionKey question = QuestionKey::know;
    std::vector<QuestionKey> questions;  ///< Those that can be looked at: no sealed ones.
    int rows = 0;                        ///< Known by name, on which everything rests.
    int asked = 0;
    disclosure::ReportLevel level = disclosure::ReportLevel::interval_only;
    stories::StoryGrouping grouping = stories::StoryGrouping::country;
    std::vector<stories::StoryGrouping> groupings;  ///< Those in which at least two groups are known.
    std::vector<GroupTies> mixing;  ///< From group to group, among those who answered. None at interval_only,
                                    ///< nor with more than most_groups_in_table groups.
    std::vector<GraphMeasure> graph;
    std::vector<NodeMeasure> nodes;             ///< None unless the question is open and the level full.
    std::vector<MeasuredMember> members;        ///< The same.
    std::vector<KeyPlayerMeasure> key_players;  ///< The same: of one member up to as many as were asked for.

    static constexpr auto fields() {
        return std::tuple{
            field("wave_title", &MeasureReport::wave_title),
            field("question", &MeasureReport::question),
            field("questions", &MeasureReport::questions),
            field("rows", &MeasureReport::rows),
            field("asked", &MeasureReport::asked),
            field("level", &MeasureReport::level),
            field("grouping", &MeasureReport::grouping),
            field("groupings", &MeasureReport::groupings),
            field("mixing", &MeasureReport::mixing),
            field("graph", &MeasureReport::graph),
            field("nodes", &MeasureReport::nodes),
            field("members", &MeasureReport::members),
            field("key_players", &MeasureReport::key_players),
        };
    }
};

inline constexpr int most_groups_in_table = 20;
/// Above so many members, ways from everybody take seconds: betweenness of members is an estimate then, and
/// their closeness and two-step reach are left to the command line.
inline constexpr int most_exact_members = 2000;

/// Whether a report may hold a measure of members by this name.
bool is_member_measure(std::string_view id);

/// Everything the engine says of one question, by one grouping of the roster. Groups are as the roster has
/// them, the smallest too: all of it rests on rows by name, which say more of a group than any sum.
///
/// Measures of single members say who matters: they are worked out for open questions only, and not below
/// disclosure::full_report_rate. Members who did not answer have no value where a measure counts what they
/// would have said. Of ratings (page "perceived"), which are sealed, there are the mean and the number of all
/// that were given, as sealed_figures_of() lets them.
/// @return ErrorCode::not_found with "question" for one that the wave does not ask, or that is sealed;
///         ErrorCode::invalid at /key_players outside 1 .. most_key_players.
/// @complexity O(members^3).
Result<MeasureReport> measures_of(const networks::WaveData& data, const MeasuresAsked& asked,
                                  int most_exact = most_exact_members);

}  // namespace konbit::analyses
