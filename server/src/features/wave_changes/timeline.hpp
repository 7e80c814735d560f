// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/networks/network_report.hpp"
#include "features/permission/capabilities.hpp"

/// What GET /api/waves/{id}/timeline answers: the funnel through all waves of a survey.
namespace konbit::wave_changes {

/// One step of the funnel in one wave.
struct TimelineStep {
    networks::FunnelStep step;
    std::optional<std::string> hidden_reason;
    std::vector<surveys::SeriesBreak> breaks;  ///< Why it is no continuation of the wave before.

    static constexpr auto fields() {
        return std::tuple{
            field("step", &TimelineStep::step),
            field("hidden_reason", &TimelineStep::hidden_reason),
            field("breaks", &TimelineStep::breaks),
        };
    }
};

struct TimelineWave {
    WaveId id{};
    std::string title;
    WaveState state = WaveState::open;
    std::optional<Instant> opens_at;
    std::optional<Date> collected_on;  ///< Of an imported network.
    int members = 0;
    int asked = 0;
    int answered = 0;
    disclosure::ReportLevel level = disclosure::ReportLevel::interval_only;
    std::vector<TimelineStep> steps;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &TimelineWave::id),
            field("title", &TimelineWave::title),
            field("state", &TimelineWave::state),
            field("opens_at", &TimelineWave::opens_at),
            field("collected_on", &TimelineWave::collected_on),
            field("members", &TimelineWave::members),
            field("asked", &TimelineWave::asked),
            field("answered", &TimelineWave::answered),
            field("level", &TimelineWave::level),
            field("steps", &TimelineWave::steps),
        };
    }
};

struct Timeline {
    std::string cluster_name;
    std::string wave_title;  ///< Of the wave that was asked for.
    bool is_demo = false;
    std::vector<TimelineWave> waves;  ///< The earliest first.

    static constexpr auto fields() {
        return std::tuple{
            field("cluster_name", &Timeline::cluster_name),
            field("wave_title", &Timeline::wave_title),
            field("is_demo", &Timeline::is_demo),
            field("waves", &Timeline::waves),
        };
    }
};

/// Every wave of the survey that was opened, pilots apart. Each says what its own page says, no more.
/// @return ErrorCode::unavailable with "wave_key" when sealed answers of one of them cannot be opened.
Result<Timeline> timeline_of(App& app, const Analyst& by);

}  // namespace konbit::wave_changes
