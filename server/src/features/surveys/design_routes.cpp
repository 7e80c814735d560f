// SPDX-License-Identifier: Apache-2.0
#include "features/surveys/design_routes.hpp"

#include "db/database.hpp"
#include "features/answers/answer_page.hpp"
#include "features/answers/answering.hpp"
#include "features/permission/policies.hpp"
#include "features/surveys/design_store.hpp"
#include "features/surveys/wave_store.hpp"

#include <array>

namespace konbit::surveys {

namespace {

Result<WaveDesign> show_design(App& app, WaveId, const WaveFacilitator& by) {
    KONBIT_TRY(const Wave wave, app.database.read([&](db::Session& db) { return find(db, by); }));
    const auto standard = prepare_instrument(app.texts, wave.is_baseline);
    return app.database.read([&](db::Session& db) { return find_wave_design(db, wave, standard); });
}

Result<WaveDesign> change_design(App& app, WaveId, const WaveFacilitator& by, http::IfMatch seen,
                                 Create<Design> wanted) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Wave wave, app.database.read([&](db::Session& db) { return find(db, by); }));
    KONBIT_CHECK(seen.check(wave.version));
    const auto standard = prepare_instrument(app.texts, wave.is_baseline);
    KONBIT_TRY(const Design valid,
               checked(without_repeated_standard(std::move(wanted), standard), wave.languages));
    const auto prepared = prepare(valid, standard);
    return app.database.write([&](db::Session& db) -> Result<WaveDesign> {
        KONBIT_TRY(const Wave written, redesign(db, by, wave, valid, prepared, now));
        return find_wave_design(db, written, standard);
    });
}

/// Keeps nothing: what is done with it stays in the browser that asked.
Result<answers::AnswerPage> preview(App& app, WaveId, WaveMemberId member, const WaveFacilitator& by) {
    const auto respondent =
        app.database.read([&](db::Session& db) { return answers::answerer_of(db, by, member); });
    if (!respondent) return failure(ErrorCode::not_found, "member");
    const auto seed = answers::order_seed(app, *respondent);
    return app.database.read([&](db::Session& db) -> Result<answers::AnswerPage> {
        KONBIT_TRY(const Wave wave, find(db, by));
        return answers::preview_page(db, wave, member, seed);
    });
}

}  // namespace

}  // namespace konbit::surveys

namespace konbit {

std::span<const http::Route<App>> design_routes() {
    using namespace surveys;
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/design", "What a wave asks, and what it could ask",
              may_facilitate_wave, show_design),
        route(http::put, "/api/waves/{id}/design",
              "Chooses the questions of a wave; once open, only stricter", may_facilitate_wave,
              change_design),
        route(http::get, "/api/waves/{id}/members/{member_id}/preview",
              "The survey as one member will find it, before the first answer", may_facilitate_wave, preview),
    };
    return all;
}

}  // namespace konbit
