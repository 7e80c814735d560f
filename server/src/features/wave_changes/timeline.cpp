// SPDX-License-Identifier: Apache-2.0
#include "features/wave_changes/timeline.hpp"

#include "db/columns.hpp"
#include "db/database.hpp"
#include "features/networks/network_service.hpp"

#include <algorithm>

namespace konbit::wave_changes {

namespace {

std::vector<Wave> waves_of_survey(db::Session& db, const Analyst& by) {
    return db.query<Wave>("SELECT " + db::columns<Wave>() + R"( FROM waves
        WHERE survey_id = (SELECT survey_id FROM waves WHERE id = $1 AND cluster_id = $2)
          AND pilot_of IS NULL AND opens_at IS NOT NULL
        ORDER BY opens_at, id)",
                          by.wave(), by.cluster());
}

std::vector<TimelineStep> steps_of(const networks::NetworkReport& report) {
    std::vector<TimelineStep> steps;
    for (const auto& step : report.funnel) {
        const auto question = std::ranges::find(report.questions, step.key, &networks::QuestionReport::key);
        steps.push_back({step, question->hidden_reason, question->breaks});
    }
    return steps;
}

Result<TimelineWave> point(App& app, const Wave& wave) {
    KONBIT_TRY(const auto report, networks::report_of(app, System::analyst(wave.cluster_id, wave.id)));
    return TimelineWave{.id = wave.id,
                        .title = wave.title,
                        .state = wave.state,
                        .opens_at = wave.opens_at,
                        .collected_on = wave.collected_on,
                        .members = static_cast<int>(report->map.nodes.size()),
                        .asked = report->response.asked,
                        .answered = report->response.answered,
                        .level = report->response.level,
                        .steps = steps_of(*report)};
}

}  // namespace

Result<Timeline> timeline_of(App& app, const Analyst& by) {
    KONBIT_TRY(const auto own, networks::report_of(app, by));
    Timeline timeline{own->wave.cluster_name, own->wave.title, own->wave.is_demo, {}};
    const auto waves = app.database.read([&](db::Session& db) { return waves_of_survey(db, by); });
    for (const auto& wave : waves) {
        KONBIT_TRY(auto found, point(app, wave));
        timeline.waves.push_back(std::move(found));
    }
    return timeline;
}

}  // namespace konbit::wave_changes
