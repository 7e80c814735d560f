// SPDX-License-Identifier: Apache-2.0
#include "features/exports/leaving.hpp"

#include "db/database.hpp"
#include "features/exports/consented.hpp"
#include "features/exports/export_store.hpp"
#include "features/exports/stamp.hpp"
#include "features/networks/analyze.hpp"
#include "features/networks/network_store.hpp"
#include "features/networks/response.hpp"
#include "features/permission/policies.hpp"
#include "features/research/research_store.hpp"

#include <algorithm>
#include <random>

namespace konbit::exports {

using networks::NetworkReport;
using networks::QuestionReport;

namespace {

Result<Leaving> consented_wave(App& app, const Analyst& by, ExportPurpose purpose) {
    return app.database.read([&](db::Session& db) -> Result<Leaving> {
        KONBIT_TRY(networks::StoredWave stored, networks::load(db, by));
        const auto response = networks::response_of(stored.data);
        KONBIT_TRY(const auto data,
                   consented(std::move(stored.data), purpose, agreed_to(db, by.wave(), purpose)));
        return Leaving{analyze(data), response};
    });
}

Result<StampedExport> noted(App& app, const auto& by, Export file, const pages::Words& words) {
    // The browser says what the table of a drawing hashes to.
    if (file.sha256 && !is_sha256(*file.sha256))
        return failure(ErrorCode::invalid, "invalid", {{"/sha256", "not_allowed"}});
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<StampedExport> {
        return stamped(db, insert(db, by, file, now), words);
    });
}

}  // namespace

Result<Taker> taker(App& app, const http::Request& request, const Analyst& by) {
    KONBIT_TRY(WaveFacilitator notes, Policies::facilitate_wave(app, request, by.wave()));
    return Taker{by, std::move(notes)};
}

Result<Leaving> leaving(App& app, const Analyst& by, ExportPurpose purpose) {
    KONBIT_TRY(Leaving file, consented_wave(app, by, purpose));
    if (purpose == ExportPurpose::research) take_names_off(file.report.map, std::random_device()());
    return file;
}

const QuestionReport* asked_in(const NetworkReport& report, QuestionKey key) {
    const auto found = std::ranges::find(report.questions, key, &QuestionReport::key);
    const bool may_leave = found != report.questions.end() && found->sensitivity != Sensitivity::sealed;
    return may_leave ? &*found : nullptr;
}

std::string relation_of(const NetworkReport& report, QuestionKey key) {
    const QuestionReport* const found = asked_in(report, key);
    return found && found->relation ? *found->relation : std::string(name_of(key));
}

Result<std::optional<ResearchRequestId>> approval(App& app, const WaveFacilitator& by, ExportPurpose purpose,
                                                  const std::optional<ResearchRequestId>& request_id) {
    if (purpose == ExportPurpose::evaluation) return failure(ErrorCode::conflict, "export_by_name");
    if (purpose != ExportPurpose::research) return std::nullopt;
    KONBIT_TRY(const ResearchLine approved, app.database.read([&](db::Session& db) {
        return research::find_approved(db, by, request_id);
    }));
    return approved.id;
}

Result<StampedExport> note(App& app, const WaveFacilitator& by, Export file, const pages::Words& words) {
    return noted(app, by, std::move(file), words);
}

Result<StampedExport> note(App& app, const totals::TotalsReader& by, Export file, const pages::Words& words) {
    return noted(app, by, std::move(file), words);
}

}  // namespace konbit::exports
