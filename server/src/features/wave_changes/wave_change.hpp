// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/network/dyad_transitions.hpp"
#include "features/networks/sensitivity.hpp"
#include "features/networks/wave_data.hpp"
#include "features/stories/groups.hpp"
#include "features/wave_changes/turnover.hpp"

/// What GET /api/waves/{id}/change answers.
namespace konbit::wave_changes {

/// How many pairs went from one state to another: mutual, named by one side, or no tie.
struct PairChange {
    network::DyadState before = network::DyadState::null;
    network::DyadState after = network::DyadState::null;
    std::int64_t pairs = 0;

    static constexpr auto fields() {
        return std::tuple{
            field("before", &PairChange::before),
            field("after", &PairChange::after),
            field("pairs", &PairChange::pairs),
        };
    }
};

/// What became of the ties of one question. Cells are comparable when both members were on both rosters and
/// the one who names answered both times, by name.
struct QuestionChange {
    QuestionId id{};
    QuestionKey key = QuestionKey::know;
    bool breaks_series = false;   ///< Worded otherwise than last time: a change may be one of words.
    int respondents = 0;          ///< Members whose rows are known by name in both waves.
    std::int64_t comparable = 0;  ///< Cells.
    std::int64_t kept = 0;
    std::int64_t lost = 0;
    std::int64_t gained = 0;
    std::int64_t untouched = 0;             ///< Among those kept: ticked in advance and not touched.
    std::optional<double> jaccard;          ///< Kept among the ties of either wave; nothing without ties.
    std::optional<double> jaccard_touched;  ///< The same without the untouched cells.
    std::optional<double> density_before;  ///< Of everybody then, over rows known by name; nothing below 65%.
    std::optional<double> density_after;   ///< Of everybody now; as then.
    std::optional<double> density_before_common;  ///< Of the comparable cells only.
    std::optional<double> density_after_common;
    networks::DensityStrip strip_before;  ///< What silence leaves open of the density then, and now.
    networks::DensityStrip strip_after;
    std::vector<PairChange> pairs;  ///< Every transition, of pairs of which both answered both times by name.
    std::int64_t turned_round = 0;  ///< Of these, named by the one side then and by the other now.
    std::optional<bool> is_distinguishable;  ///< Whether the strips lie apart: else nothing can be said to
                                             ///< have changed.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &QuestionChange::id),
            field("key", &QuestionChange::key),
            field("breaks_series", &QuestionChange::breaks_series),
            field("respondents", &QuestionChange::respondents),
            field("comparable", &QuestionChange::comparable),
            field("kept", &QuestionChange::kept),
            field("lost", &QuestionChange::lost),
            field("gained", &QuestionChange::gained),
            field("untouched", &QuestionChange::untouched),
            field("jaccard", &QuestionChange::jaccard),
            field("jaccard_touched", &QuestionChange::jaccard_touched),
            field("density_before", &QuestionChange::density_before),
            field("density_after", &QuestionChange::density_after),
            field("density_before_common", &QuestionChange::density_before_common),
            field("density_after_common", &QuestionChange::density_after_common),
            field("strip_before", &QuestionChange::strip_before),
            field("strip_after", &QuestionChange::strip_after),
            field("pairs", &QuestionChange::pairs),
            field("turned_round", &QuestionChange::turned_round),
            field("is_distinguishable", &QuestionChange::is_distinguishable),
        };
    }
};

/// What became of the ties from one group to another, over comparable cells.
struct ChangeCell {
    int from = 0;  ///< Numbers of groups.
    int to = 0;
    std::int64_t comparable = 0;
    std::int64_t kept = 0;
    std::int64_t lost = 0;
    std::int64_t gained = 0;
    std::optional<double> jaccard;

    static constexpr auto fields() {
        return std::tuple{
            field("from", &ChangeCell::from),
            field("to", &ChangeCell::to),
            field("comparable", &ChangeCell::comparable),
            field("kept", &ChangeCell::kept),
            field("lost", &ChangeCell::lost),
            field("gained", &ChangeCell::gained),
            field("jaccard", &ChangeCell::jaccard),
        };
    }
};

/// The change of one question by groups, as the roster of the later wave has them. Groups of fewer than
/// disclosure::least_people who answered both times are taken together; no group where fewer than two are
/// left.
struct ChangeTable {
    QuestionKey question = QuestionKey::know;
    stories::StoryGrouping grouping = stories::StoryGrouping::country;
    std::vector<stories::StoryGroup> groups{};
    std::vector<ChangeCell> cells{};

    static constexpr auto fields() {
        return std::tuple{
            field("question", &ChangeTable::question),
            field("grouping", &ChangeTable::grouping),
            field("groups", &ChangeTable::groups),
            field("cells", &ChangeTable::cells),
        };
    }
};

/// How many former acquaintances one group of respondents named again.
struct KeptShare {
    int respondents = 0;  ///< Who knew somebody last time and answered again.
    std::optional<std::int64_t>
        former;  ///< Members they knew then who are still on the roster; withheld as `share`.
    std::optional<double> share;  ///< Of these, named again; withheld when either group is too small.

    static constexpr auto fields() {
        return std::tuple{
            field("respondents", &KeptShare::respondents),
            field("former", &KeptShare::former),
            field("share", &KeptShare::share),
        };
    }
};

/// What ticks in advance did to the answers: those who found them beside the tenth who did not.
struct Anchoring {
    KeptShare prefilled;
    KeptShare control;
    bool is_withheld = true;           ///< Fewer than five respondents in a group.
    std::optional<double> difference;  ///< Share of the prefilled less that of the control.
    std::optional<double>
        margin;  ///< Half of the 95% interval of the difference, respondents taken as clusters.

    static constexpr auto fields() {
        return std::tuple{
            field("prefilled", &Anchoring::prefilled),     field("control", &Anchoring::control),
            field("is_withheld", &Anchoring::is_withheld), field("difference", &Anchoring::difference),
            field("margin", &Anchoring::margin),
        };
    }
};

struct WaveChange {
    Turnover turnover;
    int common = 0;                         ///< Members on both rosters.
    std::vector<QuestionChange> questions;  ///< Asked in both waves and sealed in neither.
    std::vector<ChangeTable> tables;        ///< Only those with groups.
    std::optional<Anchoring> anchoring;     ///< Empty when nobody was asked with or without former answers.

    static constexpr auto fields() {
        return std::tuple{
            field("turnover", &WaveChange::turnover),   field("common", &WaveChange::common),
            field("questions", &WaveChange::questions), field("tables", &WaveChange::tables),
            field("anchoring", &WaveChange::anchoring),
        };
    }
};

/// Compares two waves of one survey, over what may be shown by name.
/// @param untouched  Ties of the later wave's *know* that were ticked in advance and not touched, by numbers
/// of the
///                   layout that both waves share.
/// @return `turnover` and `anchoring` are left empty.
/// @complexity O(ties log ties) for each question.
WaveChange compare(const networks::WaveData& before, const networks::WaveData& after,
                   const std::vector<network::Edge>& untouched);

}  // namespace konbit::wave_changes
