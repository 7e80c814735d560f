// SPDX-License-Identifier: Apache-2.0
#include "features/exports/export_routes.hpp"

#include "core/crypto.hpp"
#include "core/csv.hpp"
#include "core/page.hpp"
#include "db/database.hpp"
#include "features/exports/export_store.hpp"
#include "features/exports/leaving.hpp"
#include "features/exports/network_export.hpp"
#include "features/exports/stamp.hpp"
#include "features/networks/network_tables.hpp"
#include "features/pages/frame.hpp"
#include "features/permission/policies.hpp"

#include <fmt/core.h>

#include <array>

namespace konbit::exports {

namespace {

using networks::NetworkReport;

struct WhichTable {
    QuestionKey question = QuestionKey::know;
    ExportPurpose purpose = ExportPurpose::facilitation;
    std::optional<ResearchRequestId> request_id;  ///< Of a file for research: its approval.
    std::string lang;                             ///< Of its stamp; read by pages::words_for.

    static constexpr auto fields() {
        return std::tuple{
            field("question", &WhichTable::question).defaulted(), field("purpose", &WhichTable::purpose),
            field("request_id", &WhichTable::request_id), field("lang", &WhichTable::lang).defaulted()};
    }
};

/// What a browser is about to save: a drawing, or the table behind it.
struct Drawn {
    ExportContent content = ExportContent::map;
    ExportPurpose purpose = ExportPurpose::facilitation;
    std::string sha256;  ///< Of the table, as 64 lower-case hexadecimal digits.

    static constexpr auto fields() {
        return std::tuple{field("content", &Drawn::content), field("purpose", &Drawn::purpose),
                          field("sha256", &Drawn::sha256)};
    }
};

/// The stamp is the last line: the first one holds the names of the columns, wherever the file is opened.
void append_stamp(std::string& csv, const std::string& stamp) {
    CsvWriter writer(csv);
    writer.cell("# " + stamp);
    writer.end_row();
}

/// A table that can be taken out.
struct Table {
    ExportContent content;
    Result<std::string> (*write)(const NetworkReport&, QuestionKey);
};

Result<http::Response> take_table(App& app, const http::Request& request, const Analyst& reads,
                                  const WhichTable& which, const Table& table) {
    KONBIT_TRY(const Taker by, taker(app, request, reads));
    KONBIT_TRY(const auto request_id, approval(app, by.notes, which.purpose, which.request_id));
    KONBIT_TRY(const Leaving file, leaving(app, by.reads, which.purpose));
    KONBIT_TRY(std::string csv, table.write(file.report, which.question));
    KONBIT_TRY(const StampedExport noted, note(app, by.notes,
                                               {.content = table.content,
                                                .question = which.question,
                                                .purpose = which.purpose,
                                                .answered = file.response.answered,
                                                .asked = file.response.asked,
                                                .sha256 = crypto::sha256_hex(csv),
                                                .request_id = request_id},
                                               pages::words_for(app, request)));
    append_stamp(csv, noted.stamp);
    return http::download(std::move(csv), "text/csv; charset=utf-8",
                          fmt::format("{} {} {}.csv", file.report.wave.title,
                                      relation_of(file.report, which.question), name_of(table.content)));
}

Result<http::Response> members(App& app, WaveId, const Analyst& by, http::Query<WhichTable> which,
                               const http::Request& request) {
    return take_table(app, request, by, which, {ExportContent::members, networks::members_csv});
}

Result<http::Response> ties(App& app, WaveId, const Analyst& by, http::Query<WhichTable> which,
                            const http::Request& request) {
    return take_table(app, request, by, which, {ExportContent::ties, networks::ties_csv});
}

/// The page of results is for the facilitator: what it draws may hold what totals hide. Those are taken out
/// where they are released.
Result<http::Created<StampedExport>> stamp(App& app, WaveId, const Analyst& by, Create<Drawn> drawn,
                                           http::Query<StampLanguage>, const http::Request& request) {
    KONBIT_TRY(const Taker who, taker(app, request, by));
    if (drawn.purpose != ExportPurpose::facilitation) return failure(ErrorCode::conflict, "export_by_name");
    KONBIT_TRY(const Leaving file, leaving(app, by, drawn.purpose));
    KONBIT_TRY(StampedExport noted, note(app, who.notes,
                                         {.content = drawn.content,
                                          .purpose = drawn.purpose,
                                          .answered = file.response.answered,
                                          .asked = file.response.asked,
                                          .sha256 = drawn.sha256},
                                         pages::words_for(app, request)));
    return http::Created<StampedExport>{std::move(noted), {}};
}

Result<http::Response> network_file(App& app, WaveId, const Analyst& by, http::Query<WhichFile> which,
                                    const http::Request& request) {
    KONBIT_TRY(TakenFile file, take_network(app, request, by, which));
    return http::download(std::move(file.bytes), file.media_type, file.name);
}

Result<Page<StampedExport>> list(App& app, WaveId, const WaveFacilitator& by, http::Query<StampLanguage>,
                                 const http::Request& request) {
    const auto words = pages::words_for(app, request);
    return app.database.read([&](db::Session& db) {
        Page<StampedExport> page;
        for (auto& file : list_exports(db, by)) page.items.push_back(stamped(db, std::move(file), words));
        return page;
    });
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
        route(http::get, "/api/waves/{id}/network_file",
              "The network of one question for another program, for a purpose", may_analyze_wave,
              network_file),
        route(http::get, "/api/waves/{id}/exports", "What was taken out of a wave, by whom and for what",
              may_facilitate_wave, list),
        route(http::post, "/api/waves/{id}/exports", "Notes a drawing that is saved, and words its stamp",
              may_analyze_wave, stamp),
    };
    return all;
}

}  // namespace konbit
