// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/jobs/job.hpp"
#include "features/surveys/wave.hpp"

#include <optional>
#include <string>
#include <vector>

namespace konbit {

using AnalysisId = Id<struct AnalysisTag>;

/// What can be asked of a network, each as one question that a facilitator would put.
enum class AnalysisKind {
    alike,          ///< Do two kinds of ties go together? (QAP)
    explained,      ///< What goes with these ties when the rest is held fixed? (MRQAP)
    within_groups,  ///< Do ties stay inside groups more than chance has it? (E-I index)
    participation,  ///< Did ties change otherwise among those who took part in the programme?
    core,           ///< Is there a core that holds the others together? (core and periphery)
    small_world,    ///< Do contacts of a member know each other, and is everybody near? (small world)
    groups_differ,  ///< Are some groups tied more densely than others? (density model)
    layered,        ///< How do the kinds of ties lie upon each other? (multiplexity, QAP of every two)
};
constexpr auto names(AnalysisKind) {
    return std::to_array<std::string_view>({"alike", "explained", "within_groups", "participation", "core",
                                            "small_world", "groups_differ", "layered"});
}

/// In what two members can be alike.
enum class Likeness {
    country,
    subsector,
    subgroup,
    kind,
    side,  ///< Firms, universities, government, support (stories::side_of).
};
constexpr auto names(Likeness) {
    return std::to_array<std::string_view>({"country", "subsector", "subgroup", "kind", "side"});
}

/// A question to the network of a wave.
struct AnalysisQuestion {
    AnalysisKind kind = AnalysisKind::alike;
    QuestionKey question = QuestionKey::know;  ///< Whose ties it is about.
    std::vector<QuestionKey> beside;   ///< alike: one other question; explained, layered: those held beside.
    std::vector<Likeness> likenesses;  ///< within_groups, groups_differ: one; explained: those held beside.
    std::optional<WaveId>
        before;  ///< participation: the earlier wave; explained: whose ties are held beside.

    bool operator==(const AnalysisQuestion&) const = default;

    static constexpr auto fields() {
        return std::tuple{
            field("kind", &AnalysisQuestion::kind),
            field("question", &AnalysisQuestion::question),
            field("beside", &AnalysisQuestion::beside).defaulted(),
            field("likenesses", &AnalysisQuestion::likenesses).defaulted(),
            field("before", &AnalysisQuestion::before).defaulted(),
        };
    }
};

/// A value beside those of shuffled networks (engine/network/permutation.hpp).
struct ChanceTest {
    double observed = 0;
    double mean = 0;  ///< Of the shuffled networks.
    double sd = 0;
    double p_ge = 1;   ///< Chance of a value at least as high.
    double p_le = 1;   ///< Chance of a value at most as high.
    double p_two = 1;  ///< Chance of a value at least as far from zero.
    int count = 0;     ///< Shuffles.

    static constexpr auto fields() {
        return std::tuple{
            field("observed", &ChanceTest::observed),
            field("mean", &ChanceTest::mean),
            field("sd", &ChanceTest::sd),
            field("p_ge", &ChanceTest::p_ge),
            field("p_le", &ChanceTest::p_le),
            field("p_two", &ChanceTest::p_two),
            field("count", &ChanceTest::count),
        };
    }
};

/// How much more likely a tie is where this holds too, the others held fixed.
struct AnalysisTerm {
    std::string name;  ///< "intercept", a QuestionKey, "same_" and a Likeness, or "before".
    double estimate = 0;
    std::optional<double> p_two;  ///< Nothing for the intercept, which no shuffle tests.

    static constexpr auto fields() {
        return std::tuple{
            field("name", &AnalysisTerm::name),
            field("estimate", &AnalysisTerm::estimate),
            field("p_two", &AnalysisTerm::p_two),
        };
    }
};

/// Ties among some pairs of members in both waves.
struct AnalysisBlock {
    std::string name;        ///< "participants", "mixed" or "others".
    std::int64_t cells = 0;  ///< Ordered pairs that can be compared.
    std::int64_t ties_before = 0;
    std::int64_t ties_after = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("name", &AnalysisBlock::name),
            field("cells", &AnalysisBlock::cells),
            field("ties_before", &AnalysisBlock::ties_before),
            field("ties_after", &AnalysisBlock::ties_after),
        };
    }
};

/// Ties from group to group, among those who answered.
struct GroupTies {
    std::string from;  ///< As its grouping has it, such as a country; empty: smaller ones taken together.
    std::string to;
    std::int64_t ties = 0;
    std::int64_t possible = 0;
    std::optional<double> odds;  ///< Ties for each pair without one.

    static constexpr auto fields() {
        return std::tuple{
            field("from", &GroupTies::from), field("to", &GroupTies::to),
            field("ties", &GroupTies::ties), field("possible", &GroupTies::possible),
            field("odds", &GroupTies::odds),
        };
    }
};

/// Ordered pairs with ties of exactly these kinds.
struct LayerSignature {
    std::vector<QuestionKey> questions;
    std::int64_t pairs = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("questions", &LayerSignature::questions),
            field("pairs", &LayerSignature::pairs),
        };
    }
};

/// Two kinds of ties side by side; what is undefined for them is empty.
struct LayerPair {
    QuestionKey one = QuestionKey::know;
    QuestionKey other = QuestionKey::know;
    std::int64_t shared = 0;            ///< Ordered pairs with both.
    std::optional<double> jaccard;      ///< Shared among those of either.
    std::optional<double> correlation;  ///< Of ChanceTest, as its p.
    std::optional<double> p_ge;
    std::optional<double> p_le;

    static constexpr auto fields() {
        return std::tuple{
            field("one", &LayerPair::one),
            field("other", &LayerPair::other),
            field("shared", &LayerPair::shared),
            field("jaccard", &LayerPair::jaccard),
            field("correlation", &LayerPair::correlation),
            field("p_ge", &LayerPair::p_ge),
            field("p_le", &LayerPair::p_le),
        };
    }
};

/// How many times as large something is as in random networks.
struct ChanceRatio {
    std::string name;  ///< "transitivity" or "path_length".
    double value = 0;

    static constexpr auto fields() {
        return std::tuple{field("name", &ChanceRatio::name), field("value", &ChanceRatio::value)};
    }
};

/// What a test says, in one word that the client makes a sentence of.
enum class Verdict {
    more,       ///< Together, inside, or grown: further than 95 of 100 shuffled networks.
    less,       ///< Apart, across, or fallen behind: as far on the other side.
    chance,     ///< Nothing that chance would not give as easily.
    undefined,  ///< The network leaves nothing to compare: no ties, all ties, one group.
};
constexpr auto names(Verdict) {
    return std::to_array<std::string_view>({"more", "less", "chance", "undefined"});
}

/// Everything to be known when reading a result.
enum class Caution {
    directional,            ///< 65-79% answered: direction only.
    few_members,            ///< It rests on fewer than twenty members.
    asked_afterwards,       ///< The question was put after the answers had come in: a description, not a plan
                            ///< tested.
    partly_by_name,         ///< Rows of a limited question that count in figures only were left out.
    participation_unknown,  ///< Of some members it is not stated whether they took part: left out.
};
constexpr auto names(Caution) {
    return std::to_array<std::string_view>(
        {"directional", "few_members", "asked_afterwards", "partly_by_name", "participation_unknown"});
}

struct AnalysisResult {
    Verdict verdict = Verdict::undefined;
    int members = 0;         ///< On whose answers it rests.
    int asked = 0;           ///< Members of the wave.
    std::int64_t pairs = 0;  ///< Ordered pairs of them.
    std::optional<ChanceTest> test;
    std::vector<AnalysisTerm> terms;         ///< Of explained.
    std::optional<double> r2;                ///< Of explained, in [0, 1].
    std::vector<AnalysisBlock> blocks;       ///< Of participation.
    std::optional<int> core_members;         ///< Of core: how many are in the core that fits best.
    std::vector<ChanceRatio> ratios;         ///< Of small_world.
    std::vector<GroupTies> groups;           ///< Of groups_differ.
    std::optional<double> odds_ratio;        ///< Of groups_differ: odds within groups over those between.
    std::vector<LayerPair> layers;           ///< Of layered.
    std::vector<LayerSignature> signatures;  ///< Of layered: the most frequent first.
    std::optional<double> multiplex_share;   ///< Of layered: of tied pairs, those with two kinds or more.
    std::vector<Caution> cautions;

    static constexpr auto fields() {
        return std::tuple{
            field("verdict", &AnalysisResult::verdict),
            field("members", &AnalysisResult::members),
            field("asked", &AnalysisResult::asked),
            field("pairs", &AnalysisResult::pairs),
            field("test", &AnalysisResult::test),
            field("terms", &AnalysisResult::terms),
            field("r2", &AnalysisResult::r2),
            field("blocks", &AnalysisResult::blocks),
            field("core_members", &AnalysisResult::core_members),
            field("ratios", &AnalysisResult::ratios).defaulted(),
            field("groups", &AnalysisResult::groups).defaulted(),
            field("odds_ratio", &AnalysisResult::odds_ratio),
            field("layers", &AnalysisResult::layers).defaulted(),
            field("signatures", &AnalysisResult::signatures).defaulted(),
            field("multiplex_share", &AnalysisResult::multiplex_share),
            field("cautions", &AnalysisResult::cautions),
        };
    }
};

enum class AnalysisState { waiting, done, failed, cancelled };
constexpr auto names(AnalysisState) {
    return std::to_array<std::string_view>({"waiting", "done", "failed", "cancelled"});
}

/// A question that was put, and what came of it.
struct Analysis {
    AnalysisId id{};
    WaveId wave_id{};
    AnalysisQuestion asked;
    std::string input_sha256;  ///< Of the answers that it was put to; equal ones give an equal result.
    std::string engine_version;
    AnalysisState state = AnalysisState::waiting;
    std::optional<jobs::JobId> job_id;
    std::optional<AnalysisResult> result;
    std::optional<std::string> failure;  ///< Why it failed: "collinear", "too_few_pairs", ...
    Instant asked_at{};
    std::optional<Instant> finished_at;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Analysis::id),
            field("wave_id", &Analysis::wave_id),
            field("asked", &Analysis::asked),
            field("input_sha256", &Analysis::input_sha256),
            field("engine_version", &Analysis::engine_version),
            field("state", &Analysis::state),
            field("job_id", &Analysis::job_id, Access::never_sent),
            field("result", &Analysis::result),
            field("failure", &Analysis::failure),
            field("asked_at", &Analysis::asked_at),
            field("finished_at", &Analysis::finished_at),
        };
    }
};

}  // namespace konbit
