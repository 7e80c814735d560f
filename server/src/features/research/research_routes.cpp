// SPDX-License-Identifier: Apache-2.0
#include "features/research/research_routes.hpp"

#include "core/page.hpp"
#include "db/database.hpp"
#include "features/corrections/correction_rules.hpp"
#include "features/permission/policies.hpp"
#include "features/research/research_store.hpp"

#include <array>

namespace konbit::research {

namespace {

struct ResearchRefusal {
    std::string reason;  ///< Read by whoever asked.

    static constexpr auto fields() { return std::tuple{field("reason", &ResearchRefusal::reason)}; }
};

Result<Page<ResearchLine>> show(App& app, WaveId, const WaveFacilitator& by) {
    return app.database.read([&](db::Session& db) { return Page<ResearchLine>{list(db, by), {}, {}}; });
}

Result<http::Created<ResearchLine>> ask(App& app, WaveId, const WaveFacilitator& by,
                                        Create<ResearchRequest> wanted) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const ResearchRequest valid, checked(std::move(wanted), utc_date(now)));
    KONBIT_TRY(ResearchLine made, app.database.write([&](db::Session& db) -> Result<ResearchLine> {
        return insert(db, by, valid, now);
    }));
    return http::Created<ResearchLine>{std::move(made), {}};
}

Result<ResearchLine> take_back(App& app, WaveId, ResearchRequestId id, const WaveFacilitator& by) {
    return app.database.write([&](db::Session& db) { return withdraw(db, by, id); });
}

Result<Page<ResearchLine>> show_waiting(App& app, const DirectoryEditor& by) {
    return app.database.read(
        [&](db::Session& db) { return Page<ResearchLine>{list_waiting(db, by), {}, {}}; });
}

Result<ResearchLine> let_go(App& app, ResearchRequestId id, const DirectoryEditor& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) { return approve(db, by, id, now); });
}

Result<ResearchLine> refuse(App& app, ResearchRequestId id, const DirectoryEditor& by,
                            Create<ResearchRefusal> refusal) {
    KONBIT_TRY(const std::string reason, checked_reason(refusal.reason));
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) { return decline(db, by, id, reason, now); });
}

}  // namespace

}  // namespace konbit::research

namespace konbit {

std::span<const http::Route<App>> research_routes() {
    using namespace research;
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/research", "Requests for answers of a wave for research",
              may_facilitate_wave, show),
        route(http::post, "/api/waves/{id}/research",
              "Asks a second person to let answers go for research, under an agreement", may_facilitate_wave,
              ask),
        route(http::post, "/api/waves/{id}/research/{request_id}/withdraw",
              "Takes a request back; an approved one gives no more files", may_facilitate_wave, take_back),
        route(http::get, "/api/research_requests", "Requests for research that wait for a second person",
              may_add_to_directory, show_waiting),
        route(http::post, "/api/research_requests/{request_id}/approve",
              "Lets answers go for research, as the second person", may_add_to_directory, let_go),
        route(http::post, "/api/research_requests/{request_id}/decline",
              "Says why answers do not go for research", may_add_to_directory, refuse),
    };
    return all;
}

}  // namespace konbit
