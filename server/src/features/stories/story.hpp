// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/network_report.hpp"
#include "features/networks/sensitivity.hpp"
#include "features/stories/groups.hpp"

/// What GET /api/waves/{id}/story answers: what stands behind the five sentences of a wave, and what they do
/// not say. Everything in it rests on answers by name; nothing sealed is read.
namespace konbit::stories {

/// A number behind a sentence, with the range that silence leaves.
struct StoryEvidence {
    std::string id{};  ///< In locales/: "story.evidence.…".
    std::optional<double> value{};
    std::optional<double> low{};   ///< Lowest and highest over the ways to treat silent members.
    std::optional<double> high{};  ///< Both empty where a range makes no sense, or everybody answered.
    int n = 0;                     ///< Rows on which it rests.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &StoryEvidence::id),   field("value", &StoryEvidence::value),
            field("low", &StoryEvidence::low), field("high", &StoryEvidence::high),
            field("n", &StoryEvidence::n),
        };
    }
};

/// What one sentence rests on.
struct StoryGrounds {
    std::vector<StoryEvidence> evidence;
    std::optional<std::string> caution;  ///< In locales/: "story.caution.…".

    static constexpr auto fields() {
        return std::tuple{field("evidence", &StoryGrounds::evidence),
                          field("caution", &StoryGrounds::caution)};
    }
};

/// Contact by its frequency: how many of those who communicate do so monthly or more often.
struct StoryRegularity {
    std::int64_t communicate = 0;
    std::int64_t regularly = 0;            ///< Monthly or more often.
    std::optional<double> share;           ///< Of those who communicate.
    std::optional<double> share_of_known;  ///< Of those known, over members who answered both.
    int n = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("communicate", &StoryRegularity::communicate),
            field("regularly", &StoryRegularity::regularly),
            field("share", &StoryRegularity::share),
            field("share_of_known", &StoryRegularity::share_of_known),
            field("n", &StoryRegularity::n),
        };
    }
};

/// Competitors who have worked together: counts, and nobody's name.
struct StoryCoopetition {
    std::optional<std::int64_t> ties;   ///< Of working together between competitors; nothing when withheld.
    std::optional<std::string> reason;  ///< Why it is withheld.
    std::optional<double> share;        ///< Of all ties of working together, where both rest on equal rows.
    int n = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("ties", &StoryCoopetition::ties),
            field("reason", &StoryCoopetition::reason),
            field("share", &StoryCoopetition::share),
            field("n", &StoryCoopetition::n),
        };
    }
};

/// Ties from one group to another.
struct StoryCell {
    int from = 0;  ///< Numbers of groups.
    int to = 0;
    std::int64_t ties = 0;
    std::int64_t possible = 0;
    std::optional<double> share;

    static constexpr auto fields() {
        return std::tuple{
            field("from", &StoryCell::from),   field("to", &StoryCell::to),
            field("ties", &StoryCell::ties),   field("possible", &StoryCell::possible),
            field("share", &StoryCell::share),
        };
    }
};

/// The heat map of one question by one grouping.
struct StoryTable {
    QuestionKey question = QuestionKey::know;
    StoryGrouping grouping = StoryGrouping::country;
    std::vector<StoryGroup> groups{};
    std::vector<StoryCell> cells{};
    std::optional<double> ei_index{};     ///< In [-1, 1]: -1 all contacts stay inside a group.
    std::optional<double> ei_expected{};  ///< Mean over groups of the same sizes with other members.
    std::optional<double> p_inside{};     ///< Chance of an index as low; small: ties stay inside.
    int n = 0;
    int unplaced = 0;                     ///< Members whose group is not known; their ties count nowhere.
    std::optional<std::string> reason{};  ///< Why there are no cells: "unknown", "one_group", "few".

    static constexpr auto fields() {
        return std::tuple{
            field("question", &StoryTable::question), field("grouping", &StoryTable::grouping),
            field("groups", &StoryTable::groups),     field("cells", &StoryTable::cells),
            field("ei_index", &StoryTable::ei_index), field("ei_expected", &StoryTable::ei_expected),
            field("p_inside", &StoryTable::p_inside), field("n", &StoryTable::n),
            field("unplaced", &StoryTable::unplaced), field("reason", &StoryTable::reason),
        };
    }
};

/// A member with contacts in other groups.
struct StoryBridge {
    std::string label;
    std::string group;
    bool is_facilitator = false;
    int contacts_across = 0;            ///< Members of other groups whom it named or who named it.
    std::vector<std::string> alone_to;  ///< Groups that its own one reaches through this member only.

    static constexpr auto fields() {
        return std::tuple{
            field("label", &StoryBridge::label),
            field("group", &StoryBridge::group),
            field("is_facilitator", &StoryBridge::is_facilitator),
            field("contacts_across", &StoryBridge::contacts_across),
            field("alone_to", &StoryBridge::alone_to),
        };
    }
};

/// Two members who could be tied, so that nobody is cut off.
struct StoryBackup {
    std::string one;
    std::string other;

    static constexpr auto fields() {
        return std::tuple{field("one", &StoryBackup::one), field("other", &StoryBackup::other)};
    }
};

/// If this member leaves, those are cut off from the largest part.
struct StoryCut {
    std::string label;
    std::vector<std::string> cut_off;
    int silent = 0;  ///< Of these, who did not answer: they may have other ties.
    std::optional<StoryBackup> backup;

    static constexpr auto fields() {
        return std::tuple{
            field("label", &StoryCut::label),
            field("cut_off", &StoryCut::cut_off),
            field("silent", &StoryCut::silent),
            field("backup", &StoryCut::backup),
        };
    }
};

/// Who connects, who is not connected and what would break, in one open question. For the facilitator only;
/// never in a file.
struct StoryLists {
    QuestionKey question = QuestionKey::know;
    int n = 0;
    bool is_withheld = true;  ///< Fewer than 80% answered this question: nothing below is said.
    std::optional<StoryGrouping> grouping{};  ///< Of `bridges`; nothing where no groups are known.
    /// Most contacts across first, equal ones by the roster: the first five and who has as many as the fifth;
    /// nobody of those who share a place that would make the list longer than ten.
    std::vector<StoryBridge> bridges{};
    std::vector<std::string> alone{};    ///< Answered, named nobody and were named by nobody.
    std::vector<std::string> unknown{};  ///< Did not answer, and nobody named them.
    std::vector<StoryCut> cuts{};        ///< Most cut off first; five at most.

    static constexpr auto fields() {
        return std::tuple{
            field("question", &StoryLists::question),       field("n", &StoryLists::n),
            field("is_withheld", &StoryLists::is_withheld), field("grouping", &StoryLists::grouping),
            field("bridges", &StoryLists::bridges),         field("alone", &StoryLists::alone),
            field("unknown", &StoryLists::unknown),         field("cuts", &StoryLists::cuts),
        };
    }
};

/// A figure of the network with and without its facilitator.
struct StoryContrast {
    std::string id{};  ///< In locales/: "story.contrast.…".
    std::optional<double> with{};
    std::optional<double> without{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &StoryContrast::id),
            field("with", &StoryContrast::with),
            field("without", &StoryContrast::without),
        };
    }
};

struct StoryWithout {
    QuestionKey question = QuestionKey::know;
    int n = 0;
    std::optional<std::string> reason{};  ///< Why there are no figures: "no_facilitator", "low_response".
    std::vector<StoryContrast> figures{};

    static constexpr auto fields() {
        return std::tuple{
            field("question", &StoryWithout::question),
            field("n", &StoryWithout::n),
            field("reason", &StoryWithout::reason),
            field("figures", &StoryWithout::figures),
        };
    }
};

/// How much silence leaves open in one question.
struct StoryStrip {
    QuestionKey question = QuestionKey::know;
    int n = 0;
    networks::DensityStrip density{};

    static constexpr auto fields() {
        return std::tuple{
            field("question", &StoryStrip::question),
            field("n", &StoryStrip::n),
            field("density", &StoryStrip::density),
        };
    }
};

struct Story {
    int asked = 0;
    disclosure::ReportLevel level = disclosure::ReportLevel::interval_only;
    std::vector<StoryGrounds> grounds;  ///< One for each of the five sentences.
    std::optional<StoryRegularity> regularity;
    std::optional<StoryCoopetition> coopetition;  ///< Nothing when the wave does not ask.
    std::vector<StoryLists> lists;                ///< One for each open question.
    StoryWithout without_facilitator;
    std::vector<StoryTable> tables;
    std::vector<StoryStrip> strips;
    std::vector<networks::Sentence> unknowns;  ///< What is not known, in words; never empty.

    static constexpr auto fields() {
        return std::tuple{
            field("asked", &Story::asked),
            field("level", &Story::level),
            field("grounds", &Story::grounds),
            field("regularity", &Story::regularity),
            field("coopetition", &Story::coopetition),
            field("lists", &Story::lists),
            field("without_facilitator", &Story::without_facilitator),
            field("tables", &Story::tables),
            field("strips", &Story::strips),
            field("unknowns", &Story::unknowns),
        };
    }
};

/// @param data    By name only where the question is limited; sealed questions are left alone.
/// @param report  Of the same wave: sealed totals come from there, above their thresholds.
/// @complexity O(members^2 * questions).
Story story_of(const networks::WaveData& data, const networks::NetworkReport& report);

/// The group tables of every question that is not sealed and that enough answered by name, for each grouping.
std::vector<StoryTable> tables_of(const networks::WaveData& data);

/// The parts of it, for their tests.
StoryLists lists_of(const networks::QuestionData& question, const networks::WaveData& data);
StoryTable table_of(const networks::QuestionData& question, const networks::WaveData& data,
                    StoryGrouping grouping);
StoryWithout without_facilitator(const networks::QuestionData& question, const networks::WaveData& data);
std::optional<StoryRegularity> regularity_of(const networks::WaveData& data);

}  // namespace konbit::stories
