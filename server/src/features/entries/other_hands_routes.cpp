// SPDX-License-Identifier: Apache-2.0
#include "features/entries/other_hands_routes.hpp"

#include "db/database.hpp"
#include "features/entries/entering.hpp"
#include "features/entries/entry_store.hpp"
#include "features/permission/policies.hpp"

#include <array>

namespace konbit::entries {

namespace {

/// What stands on forms is nobody else's business: no cache keeps it.
template <class T>
http::Answer<T> secret(T value) {
    return {.value = std::move(value), .has_secrets = true};
}

Result<http::Answer<Page<EntryLine>>> list(App& app, WaveId, const WaveFacilitator& by) {
    return secret(
        Page<EntryLine>{app.database.read([&](db::Session& db) { return list_lines(db, by); }), {}, {}});
}

Result<http::Answer<Entry>> show(App& app, WaveId, RespondentId respondent, const WaveFacilitator& by) {
    KONBIT_TRY(Entry entry, app.database.read([&](db::Session& db) { return find(db, by, respondent); }));
    return secret(std::move(entry));
}

Result<http::Answer<Entry>> keep(App& app, WaveId, RespondentId respondent, const WaveFacilitator& by,
                                 Create<Entry> draft) {
    const Instant now = app.clock.now();
    draft.id = respondent;
    KONBIT_TRY(Entry entry,
               app.database.write([&](db::Session& db) { return save_draft(db, by, draft, now); }));
    return secret(std::move(entry));
}

Result<http::NoContent> drop(App& app, WaveId, RespondentId respondent, const WaveFacilitator& by) {
    KONBIT_CHECK(app.database.write([&](db::Session& db) { return drop_draft(db, by, respondent); }));
    return http::NoContent{};
}

Result<http::Answer<Entered>> end(App& app, WaveId, RespondentId respondent, const WaveFacilitator& by) {
    KONBIT_TRY(Entered entered, enter(app, by, respondent));
    return secret(std::move(entered));
}

}  // namespace

}  // namespace konbit::entries

namespace konbit {

std::span<const http::Route<App>> other_hands_routes() {
    using namespace entries;
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/entries",
              "Who is asked in a wave, and what was entered for whom by others; not what was answered",
              may_facilitate_wave, list),
        route(http::get, "/api/waves/{id}/entries/{respondent_id}",
              "What the viewer typed for a member so far", may_facilitate_wave, show),
        route(http::put, "/api/waves/{id}/entries/{respondent_id}",
              "Keeps what is typed from a member's form; nothing counts yet", may_facilitate_wave, keep),
        route(http::remove, "/api/waves/{id}/entries/{respondent_id}",
              "Forgets what was typed and not entered", may_facilitate_wave, drop),
        route(http::post, "/api/waves/{id}/entries/{respondent_id}/enter",
              "Enters what was typed as the member's answers, and writes to the member", may_facilitate_wave,
              end),
    };
    return all;
}

}  // namespace konbit
