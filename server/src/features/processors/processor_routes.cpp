// SPDX-License-Identifier: Apache-2.0
#include "features/processors/processor_routes.hpp"

#include "core/page.hpp"
#include "db/database.hpp"
#include "features/processors/processor_store.hpp"

#include <array>

namespace konbit::processors {

namespace {

Result<Page<Processor>> show_all(App& app, const PrivacyKeeper& by) {
    return app.database.read([&](db::Session& db) { return Page<Processor>{list(db, by), {}, {}}; });
}

Result<http::Created<Processor>> add(App& app, const PrivacyKeeper& by, Create<Processor> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const Processor valid, checked(std::move(draft)));
    KONBIT_TRY(Processor made, app.database.write([&](db::Session& db) -> Result<Processor> {
        return insert(db, by, valid, now);
    }));
    return http::Created<Processor>{std::move(made), {}};
}

Result<Processor> change(App& app, ProcessorId id, const PrivacyKeeper& by, Patch<Processor> patch) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<Processor> {
        KONBIT_TRY(const Processor stored, find(db, by, id));
        KONBIT_TRY(Processor wanted, patch.onto(stored));
        KONBIT_TRY(Processor valid, checked(std::move(wanted)));
        return update(db, by, std::move(valid), now);
    });
}

}  // namespace

}  // namespace konbit::processors

namespace konbit {

std::span<const http::Route<App>> processor_routes() {
    using namespace processors;
    using http::route;
    static const std::array all{
        route(http::get, "/api/processors", "Who handles data of people for this installation",
              may_keep_privacy, show_all),
        route(http::post, "/api/processors", "Adds one; the page Privacy shows it at once", may_keep_privacy,
              add),
        route(http::patch, "/api/processors/{processor_id}", "Changes the fields present in the body",
              may_keep_privacy, change),
    };
    return all;
}

}  // namespace konbit
