// SPDX-License-Identifier: Apache-2.0
#include "features/analyses/analysis_routes.hpp"

#include "features/analyses/analysis_desk.hpp"
#include "features/permission/policies.hpp"

#include <array>

namespace konbit {

namespace {

using namespace analyses;

Result<MeasureReport> measure(App& app, WaveId, const Analyst& by, http::Query<MeasuresAsked> asked) {
    return measures(app, by, asked);
}

Result<AnalysisDesk> desk(App& app, WaveId, const Analyst& by) { return desk_of(app, by); }

Result<http::Created<AnalysisView>> put(App& app, WaveId wave, const Analyst& by,
                                        Create<AnalysisQuestion> asked) {
    KONBIT_TRY(AnalysisView made, ask(app, by, asked));
    std::string place = "/api/waves/" + wave.str() + "/analyses/" + made.id.str();
    return http::Created<AnalysisView>{std::move(made), std::move(place)};
}

Result<AnalysisView> show(App& app, WaveId, AnalysisId id, const Analyst& by) { return view(app, by, id); }

Result<AnalysisView> stop(App& app, WaveId, AnalysisId id, const Analyst& by) { return cancel(app, by, id); }

}  // namespace

std::span<const http::Route<App>> analysis_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/measures", "Every measure of one question of a wave",
              may_analyze_wave, measure),
        route(http::get, "/api/waves/{id}/analyses", "What can be tested in a wave's network, and what was",
              may_analyze_wave, desk),
        route(http::post, "/api/waves/{id}/analyses",
              "Puts a question to a wave's network; a job works out the answer", may_analyze_wave, put),
        route(http::get, "/api/waves/{id}/analyses/{analysis_id}",
              "A question to a wave's network and, once it is there, the answer", may_analyze_wave, show),
        route(http::post, "/api/waves/{id}/analyses/{analysis_id}/cancel",
              "Ends a question that is not worked out yet", may_analyze_wave, stop),
    };
    return all;
}

}  // namespace konbit
