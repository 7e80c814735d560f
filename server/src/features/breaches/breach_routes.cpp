// SPDX-License-Identifier: Apache-2.0
#include "features/breaches/breach_routes.hpp"

#include "core/page.hpp"
#include "db/database.hpp"
#include "features/breaches/breach_reminders.hpp"
#include "features/breaches/breach_store.hpp"

#include <array>

namespace konbit::breaches {

namespace {

Result<Page<ShownBreach>> show_all(App& app, const PrivacyKeeper& by) {
    const Instant now = app.clock.now();
    return app.database.read([&](db::Session& db) { return Page<ShownBreach>{list(db, by, now), {}, {}}; });
}

Result<ShownBreach> show(App& app, BreachId id, const PrivacyKeeper& by) {
    const Instant now = app.clock.now();
    return app.database.read([&](db::Session& db) { return find(db, by, id, now); });
}

/// Who answers for it is told at once, and not with the next hour.
Result<http::Created<ShownBreach>> add(App& app, const PrivacyKeeper& by, Create<Breach> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Breach valid, checked(std::move(draft), now));
    KONBIT_TRY(ShownBreach made, app.database.write([&](db::Session& db) -> Result<ShownBreach> {
        return insert(db, by, valid, now);
    }));
    KONBIT_CHECK(send_reminders(app));
    return http::Created<ShownBreach>{std::move(made), {}};
}

Result<ShownBreach> change(App& app, BreachId id, const PrivacyKeeper& by, Patch<Breach> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<ShownBreach> {
        KONBIT_TRY(const ShownBreach stored, find(db, by, id, now));
        KONBIT_TRY(Breach wanted, patch.onto(stored));
        KONBIT_TRY(Breach valid, checked(std::move(wanted), now));
        return update(db, by, std::move(valid), now);
    });
}

Result<ShownBreach> note_told(App& app, BreachId id, const PrivacyKeeper& by, Create<BreachNotice> notice) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) { return tell(db, by, id, notice, now); });
}

Result<ShownBreach> finish(App& app, BreachId id, const PrivacyKeeper& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) { return close(db, by, id, now); });
}

}  // namespace

}  // namespace konbit::breaches

namespace konbit {

std::span<const http::Route<App>> breach_routes() {
    using namespace breaches;
    using http::route;
    static const std::array all{
        route(http::get, "/api/breaches", "What went wrong with data of people, with its clocks",
              may_keep_privacy, show_all),
        route(http::post, "/api/breaches", "Enters a breach; the clocks run from when it was found",
              may_keep_privacy, add),
        route(http::get, "/api/breaches/{breach_id}", "One breach", may_keep_privacy, show),
        route(http::patch, "/api/breaches/{breach_id}", "Changes the fields present in the body",
              may_keep_privacy, change),
        route(http::post, "/api/breaches/{breach_id}/notices",
              "Notes that the authority of a country was told", may_keep_privacy, note_told),
        route(http::post, "/api/breaches/{breach_id}/close", "Closes a breach with what is different now",
              may_keep_privacy, finish),
    };
    return all;
}

}  // namespace konbit
