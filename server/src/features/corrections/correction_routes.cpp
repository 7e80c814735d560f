// SPDX-License-Identifier: Apache-2.0
#include "features/corrections/correction_routes.hpp"

#include "db/database.hpp"
#include "features/corrections/correction_page.hpp"
#include "features/corrections/correction_rules.hpp"
#include "features/corrections/correction_store.hpp"
#include "features/desk/directory_record.hpp"
#include "features/limits.hpp"
#include "features/mail/outbox.hpp"
#include "features/permission/policies.hpp"
#include "features/texts/catalog.hpp"
#include "http/form.hpp"

namespace konbit {

namespace {

using corrections::Decision;
using corrections::ReportForm;
using http::Query;

struct ReportQuery {
    std::string page = "/";

    static constexpr auto fields() { return std::tuple{field("page", &ReportQuery::page).defaulted()}; }
};

std::string record_name(App& app, const Viewer& viewer, std::string_view page) {
    const auto record =
        app.database.read([&](db::Session& session) { return desk::find_by_page(session, viewer, page); });
    return record ? record->name : "";
}

Result<http::Response> ask(App& app, const Viewer& viewer, const http::Request& request,
                           Query<ReportQuery> query) {
    const auto words = pages::words_for(app, request);
    ReportForm form;
    form.page = query.page;
    return pages::page(app, request, words,
                       corrections::report_page(words, form, record_name(app, viewer, form.page), {}));
}

Correction correction_of(const ReportForm& form, std::string_view language) {
    Correction correction;
    correction.page = form.page;
    correction.part = form.part;
    correction.text = form.text;
    correction.email = form.email;
    correction.language = language;
    return correction;
}

Result<http::Response> take(App& app, const Viewer& viewer, const http::Request& request,
                            http::FormBody body) {
    KONBIT_CHECK(app.limits.admit_public_form(request.client));
    KONBIT_TRY(const ReportForm form, http::read_form<ReportForm>(body));
    KONBIT_CHECK(app.limits.admit_form_about(form.page));
    const auto words = pages::words_for(app, request);
    const auto thanked = [&] {
        return pages::page(app, request, words, corrections::thanks_page(words, form));
    };
    if (!form.homepage.empty()) return thanked();
    const auto valid = checked(correction_of(form, request.language));
    if (!valid) {
        auto again =
            corrections::report_page(words, form, record_name(app, viewer, form.page), valid.error().fields);
        again.status = 422;
        return pages::page(app, request, words, std::move(again));
    }
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& session) -> Result<Correction> {
        return corrections::insert(session, *valid, viewer, now);
    }));
    return thanked();
}

struct CorrectionQuery {
    CorrectionState state = CorrectionState::open;
    int limit = PageRequest::default_size;
    std::string after;

    static constexpr auto fields() {
        return std::tuple{
            field("state", &CorrectionQuery::state).defaulted(),
            field("limit", &CorrectionQuery::limit).defaulted(),
            field("after", &CorrectionQuery::after).defaulted(),
        };
    }
};

Result<Page<CorrectionLine>> list(App& app, const SignedIn& by, Query<CorrectionQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    return app.database.read(
        [&](db::Session& session) { return corrections::list(session, by, query.state, page); });
}

/// The answer to the reader, who gave an address for it.
Result<void> queue_answer(db::Session& session, const App& app, const Correction& decided, Instant now) {
    if (!decided.email) return {};
    const std::string key = "mail.correction_" + std::string(name_of(decided.state));
    const Params params{{"page", app.config.base_url + decided.page},
                        {"text", decided.text},
                        {"reason", decided.reason.value_or("")}};
    KONBIT_CHECK(mail::queue_mail(session, app.keys,
                                  {.recipient = *decided.email,
                                   .recipient_name = "",
                                   .subject = app.texts.text(decided.language, key + ".subject"),
                                   .body = app.texts.text(decided.language, key + ".text", params),
                                   .language = decided.language},
                                  now));
    return {};
}

Result<Correction> decide(App& app, const CorrectionId& id, const Decision& decision, const SignedIn& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<Correction> {
        KONBIT_TRY(Correction decided, corrections::decide(session, id, decision, by, now));
        KONBIT_CHECK(queue_answer(session, app, decided, now));
        return decided;
    });
}

struct Refusal {
    std::string reason;

    static constexpr auto fields() { return std::tuple{field("reason", &Refusal::reason)}; }
};

Result<Correction> accept(App& app, CorrectionId id, const SignedIn& by) {
    return decide(app, id, {.state = CorrectionState::accepted}, by);
}

Result<Correction> decline(App& app, CorrectionId id, const SignedIn& by, Create<Refusal> refusal) {
    KONBIT_TRY(const std::string reason, checked_reason(refusal.reason));
    return decide(app, id, {CorrectionState::declined, reason}, by);
}

}  // namespace

std::span<const http::Route<App>> correction_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/report", "The form in which a reader says what is wrong on a page", anyone, ask),
        http::route(post, "/report", "Takes what a reader says is wrong", anyone, take),
        http::route(get, "/api/corrections", "What readers said is wrong, for those who decide on it",
                    signed_in, list),
        http::route(post, "/api/corrections/{correction_id}/accept",
                    "Says that the correction was right and was made", signed_in, accept),
        http::route(post, "/api/corrections/{correction_id}/decline", "Says why the page stays as it is",
                    signed_in, decline),
    };
    return all;
}

}  // namespace konbit
