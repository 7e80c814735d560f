// SPDX-License-Identifier: Apache-2.0
#include "features/stories/story_routes.hpp"

#include "db/database.hpp"
#include "features/networks/network_service.hpp"
#include "features/networks/network_store.hpp"
#include "features/permission/policies.hpp"
#include "features/stories/comparison_store.hpp"
#include "features/stories/story.hpp"

#include <array>

namespace konbit {

namespace {

using namespace stories;

struct ComparedQuestion {
    QuestionKey question = QuestionKey::know;

    static constexpr auto fields() {
        return std::tuple{field("question", &ComparedQuestion::question).defaulted()};
    }
};

Result<Story> show(App& app, WaveId, const Analyst& by) {
    KONBIT_TRY(const auto report, networks::report_of(app, by));
    KONBIT_TRY(const auto stored, app.database.read([&](db::Session& db) { return networks::load(db, by); }));
    return story_of(stored.data, *report);
}

Result<Comparison> compare(App& app, WaveId, const Analyst& by, http::Query<ComparedQuestion> which) {
    KONBIT_TRY(const auto compared,
               app.database.read([&](db::Session& db) { return load_compared(db, by, which.question); }));
    return comparison_of(compared);
}

}  // namespace

std::span<const http::Route<App>> story_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/story", "What stands behind the sentences of a wave",
              may_analyze_wave, show),
        route(http::get, "/api/waves/{id}/comparison",
              "One question of a wave beside random networks and beside other clusters", may_analyze_wave,
              compare),
    };
    return all;
}

}  // namespace konbit
