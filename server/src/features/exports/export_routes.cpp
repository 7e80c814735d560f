// SPDX-License-Identifier: Apache-2.0
#include "features/exports/export_routes.hpp"

#include "core/crypto.hpp"
#include "core/csv.hpp"
#include "core/page.hpp"
#include "db/database.hpp"
#include "features/exports/consented.hpp"
#include "features/exports/export_store.hpp"
#include "features/networks/analyze.hpp"
#include "features/networks/network_store.hpp"
#include "features/networks/network_tables.hpp"
#include "features/networks/response.hpp"
#include "features/permission/policies.hpp"
#include "features/research/research_store.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <random>

namespace konbit::exports {

namespace {

using networks::NetworkReport;

struct WhichTable {
    QuestionKey question = QuestionKey::know;
    ExportPurpose purpose = ExportPurpose::facilitation;
    std::optional<ResearchRequestId> request_id;  ///< Of a file for research: its approval.

    static constexpr auto fields() {
        return std::tuple{field("question", &WhichTable::question).defaulted(),
                          field("purpose", &WhichTable::purpose),
                          field("request_id", &WhichTable::request_id)};
    }
};

/// What a browser is about to save: a drawing, or the table behind it.
struct Drawn {
    ExportContent content = ExportContent::map;
    ExportPurpose purpose = ExportPurpose::facilitation;

    static constexpr auto fields() {
        return std::tuple{field("content", &Drawn::content), field("purpose", &Drawn::purpose)};
    }
};

/// A wave as far as it may leave, and how many answered it altogether.
struct Leaving {
    NetworkReport report;
    networks::ResponseSummary response;
};

/// Sealed rows are not even opened for a file.
Result<Leaving> leaving(App& app, const Analyst& by, ExportPurpose purpose) {
    return app.database.read([&](db::Session& db) -> Result<Leaving> {
        KONBIT_TRY(networks::StoredWave stored, networks::load(db, by));
        const auto response = networks::response_of(stored.data);
        KONBIT_TRY(const auto data,
                   consented(std::move(stored.data), purpose, agreed_to(db, by.wave(), purpose)));
        return Leaving{analyze(data), response};
    });
}

/// Who takes something out: reading it is one right, noting who did another.
struct Taker {
    const Analyst& reads;
    WaveFacilitator notes;
};

Result<Taker> taker(App& app, const http::Request& request, const Analyst& by) {
    KONBIT_TRY(WaveFacilitator notes, Policies::facilitate_wave(app, request, by.wave()));
    return Taker{by, std::move(notes)};
}

/// What the ties of a question are called.
std::string relation_of(const NetworkReport& report, QuestionKey key) {
    const auto found = std::ranges::find(report.questions, key, &networks::QuestionReport::key);
    const bool is_named = found != report.questions.end() && found->relation;
    return is_named ? *found->relation : std::string(name_of(key));
}

Result<StampedExport> note(App& app, const WaveFacilitator& by, Export file) {
    const Instant now = app.clock.now();
    return app.database.write(
        [&](db::Session& db) -> Result<StampedExport> { return insert(db, by, std::move(file), now); });
}

/// The stamp is the last line: the first one holds the names of the columns, wherever the file is opened.
void append_stamp(std::string& csv, const std::string& stamp) {
    CsvWriter writer(csv);
    writer.cell("# " + stamp);
    writer.end_row();
}

/// Files for research leave under an approved request only; others under none.
Result<std::optional<ResearchRequestId>> approval(App& app, const WaveFacilitator& by,
                                                  const WhichTable& which) {
    if (which.purpose != ExportPurpose::research) return std::nullopt;
    KONBIT_TRY(const ResearchLine approved, app.database.read([&](db::Session& db) {
        return research::find_approved(db, by, which.request_id);
    }));
    return approved.id;
}

using Table = Result<std::string> (*)(const NetworkReport&, QuestionKey);

Result<http::Response> table(App& app, const Taker& by, const WhichTable& which, ExportContent content,
                             Table write) {
    if (which.purpose == ExportPurpose::evaluation) return failure(ErrorCode::conflict, "export_by_name");
    KONBIT_TRY(const auto request_id, approval(app, by.notes, which));
    KONBIT_TRY(Leaving file, leaving(app, by.reads, which.purpose));
    if (which.purpose == ExportPurpose::research) take_names_off(file.report.map, std::random_device()());
    KONBIT_TRY(std::string csv, write(file.report, which.question));
    KONBIT_TRY(const StampedExport noted, note(app, by.notes,
                                               {.content = content,
                                                .question = which.question,
                                                .purpose = which.purpose,
                                                .answered = file.response.answered,
                                                .asked = file.response.asked,
                                                .sha256 = crypto::sha256_hex(csv),
                                                .request_id = request_id}));
    append_stamp(csv, noted.stamp);
    return http::download(std::move(csv), "text/csv; charset=utf-8",
                          fmt::format("{} {} {}.csv", file.report.wave.title,
                                      relation_of(file.report, which.question), name_of(content)));
}

Result<http::Response> members(App& app, WaveId, const Analyst& by, http::Query<WhichTable> which,
                               const http::Request& request) {
    KONBIT_TRY(const Taker who, taker(app, request, by));
    return table(app, who, which, ExportContent::members, networks::members_csv);
}

Result<http::Response> ties(App& app, WaveId, const Analyst& by, http::Query<WhichTable> which,
                            const http::Request& request) {
    KONBIT_TRY(const Taker who, taker(app, request, by));
    return table(app, who, which, ExportContent::ties, networks::ties_csv);
}

/// The page of results is for the facilitator: only its totals may go on to somebody else.
Result<http::Created<StampedExport>> stamp(App& app, WaveId, const Analyst& by, Create<Drawn> drawn,
                                           const http::Request& request) {
    KONBIT_TRY(const Taker who, taker(app, request, by));
    const bool has_names = drawn.content != ExportContent::funnel;
    const bool may_leave = drawn.purpose == ExportPurpose::facilitation ||
                           (drawn.purpose == ExportPurpose::evaluation && !has_names);
    if (!may_leave) return failure(ErrorCode::conflict, "export_by_name");
    KONBIT_TRY(const Leaving file, leaving(app, by, drawn.purpose));
    KONBIT_TRY(StampedExport noted, note(app, who.notes,
                                         {.content = drawn.content,
                                          .purpose = drawn.purpose,
                                          .answered = file.response.answered,
                                          .asked = file.response.asked}));
    return http::Created<StampedExport>{std::move(noted), {}};
}

Result<Page<StampedExport>> list(App& app, WaveId, const WaveFacilitator& by) {
    return app.database.read(
        [&](db::Session& db) { return Page<StampedExport>{list_exports(db, by), {}, {}}; });
}

}  // namespace

}  // namespace konbit::exports

namespace konbit {

std::span<const http::Route<App>> export_routes() {
    using namespace exports;
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/network.csv", "The members of the map as a table, for a purpose",
              may_analyze_wave, members),
        route(http::get, "/api/waves/{id}/ties.csv",
              "The ties of one question that may be shown by name, for a purpose", may_analyze_wave, ties),
        route(http::get, "/api/waves/{id}/exports", "What was taken out of a wave, by whom and for what",
              may_facilitate_wave, list),
        route(http::post, "/api/waves/{id}/exports", "Notes a drawing that is saved, and words its stamp",
              may_analyze_wave, stamp),
    };
    return all;
}

}  // namespace konbit
