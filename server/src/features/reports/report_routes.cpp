// SPDX-License-Identifier: Apache-2.0
#include "features/reports/report_routes.hpp"

#include "core/page.hpp"
#include "db/database.hpp"
#include "features/permission/policies.hpp"
#include "features/reports/copy_store.hpp"
#include "features/reports/report_page.hpp"
#include "features/reports/report_pdf.hpp"
#include "features/reports/report_service.hpp"
#include "features/surveys/instrument.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace konbit::reports {

namespace {

struct PdfWanted {
    Audience audience = Audience::board;
    std::string language = "en";
    pdf::Paper paper = pdf::Paper::a4;

    static constexpr auto fields() {
        return std::tuple{field("audience", &PdfWanted::audience),
                          field("language", &PdfWanted::language).defaulted(),
                          field("paper", &PdfWanted::paper).defaulted()};
    }
};

struct PageWanted {
    Audience audience = Audience::board;
    std::string lang;  ///< Read by pages::words_for.

    static constexpr auto fields() {
        return std::tuple{field("audience", &PageWanted::audience),
                          field("lang", &PageWanted::lang).defaulted()};
    }
};

/// Reading the results is one right, taking something out of them another.
Result<Report> report(App& app, const http::Request& request, const Analyst& by, Audience audience,
                      const pages::Words& words) {
    KONBIT_TRY(const WaveFacilitator notes, Policies::facilitate_wave(app, request, by.wave()));
    KONBIT_TRY(const Material material, take_material(app, by, notes, audience));
    return audience == Audience::board ? board_report(material, words) : evaluator_report(material, words);
}

Result<http::Response> pdf(App& app, WaveId, const Analyst& by, http::Query<PdfWanted> wanted,
                           const http::Request& request) {
    if (std::ranges::find(surveys::languages, wanted.language) == surveys::languages.end())
        return failure(ErrorCode::invalid, "invalid", {{"/language", "not_allowed"}});
    const pages::Words words(app.texts, wanted.language);
    KONBIT_TRY(const Report told, report(app, request, by, wanted.audience, words));
    auto response = http::download(pdf_of(told, wanted.paper).bytes(), "application/pdf",
                                   fmt::format("{} {}.pdf", told.subtitle, name_of(wanted.audience)));
    response.has_secrets = true;
    return response;
}

Result<http::Response> page(App& app, WaveId id, const Analyst& by, http::Query<PageWanted> wanted,
                            const http::Request& request) {
    const auto words = pages::words_for(app, request);
    KONBIT_TRY(const Report told, report(app, request, by, wanted.audience, words));
    auto content = page_of(told, "/waves/" + id.str() + "/report");
    content.query = {{"audience", std::string(name_of(wanted.audience))}};
    auto response = pages::page(app, request, words, std::move(content));
    response.has_secrets = true;
    return response;
}

Result<Page<ReportCopyLine>> list(App& app, WaveId, const WaveFacilitator& by) {
    return app.database.read(
        [&](db::Session& db) { return Page<ReportCopyLine>{list_copies(db, by), {}, {}}; });
}

}  // namespace

}  // namespace konbit::reports

namespace konbit {

std::span<const http::Route<App>> report_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/report.pdf", "A wave told on paper, nobody by name (PDF)",
              may_analyze_wave, reports::pdf),
        route(http::get, "/api/waves/{id}/reports", "The reports that were taken out of a wave",
              may_facilitate_wave, reports::list),
        route(http::get, "/waves/{id}/report", "The same as a page to print", may_analyze_wave,
              reports::page),
    };
    return all;
}

}  // namespace konbit
