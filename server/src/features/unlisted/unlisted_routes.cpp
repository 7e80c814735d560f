// SPDX-License-Identifier: Apache-2.0
#include "features/unlisted/unlisted_routes.hpp"

#include "db/database.hpp"
#include "features/permission/policies.hpp"
#include "features/unlisted/outside.hpp"
#include "features/unlisted/unlisted_store.hpp"
#include "features/unlisted/verdict_store.hpp"

#include <array>

namespace konbit::unlisted {

namespace {

Result<http::NoContent> done(Result<void> outcome) {
    KONBIT_CHECK(std::move(outcome));
    return http::NoContent{};
}

Result<http::NoContent> add(App& app, UnlistedId id, const Respondent& by,
                            Create<UnlistedOrganization> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const UnlistedOrganization valid, checked(std::move(draft)));
    return done(app.database.write([&](db::Session& db) { return save(db, by, id, valid, now); }));
}

Result<http::NoContent> tap(App& app, QuestionId question, UnlistedId id, const Respondent& by,
                            Create<answers::Tap> tap) {
    const Instant now = app.clock.now();
    return done(
        app.database.write([&](db::Session& db) { return save_tap(db, by, question, id, tap, now); }));
}

Result<UnlistedGroups> list(App& app, WaveId, const WaveFacilitator& by) {
    return app.database.read([&](db::Session& db) { return UnlistedGroups{list_groups(db, by)}; });
}

Result<http::NoContent> decide(App& app, WaveId, const WaveFacilitator& by, Create<GivenVerdict> given) {
    return done(app.database.write([&](db::Session& db) { return judge(db, by, given); }));
}

Result<OutsideCounts> count(App& app, WaveId, const Analyst& by) {
    return app.database.read([&](db::Session& db) { return count_outside(db, by); });
}

}  // namespace

}  // namespace konbit::unlisted

namespace konbit {

std::span<const http::Route<App>> unlisted_routes() {
    using namespace unlisted;
    using http::route;
    static const std::array all{
        route(http::put, "/api/answer/unlisted/{unlisted_id}",
              "Adds an organization that the roster lacks, under an id that the device made", answering, add),
        route(http::put, "/api/answer/questions/{question_id}/unlisted/{unlisted_id}",
              "One tie to an organization that the roster lacks", answering, tap),
        route(http::get, "/api/waves/{id}/unlisted",
              "Organizations that members named and the roster lacks, without who named them",
              may_facilitate_wave, list),
        route(http::post, "/api/waves/{id}/unlisted/verdicts",
              "Says what some of them are: a member, an organization outside, or none", may_facilitate_wave,
              decide),
        route(http::get, "/api/waves/{id}/outside", "How many organizations outside of the roster were named",
              may_analyze_wave, count),
    };
    return all;
}

}  // namespace konbit
