// SPDX-License-Identifier: Apache-2.0
#include "features/paper/paper_routes.hpp"

#include "db/database.hpp"
#include "features/links/link_list.hpp"
#include "features/paper/cards.hpp"
#include "features/paper/paper_form.hpp"
#include "features/permission/policies.hpp"
#include "features/surveys/instrument.hpp"
#include "features/surveys/wave_rules.hpp"
#include "features/surveys/wave_store.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <functional>

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

/// Links are in them: no cache keeps what is printed.
http::Response printed(const pdf::Document& document, std::string_view name) {
    auto response = http::download(document.bytes(), "application/pdf", fmt::format("{}.pdf", name));
    response.has_secrets = true;
    return response;
}

struct CardsWanted {
    bool everybody = false;  ///< Those who have finished, too.
    pdf::Paper paper = pdf::Paper::a4;

    static constexpr auto fields() {
        return std::tuple{
            field("everybody", &CardsWanted::everybody).defaulted(),
            field("paper", &CardsWanted::paper).defaulted(),
        };
    }
};

bool is_unfinished(const links::LinkRow& link) {
    return link.state != RespondentState::done && link.state != RespondentState::declined &&
           link.state != RespondentState::withdrawn;
}

Result<http::Response> cards(App& app, WaveId, const WaveFacilitator& by, http::Query<CardsWanted> wanted) {
    KONBIT_TRY(const Wave wave, app.database.read([&](db::Session& db) { return surveys::find(db, by); }));
    KONBIT_CHECK(surveys::check_takes_answers(wave, app.clock.now()));
    auto links = links::list_with_urls(app, by);
    if (!wanted.everybody) std::erase_if(links, std::not_fn(is_unfinished));
    if (links.empty()) return failure(ErrorCode::conflict, "nobody_left_to_ask");
    pdf::Document document(wanted.paper, {wave.title, wave.languages.front()});
    add_cards(document, app.texts, wave, links);
    return printed(document, wave.title);
}

Result<http::Response> form(App& app, WaveId, const WaveFacilitator& by, http::Query<FormWanted> wanted) {
    if (std::ranges::find(surveys::languages, wanted.language) == surveys::languages.end())
        return failure(ErrorCode::invalid, "invalid", {{"/language", "not_allowed"}});
    KONBIT_TRY(const Printed found, read(app, by, wanted));
    if (wanted.kind == FormKind::personal && found.owners.empty())
        return failure(ErrorCode::conflict, "nobody_left_to_ask");
    const std::string title = fmt::format("{} · {}", found.wave.cluster_name, found.wave.title);
    pdf::Document document(wanted.paper, {title, wanted.language});
    for (const auto& owner : found.owners) add_form(document, app.texts, found.wave, owner, owner.language);
    if (wanted.kind == FormKind::general) add_form(document, app.texts, found.wave, {}, wanted.language);
    return printed(document, found.wave.title);
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
        route(http::get, "/api/waves/{id}/cards.pdf",
              "Cards with the personal links as QR codes, to cut out (PDF)", may_facilitate_wave,
              paper::cards),
    };
    return all;
}

}  // namespace konbit
