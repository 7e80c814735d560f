// SPDX-License-Identifier: Apache-2.0
#include "features/networks/import_wave.hpp"
#include "features/networks/network_routes.hpp"
#include "features/permission/policies.hpp"

#include <array>

namespace konbit::networks {

namespace {

Result<WaveImportPreview> preview(App& app, ClusterId, const Facilitator& by, Create<WaveImport> import) {
    return preview_import(app, by, import);
}

Result<http::Created<Wave>> take_in(App& app, ClusterId, const Facilitator& by, Create<WaveImport> import) {
    KONBIT_TRY(Wave wave, import_wave(app, by, import));
    return http::Created<Wave>{std::move(wave), {}};
}

}  // namespace

}  // namespace konbit::networks

namespace konbit {

std::span<const http::Route<App>> import_wave_routes() {
    using http::route;
    static const std::array all{
        route(http::post, "/api/clusters/{cluster_id}/waves/import/preview",
              "What a network collected elsewhere would become as a wave; writes nothing", may_facilitate,
              networks::preview),
        route(http::post, "/api/clusters/{cluster_id}/waves/import",
              "Takes a network collected elsewhere in as an answered wave of this cluster", may_facilitate,
              networks::take_in),
    };
    return all;
}

}  // namespace konbit
