// SPDX-License-Identifier: Apache-2.0
#include "features/map_views/map_view_store.hpp"

#include "core/text.hpp"
#include "db/columns.hpp"
#include "features/organizations/listing_rules.hpp"

namespace konbit::map_views {

namespace {

constexpr int longest_name = 60;

/// Whose views are meant; the installation itself has none.
AccountId account_of(const WaveFacilitator& by) { return by.viewer().account().value_or(AccountId{}); }

bool is_taken(db::Session& session, const MapView& view) {
    return session
        .one<std::int64_t>(
            "SELECT 1 FROM map_views WHERE wave_id = $1 AND account_id = $2 AND sort_key = $3 AND id <> $4",
            view.wave_id, view.account_id, view.sort_key, view.id)
        .has_value();
}

Result<MapView> checked(db::Session& session, MapView view) {
    view.name = text::trim(view.name);
    view.sort_key = text::sort_key(view.name);
    Findings findings = problems_of(view.scene);
    findings.require(!view.name.empty(), "/name", "required");
    check_length(findings, "/name", view.name, longest_name);
    findings.require(!is_taken(session, view), "/name", "taken");
    return std::move(findings).or_value(std::move(view));
}

std::int64_t count_own(db::Session& session, const WaveFacilitator& by) {
    return session.value<std::int64_t>(
        "SELECT count(*) FROM map_views WHERE wave_id = $1 AND account_id = $2", by.wave(), account_of(by));
}

}  // namespace

std::vector<ListedMapView> list(db::Session& session, const WaveFacilitator& by) {
    std::vector<ListedMapView> listed;
    for (auto& view : session.query<MapView>("SELECT " + db::columns<MapView>() +
                                                 " FROM map_views WHERE wave_id = $1"
                                                 " AND (account_id = $2 OR is_shared) ORDER BY sort_key, id",
                                             by.wave(), account_of(by))) {
        const bool is_own = view.account_id == account_of(by);
        listed.push_back({std::move(view), is_own});
    }
    return listed;
}

Result<MapView> find(db::Session& session, const WaveFacilitator& by, const MapViewId& id) {
    auto view = session.one<MapView>("SELECT " + db::columns<MapView>() +
                                         " FROM map_views WHERE id = $1 AND wave_id = $2 AND account_id = $3",
                                     id, by.wave(), account_of(by));
    if (!view) return failure(ErrorCode::not_found, "saved_view");
    return *std::move(view);
}

Result<MapView> insert(db::Session& session, MapView view, const WaveFacilitator& by) {
    if (count_own(session, by) >= most_map_views) return failure(ErrorCode::conflict, "too_many_saved_views");
    view.id = new_id<MapViewId>();
    view.wave_id = by.wave();
    view.account_id = account_of(by);
    view.version = 1;
    KONBIT_TRY(MapView valid, checked(session, std::move(view)));
    db::insert(session, "map_views", valid);
    return valid;
}

Result<MapView> update(db::Session& session, MapView view, const WaveFacilitator& by) {
    KONBIT_CHECK(find(session, by, view.id));
    KONBIT_TRY(MapView valid, checked(session, std::move(view)));
    return db::update(session, "map_views", std::move(valid));
}

Result<void> remove(db::Session& session, const MapView& view, const WaveFacilitator& by) {
    const auto removed = session.change(
        "DELETE FROM map_views WHERE id = $1 AND wave_id = $2 AND account_id = $3 AND version = $4", view.id,
        by.wave(), account_of(by), view.version);
    if (removed == 0) return failure(ErrorCode::stale, "version");
    return {};
}

}  // namespace konbit::map_views
