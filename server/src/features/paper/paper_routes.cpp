// SPDX-License-Identifier: Apache-2.0
#include "features/paper/paper_routes.hpp"

#include "db/database.hpp"
#include "features/paper/paper_form.hpp"
#include "features/permission/policies.hpp"
#include "features/surveys/instrument.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

namespace konbit::paper {

namespace {

enum class FormKind {
    general,   ///< One form that any member can fill in.
    personal,  ///< One for each member, in its own language.
};
constexpr auto names(FormKind) { return std::to_array<std::string_view>({"general", "personal"}); }

struct FormWanted {
    FormKind kind = FormKind::personal;
    std::optional<RespondentId> respondent_id;  ///< Of personal forms only this one.
    std::string language = "en";                ///< Of a general form.
    pdf::Paper paper = pdf::Paper::a4;

    static constexpr auto fields() {
        return std::tuple{
            field("kind", &FormWanted::kind).defaulted(),
            field("respondent_id", &FormWanted::respondent_id),
            field("language", &FormWanted::language).defaulted(),
            field("paper", &FormWanted::paper).defaulted(),
        };
    }
};

/// What is printed, read at once.
struct Printed {
    FormWave wave;
    std::vector<FormOwner> owners;  ///< None: a general form.
};

Result<Printed> read(App& app, const WaveFacilitator& by, const FormWanted& wanted) {
    const Instant now = app.clock.now();
    return app.database.read([&](db::Session& db) -> Result<Printed> {
        KONBIT_TRY(FormWave wave, find_form(db, by, now));
        if (wanted.kind == FormKind::general) return Printed{std::move(wave), {}};
        KONBIT_TRY(auto owners, list_owners(db, by, wanted.respondent_id));
        return Printed{std::move(wave), std::move(owners)};
    });
}

Result<http::Response> form(App& app, WaveId, const WaveFacilitator& by, http::Query<FormWanted> wanted) {
    if (std::ranges::find(surveys::languages, wanted.language) == surveys::languages.end())
        return failure(ErrorCode::invalid, "invalid", {{"/language", "not_allowed"}});
    KONBIT_TRY(const Printed printed, read(app, by, wanted));
    if (wanted.kind == FormKind::personal && printed.owners.empty())
        return failure(ErrorCode::conflict, "nobody_left_to_ask");
    const std::string title = fmt::format("{} · {}", printed.wave.cluster_name, printed.wave.title);
    pdf::Document document(wanted.paper, {title, wanted.language});
    for (const auto& owner : printed.owners)
        add_form(document, app.texts, printed.wave, owner, owner.language);
    if (wanted.kind == FormKind::general) add_form(document, app.texts, printed.wave, {}, wanted.language);
    auto response =
        http::download(document.bytes(), "application/pdf", fmt::format("{}.pdf", printed.wave.title));
    response.has_secrets = true;
    return response;
}

}  // namespace

}  // namespace konbit::paper

namespace konbit {

std::span<const http::Route<App>> paper_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/waves/{id}/form.pdf",
              "Paper forms of a wave (PDF): open and limited questions, never sealed ones",
              may_facilitate_wave, paper::form),
    };
    return all;
}

}  // namespace konbit
