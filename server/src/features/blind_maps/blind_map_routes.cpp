// SPDX-License-Identifier: Apache-2.0
#include "features/blind_maps/blind_map_routes.hpp"

#include "core/page.hpp"
#include "db/database.hpp"
#include "features/blind_maps/blind_map_paper.hpp"
#include "features/blind_maps/blind_map_store.hpp"
#include "features/exports/export_store.hpp"
#include "features/networks/network_service.hpp"
#include "features/networks/network_store.hpp"
#include "features/permission/policies.hpp"
#include "features/reports/report_pdf.hpp"
#include "features/surveys/instrument.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <random>

namespace konbit::blind_maps {

namespace {

struct BlindMapRefusal {
    std::string reason;  ///< Read by whoever asked.

    static constexpr auto fields() { return std::tuple{field("reason", &BlindMapRefusal::reason)}; }
};

struct FileWanted {
    std::string language = "en";
    pdf::Paper paper = pdf::Paper::a4;

    static constexpr auto fields() {
        return std::tuple{field("language", &FileWanted::language).defaulted(),
                          field("paper", &FileWanted::paper).defaulted()};
    }
};

Result<Page<BlindMapLine>> show(App& app, WaveId, const WaveFacilitator& by) {
    return app.database.read([&](db::Session& db) { return Page<BlindMapLine>{list(db, by), {}, {}}; });
}

Result<http::Created<BlindMapLine>> ask(App& app, WaveId, const WaveFacilitator& by,
                                        Create<BlindMapRequest> wanted) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const BlindMapRequest valid, checked(std::move(wanted)));
    KONBIT_TRY(BlindMapLine made, app.database.write([&](db::Session& db) -> Result<BlindMapLine> {
        return insert(db, by, valid, now);
    }));
    return http::Created<BlindMapLine>{std::move(made), {}};
}

Result<Page<BlindMapLine>> show_waiting(App& app, const DirectoryEditor& by) {
    return app.database.read(
        [&](db::Session& db) { return Page<BlindMapLine>{list_waiting(db, by), {}, {}}; });
}

Result<BlindMapLine> approve(App& app, BlindMapRequestId id, const DirectoryEditor& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) { return decide(db, by, id, std::nullopt, now); });
}

Result<BlindMapLine> decline(App& app, BlindMapRequestId id, const DirectoryEditor& by,
                             Create<BlindMapRefusal> refusal) {
    KONBIT_TRY(const std::string reason, checked_reason(refusal.reason));
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) { return decide(db, by, id, reason, now); });
}

/// Drawn by a lot that is kept nowhere: two files of the same network cannot be laid side by side.
Result<reports::BlindMap> drawn(App& app, const Analyst& by) {
    const std::uint64_t lot =
        (static_cast<std::uint64_t>(std::random_device()()) << 32) | std::random_device()();
    return app.database.read([&](db::Session& db) -> Result<reports::BlindMap> {
        KONBIT_TRY(const networks::StoredWave stored, networks::load(db, by));
        auto map =
            reports::blind_map(stored.data, exports::agreed_to(db, by.wave(), ExportPurpose::research), lot);
        if (!map) return failure(ErrorCode::conflict, "too_few_agreed");
        map->picture.sizes = reports::bucketed(map->picture);
        return *std::move(map);
    });
}

Result<http::Response> file(App& app, WaveId, BlindMapRequestId id, const Analyst& by,
                            http::Query<FileWanted> wanted, const http::Request& request) {
    if (std::ranges::find(surveys::languages, wanted.language) == surveys::languages.end())
        return failure(ErrorCode::invalid, "invalid", {{"/language", "not_allowed"}});
    KONBIT_TRY(const WaveFacilitator notes, Policies::facilitate_wave(app, request, by.wave()));
    KONBIT_TRY(const auto network, networks::report_of(app, by));
    KONBIT_TRY(const reports::BlindMap map, drawn(app, by));
    const Instant now = app.clock.now();
    KONBIT_TRY(const BlindMapLine approved,
               app.database.write([&](db::Session& db) { return take(db, notes, id, now); }));
    const auto paper = paper_of(approved, map, *network, pages::Words(app.texts, wanted.language));
    auto response = http::download(reports::pdf_of(paper, wanted.paper).bytes(), "application/pdf",
                                   fmt::format("{}.pdf", paper.title));
    response.has_secrets = true;
    return response;
}

}  // namespace

}  // namespace konbit::blind_maps

namespace konbit {

std::span<const http::Route<App>> blind_map_routes() {
    using namespace blind_maps;
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/blind_maps",
              "Requests for a picture of a wave's network without names", may_facilitate_wave, show),
        route(http::post, "/api/waves/{id}/blind_maps",
              "Asks a second person to let a picture without names go to a funder", may_facilitate_wave, ask),
        route(http::get, "/api/waves/{id}/blind_maps/{blind_map_id}",
              "A picture without names that was let go, drawn anew each time (PDF)", may_analyze_wave, file),
        route(http::get, "/api/blind_map_requests", "Requests for pictures that wait for a second person",
              may_add_to_directory, show_waiting),
        route(http::post, "/api/blind_map_requests/{blind_map_id}/approve",
              "Lets a picture without names go, as the second person", may_add_to_directory, approve),
        route(http::post, "/api/blind_map_requests/{blind_map_id}/decline", "Says why a picture does not go",
              may_add_to_directory, decline),
    };
    return all;
}

}  // namespace konbit
