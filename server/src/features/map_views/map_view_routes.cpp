// SPDX-License-Identifier: Apache-2.0
#include "features/map_views/map_view_routes.hpp"

#include "core/page.hpp"
#include "db/database.hpp"
#include "features/map_views/map_view_store.hpp"
#include "features/permission/policies.hpp"

#include <array>

namespace konbit {

namespace {

using http::Created;
using http::IfMatch;
using http::NoContent;

Result<Page<ListedMapView>> list(App& app, WaveId, const WaveFacilitator& by) {
    return Page<ListedMapView>{
        app.database.read([&](db::Session& session) { return map_views::list(session, by); }), {}, {}};
}

Result<Created<ListedMapView>> add(App& app, WaveId, const WaveFacilitator& by, Create<MapView> draft) {
    KONBIT_TRY(MapView made, app.database.write([&](db::Session& session) {
        return map_views::insert(session, draft, by);
    }));
    std::string place = "/api/waves/" + made.wave_id.str() + "/views/" + made.id.str();
    return Created<ListedMapView>{ListedMapView{std::move(made), true}, std::move(place)};
}

Result<ListedMapView> change(App& app, WaveId, MapViewId id, const WaveFacilitator& by,
                             Patch<MapView> patch) {
    return app.database.write([&](db::Session& session) -> Result<ListedMapView> {
        KONBIT_TRY(const MapView stored, map_views::find(session, by, id));
        KONBIT_TRY(MapView wanted, patch.onto(stored));
        KONBIT_TRY(MapView changed, map_views::update(session, std::move(wanted), by));
        return ListedMapView{std::move(changed), true};
    });
}

Result<NoContent> forget(App& app, WaveId, MapViewId id, const WaveFacilitator& by, IfMatch seen) {
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_TRY(const MapView stored, map_views::find(session, by, id));
        KONBIT_CHECK(seen.check(stored.version));
        KONBIT_CHECK(map_views::remove(session, stored, by));
        return NoContent{};
    });
}

}  // namespace

std::span<const http::Route<App>> map_view_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/waves/{id}/views",
                    "The own views of a wave's map, and those that others share", may_facilitate_wave, list),
        http::route(post, "/api/waves/{id}/views", "Saves a view of a wave's map", may_facilitate_wave, add),
        http::route(patch, "/api/waves/{id}/views/{map_view_id}", "Changes the fields present in the body",
                    may_facilitate_wave, change),
        http::route(remove, "/api/waves/{id}/views/{map_view_id}", "Forgets a view of a wave's map",
                    may_facilitate_wave, forget),
    };
    return all;
}

}  // namespace konbit
