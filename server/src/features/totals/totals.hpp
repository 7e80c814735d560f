// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/networks/network_report.hpp"
#include "features/stories/groups.hpp"

/// What ministries, the regional team and funders read of a cluster's waves: totals, as the consent of every
/// respondent says, and only of waves that the facilitator released. GET /api/clusters/{cluster_id}/totals.
namespace konbit::totals {

/// One step of the funnel. Shares are rounded to whole percent, so that no count of ties can be had from
/// them.
struct TotalsStep {
    QuestionKey key = QuestionKey::know;
    std::optional<double> share{};  ///< Of the possible ties.
    std::optional<QuestionKey> base{};
    std::optional<double> share_of_base{};
    std::optional<std::string> hidden_reason{};
    std::vector<surveys::SeriesBreak> breaks{};  ///< Why it is no continuation of the wave before.

    static constexpr auto fields() {
        return std::tuple{
            field("key", &TotalsStep::key),
            field("share", &TotalsStep::share),
            field("base", &TotalsStep::base),
            field("share_of_base", &TotalsStep::share_of_base),
            field("hidden_reason", &TotalsStep::hidden_reason),
            field("breaks", &TotalsStep::breaks),
        };
    }
};

struct TotalsCell {
    int from = 0;  ///< Numbers of groups.
    int to = 0;
    std::optional<double> share{};  ///< Rounded to whole percent.

    static constexpr auto fields() {
        return std::tuple{
            field("from", &TotalsCell::from),
            field("to", &TotalsCell::to),
            field("share", &TotalsCell::share),
        };
    }
};

/// From country to country, of one open question.
struct TotalsTable {
    QuestionKey question = QuestionKey::know;
    std::vector<stories::StoryGroup> groups{};
    std::vector<TotalsCell> cells{};

    static constexpr auto fields() {
        return std::tuple{
            field("question", &TotalsTable::question),
            field("groups", &TotalsTable::groups),
            field("cells", &TotalsTable::cells),
        };
    }
};

struct TotalsWave {
    WaveId id{};
    std::string title;
    std::optional<Instant> opens_at;
    std::optional<Date> collected_on;  ///< Of an imported network.
    int asked = 0;
    int answered = 0;
    disclosure::ReportLevel level = disclosure::ReportLevel::interval_only;
    std::optional<std::string> withheld;  ///< Why nothing more is said: "named_readers", "answers_withdrawn",
                                          ///< "low_response", "few_respondents".
    std::vector<TotalsStep> steps;
    std::vector<TotalsTable> tables;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &TotalsWave::id),
            field("title", &TotalsWave::title),
            field("opens_at", &TotalsWave::opens_at),
            field("collected_on", &TotalsWave::collected_on),
            field("asked", &TotalsWave::asked),
            field("answered", &TotalsWave::answered),
            field("level", &TotalsWave::level),
            field("withheld", &TotalsWave::withheld),
            field("steps", &TotalsWave::steps),
            field("tables", &TotalsWave::tables),
        };
    }
};

/// A wave whose totals could be released.
struct WaitingWave {
    WaveId id{};
    std::string title;

    static constexpr auto fields() {
        return std::tuple{field("id", &WaitingWave::id), field("title", &WaitingWave::title)};
    }
};

struct ClusterTotals {
    std::string cluster_name;
    bool is_demo = false;
    std::vector<TotalsWave> waves;     ///< Released ones, the earliest first.
    std::vector<WaitingWave> waiting;  ///< Final and not released; told to the facilitator only.

    static constexpr auto fields() {
        return std::tuple{
            field("cluster_name", &ClusterTotals::cluster_name),
            field("is_demo", &ClusterTotals::is_demo),
            field("waves", &ClusterTotals::waves),
            field("waiting", &ClusterTotals::waiting),
        };
    }
};

/// Questions that are not for evaluation have no part in it. Sealed ones count as the report has them, above
/// their thresholds, and in the funnel only; limited ones where at least disclosure::least_sealed_givers
/// members named somebody and as many left somebody out.
/// @param has_named_readers  The consent names who reads totals: nobody is let in by a role then.
TotalsWave totals_of(const networks::WaveData& data, const networks::NetworkReport& report,
                     bool has_named_readers);

}  // namespace konbit::totals
