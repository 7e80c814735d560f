// SPDX-License-Identifier: Apache-2.0
#include "features/who_sees/who_sees_routes.hpp"

#include "db/database.hpp"
#include "features/permission/policies.hpp"
#include "features/who_sees/who_sees_page.hpp"

namespace konbit::who_sees {

namespace {

template <class Reader>
Result<http::Response> show(App& app, const Reader& by, const http::Request& request, std::string path) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const AskedWave wave,
               app.database.read([&](db::Session& db) { return find_asked(db, by, now); }));
    const auto words = pages::words_for(app, request);
    return pages::page(app, request, words, page_of(words, wave, who_sees(wave.questions), std::move(path)));
}

Result<http::Response> for_respondent(App& app, const Respondent& by, const http::Request& request) {
    return show(app, by, request, "/who-sees-what");
}

Result<http::Response> for_facilitator(App& app, WaveId id, const WaveFacilitator& by,
                                       const http::Request& request) {
    return show(app, by, request, "/waves/" + id.str() + "/who-sees-what");
}

}  // namespace

}  // namespace konbit::who_sees

namespace konbit {

std::span<const http::Route<App>> who_sees_routes() {
    using namespace who_sees;
    using http::route;
    static const std::array all{
        route(http::get, "/who-sees-what", "Who will see what of the answers that are asked for", answering,
              for_respondent),
        route(http::get, "/waves/{id}/who-sees-what", "Who will see what of a wave, with a sample map",
              may_facilitate_wave, for_facilitator),
    };
    return all;
}

}  // namespace konbit
