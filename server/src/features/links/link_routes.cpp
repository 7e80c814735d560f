// SPDX-License-Identifier: Apache-2.0
#include "features/links/link_routes.hpp"

#include "db/database.hpp"
#include "features/links/link_list.hpp"
#include "features/permission/policies.hpp"
#include "features/surveys/wave_store.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace konbit::links {

namespace {

/// Addresses are secrets: no cache keeps them.
Result<http::Answer<Page<LinkRow>>> list(App& app, WaveId, const WaveFacilitator& by) {
    return http::Answer<Page<LinkRow>>{.value = {list_with_urls(app, by), {}, {}}, .has_secrets = true};
}

Result<http::Response> table(App& app, WaveId, const WaveFacilitator& by) {
    KONBIT_TRY(const Wave wave, app.database.read([&](db::Session& db) { return surveys::find(db, by); }));
    auto response = http::download(links_csv(list_with_urls(app, by)), "text/csv; charset=utf-8",
                                   fmt::format("{} links.csv", wave.title));
    response.has_secrets = true;
    return response;
}

Result<http::NoContent> note(App& app, RespondentId respondent, const WaveFacilitator& by,
                             std::optional<Instant> when) {
    KONBIT_CHECK(app.database.write([&](db::Session& db) { return note_handed(db, by, respondent, when); }));
    return http::NoContent{};
}

Result<http::NoContent> hand(App& app, WaveId, RespondentId respondent, const WaveFacilitator& by) {
    return note(app, respondent, by, app.clock.now());
}

Result<http::NoContent> unhand(App& app, WaveId, RespondentId respondent, const WaveFacilitator& by) {
    return note(app, respondent, by, std::nullopt);
}

Result<http::Answer<LinkRow>> reissue(App& app, WaveId, RespondentId respondent, const WaveFacilitator& by) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_CHECK(replace_link(db, by, respondent));
        surveys::log_event(db, by, surveys::WaveEvent::link_replaced, now, respondent);
        return {};
    }));
    const auto rows = list_with_urls(app, by);
    const auto found = std::ranges::find(rows, respondent, &LinkRow::respondent_id);
    if (found == rows.end()) return failure(ErrorCode::not_found, "respondent");
    return http::Answer<LinkRow>{.value = *found, .has_secrets = true};
}

}  // namespace

}  // namespace konbit::links

namespace konbit {

std::span<const http::Route<App>> link_routes() {
    using namespace links;
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/links", "The personal links of a wave", may_facilitate_wave, list),
        route(http::get, "/api/waves/{id}/links.csv", "The personal links as a table", may_facilitate_wave,
              table),
        route(http::post, "/api/waves/{id}/links/{respondent_id}/handed",
              "Notes that a link was given by message, on a card or in person", may_facilitate_wave, hand),
        route(http::remove, "/api/waves/{id}/links/{respondent_id}/handed", "Takes that note back",
              may_facilitate_wave, unhand),
        route(http::post, "/api/waves/{id}/links/{respondent_id}/reissue",
              "Replaces a link; the former one ends", may_facilitate_wave, reissue),
    };
    return all;
}

}  // namespace konbit
