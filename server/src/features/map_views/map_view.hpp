// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/map_views/map_scene.hpp"

namespace konbit {

using MapViewId = Id<struct MapViewTag>;

/// How a map was set up, under a name; its maker's own unless shared with the cluster's facilitators.
struct MapView {
    MapViewId id{};
    WaveId wave_id{};
    AccountId account_id{};
    std::string name;  ///< 1-60 code points, once per wave and account.
    MapScene scene;
    bool is_shared = false;  ///< Others see it then; only its maker changes or forgets it.
    std::int64_t version = 1;
    std::string sort_key;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &MapView::id, Access::read_only),
            field("wave_id", &MapView::wave_id, Access::read_only),
            field("account_id", &MapView::account_id, Access::never_sent),
            field("name", &MapView::name),
            field("scene", &MapView::scene),
            field("is_shared", &MapView::is_shared).defaulted(),
            field("version", &MapView::version, Access::read_only),
            field("sort_key", &MapView::sort_key, Access::never_sent),
        };
    }
};

/// A view as one facilitator finds it.
struct ListedMapView : MapView {
    bool is_own = true;

    static constexpr auto fields() {
        return std::tuple_cat(MapView::fields(),
                              std::tuple{field("is_own", &ListedMapView::is_own, Access::read_only)});
    }
};

}  // namespace konbit
