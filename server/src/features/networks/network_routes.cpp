// SPDX-License-Identifier: Apache-2.0
#include "features/networks/network_routes.hpp"

#include "db/database.hpp"
#include "features/networks/freezing.hpp"
#include "features/networks/network_service.hpp"
#include "features/networks/network_tables.hpp"
#include "features/permission/policies.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::networks {

namespace {

struct WhichQuestion {
    QuestionKey question = QuestionKey::know;

    static constexpr auto fields() {
        return std::tuple{field("question", &WhichQuestion::question).defaulted()};
    }
};

using Table = Result<std::string> (*)(const NetworkReport&, QuestionKey);

/// What the ties of a question are called.
std::string relation_of(const NetworkReport& report, QuestionKey key) {
    const auto found = std::ranges::find(report.questions, key, &QuestionReport::key);
    const bool is_named = found != report.questions.end() && found->relation;
    return is_named ? *found->relation : std::string(name_of(key));
}

Result<NetworkReport> show(App& app, WaveId, const Analyst& by) {
    KONBIT_TRY(const auto report, report_of(app, by));
    return *report;
}

Result<Wave> freeze(App& app, WaveId, const WaveFacilitator& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) { return freeze_wave(db, by, now); });
}

Result<http::Response> table(App& app, const Analyst& by, QuestionKey question, std::string_view name,
                             Table write) {
    KONBIT_TRY(const auto report, report_of(app, by));
    KONBIT_TRY(std::string csv, write(*report, question));
    const std::string file =
        fmt::format("{} {} {}.csv", report->wave.title, relation_of(*report, question), name);
    return http::download(std::move(csv), "text/csv; charset=utf-8", file);
}

Result<http::Response> members(App& app, WaveId, const Analyst& by, http::Query<WhichQuestion> which) {
    return table(app, by, which.question, "members", members_csv);
}

Result<http::Response> ties(App& app, WaveId, const Analyst& by, http::Query<WhichQuestion> which) {
    return table(app, by, which.question, "ties", ties_csv);
}

}  // namespace

}  // namespace konbit::networks

namespace konbit {

std::span<const http::Route<App>> network_routes() {
    using namespace networks;
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/network", "What a wave says of the cluster's network",
              may_analyze_wave, show),
        route(http::post, "/api/waves/{id}/freeze",
              "Makes the results of a closed wave final, and notes their hash", may_facilitate_wave, freeze),
        route(http::get, "/api/waves/{id}/network.csv", "The members of the map as a table", may_analyze_wave,
              members),
        route(http::get, "/api/waves/{id}/ties.csv", "The ties of one question that may be shown by name",
              may_analyze_wave, ties),
    };
    return all;
}

}  // namespace konbit
