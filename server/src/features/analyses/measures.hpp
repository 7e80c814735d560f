// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "engine/network/key_players.hpp"
#include "engine/survey/disclosure.hpp"
#include "features/networks/network_report.hpp"

#include <optional>
#include <string>
#include <vector>

/// Every measure of the engine, of one question of a wave.
namespace konbit::analyses {

/// A measure of the whole network.
struct GraphMeasure : networks::Figure {
    std::string page;   ///< What it is about: docs/metrics/<page>.md explains it.
    std::string range;  ///< Of its values: "0..1".

    static constexpr auto fields() {
        return std::tuple_cat(networks::Figure::fields(), std::tuple{field("page", &GraphMeasure::page),
                                                                     field("range", &GraphMeasure::range)});
    }
};

/// A measure of each member.
struct NodeMeasure {
    std::string id;
    std::string page;
    std::string range;
    std::vector<std::optional<double>>
        values;  ///< In the order of MeasureReport::members; nothing where undefined.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &NodeMeasure::id),
            field("page", &NodeMeasure::page),
            field("range", &NodeMeasure::range),
            field("values", &NodeMeasure::values),
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
    double value =
        0;  ///< Of `fragmentation`: share of pairs of the others without a path; of `reach`: members.
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
    std::vector<GraphMeasure> graph;
    std::vector<NodeMeasure> nodes;             ///< None unless the question is open and the level full.
    std::vector<MeasuredMember> members;        ///< The same.
    std::vector<KeyPlayerMeasure> key_players;  ///< The same: of one member and of two.

    static constexpr auto fields() {
        return std::tuple{
            field("wave_title", &MeasureReport::wave_title),
            field("question", &MeasureReport::question),
            field("questions", &MeasureReport::questions),
            field("rows", &MeasureReport::rows),
            field("asked", &MeasureReport::asked),
            field("level", &MeasureReport::level),
            field("graph", &MeasureReport::graph),
            field("nodes", &MeasureReport::nodes),
            field("members", &MeasureReport::members),
            field("key_players", &MeasureReport::key_players),
        };
    }
};

/// Everything the engine says of one question. Groups are countries.
///
/// Rests on rows by name only. Measures of single members say who matters: they are worked out for open
/// questions only, and not below disclosure::full_report_rate. Members who did not answer have no value where
/// a measure counts what they would have said.
/// @return ErrorCode::not_found with "question" for one that the wave does not ask, or that is sealed.
/// @complexity O(members^3).
Result<MeasureReport> measures_of(const networks::WaveData& data, QuestionKey key);

}  // namespace konbit::analyses
