// SPDX-License-Identifier: Apache-2.0
#include "features/claims/claim_routes.hpp"

#include "db/database.hpp"
#include "features/accounts/password_link.hpp"
#include "features/claims/claim_mail.hpp"
#include "features/claims/claim_page.hpp"
#include "features/claims/claim_rules.hpp"
#include "features/claims/claim_store.hpp"
#include "features/corrections/correction_rules.hpp"
#include "features/limits.hpp"
#include "features/mail/outbox.hpp"
#include "features/permission/policies.hpp"
#include "http/form.hpp"

namespace konbit {

namespace {

using claims::ClaimForm;
using http::Query;

struct PageQuery {
    std::string page;

    static constexpr auto fields() { return std::tuple{field("page", &PageQuery::page).defaulted()}; }
};

struct TokenQuery {
    std::string token;

    static constexpr auto fields() { return std::tuple{field("token", &TokenQuery::token).defaulted()}; }
};

Result<desk::DirectoryRecord> record_at(App& app, const Viewer& viewer, std::string_view page) {
    return app.database.read([&](db::Session& session) { return desk::find_by_page(session, viewer, page); });
}

Result<http::Response> ask(App& app, const Viewer& viewer, const http::Request& request,
                           Query<PageQuery> query) {
    KONBIT_TRY(const auto record, record_at(app, viewer, query.page));
    const auto words = pages::words_for(app, request);
    ClaimForm form;
    form.page = query.page;
    return pages::page(app, request, words, claims::claim_page(words, record, form, {}));
}

ClaimRequest claim_of(const ClaimForm& form, const desk::DirectoryRecord& record, std::string_view language) {
    ClaimRequest claim;
    claim.kind = record.kind;
    claim.record_id = record.id;
    claim.name = form.name;
    claim.email = form.email;
    claim.note = form.note;
    claim.language = language;
    return claim;
}

Result<void> keep(App& app, const ClaimRequest& claim, const desk::DirectoryRecord& record,
                  const Viewer& viewer) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<void> {
        KONBIT_TRY(const ClaimRequest kept, claims::insert(session, claim, viewer, now));
        KONBIT_CHECK(mail::queue_mail(session, app.keys, claims::prove_mail(app, kept, record.name), now));
        return {};
    });
}

Result<http::Response> take(App& app, const Viewer& viewer, const http::Request& request,
                            http::FormBody body) {
    KONBIT_CHECK(app.limits.admit_public_form(request.client));
    KONBIT_TRY(const ClaimForm form, http::read_form<ClaimForm>(body));
    KONBIT_TRY(const auto record, record_at(app, viewer, form.page));
    KONBIT_CHECK(app.limits.admit_form_about(form.page));
    const auto words = pages::words_for(app, request);
    if (form.homepage.empty()) {
        const auto valid = checked(claim_of(form, record, request.language));
        if (!valid) {
            auto again = claims::claim_page(words, record, form, valid.error().fields);
            again.status = 422;
            return pages::page(app, request, words, std::move(again));
        }
        KONBIT_CHECK(keep(app, *valid, record, viewer));
    }
    return pages::page(app, request, words, claims::mailed_page(words, form));
}

http::Response secret(http::Response response) {
    response.has_secrets = true;
    return response;
}

Result<http::Response> ask_proof(App& app, const Viewer&, const http::Request& request,
                                 Query<TokenQuery> query) {
    const auto words = pages::words_for(app, request);
    const auto content = claims::claim_of(app, query.token) ? claims::prove_page(words, query.token)
                                                            : claims::expired_page(words);
    return secret(pages::page(app, request, words, content));
}

Result<http::Response> take_proof(App& app, const Viewer&, const http::Request& request,
                                  http::FormBody body) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    KONBIT_TRY(const TokenQuery form, http::read_form<TokenQuery>(body));
    const auto words = pages::words_for(app, request);
    const auto id = claims::claim_of(app, form.token);
    const Instant now = app.clock.now();
    const bool is_proven =
        id && app.database.write([&](db::Session& session) { return claims::prove(session, *id, now); });
    return pages::page(app, request, words,
                       is_proven ? claims::proven_page(words) : claims::expired_page(words));
}

struct ClaimQuery {
    ClaimState state = ClaimState::open;
    int limit = PageRequest::default_size;
    std::string after;

    static constexpr auto fields() {
        return std::tuple{
            field("state", &ClaimQuery::state).defaulted(),
            field("limit", &ClaimQuery::limit).defaulted(),
            field("after", &ClaimQuery::after).defaulted(),
        };
    }
};

Result<Page<ClaimLine>> list(App& app, const DirectoryEditor& by, Query<ClaimQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    return app.database.read(
        [&](db::Session& session) { return claims::list(session, by, query.state, page); });
}

Result<void> queue_decision(db::Session& session, const App& app, const ClaimRequest& claim,
                            std::string_view url, const DirectoryEditor& by) {
    const auto record = desk::find_record(session, by.viewer(), claim.kind, claim.record_id);
    KONBIT_CHECK(mail::queue_mail(session, app.keys,
                                  claims::decision_mail(app, claim, record ? record->name : "", url),
                                  claim.decided_at.value_or(claim.created_at)));
    return {};
}

/// Who has a password signs in; who has none chooses one.
std::string way_in(const App& app, const Account& account, Instant now) {
    return account.password_hash ? app.config.base_url + "/app" : accounts::password_link(app, account, now);
}

Result<ClaimRequest> approve(App& app, ClaimId id, const DirectoryEditor& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<ClaimRequest> {
        KONBIT_TRY(const claims::Granted granted, claims::approve(session, id, by, now));
        KONBIT_CHECK(queue_decision(session, app, granted.claim, way_in(app, granted.account, now), by));
        return granted.claim;
    });
}

struct ClaimRefusal {
    std::string reason;

    static constexpr auto fields() { return std::tuple{field("reason", &ClaimRefusal::reason)}; }
};

Result<ClaimRequest> decline(App& app, ClaimId id, const DirectoryEditor& by, Create<ClaimRefusal> refusal) {
    KONBIT_TRY(const std::string reason, checked_reason(refusal.reason));
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<ClaimRequest> {
        KONBIT_TRY(ClaimRequest claim, claims::decline(session, id, reason, by, now));
        KONBIT_CHECK(queue_decision(session, app, claim, "", by));
        return claim;
    });
}

}  // namespace

std::span<const http::Route<App>> claim_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/claim", "The form in which somebody asks to keep a record", anyone, ask),
        http::route(post, "/claim", "Takes a claim and mails a link to its address", anyone, take),
        http::route(get, "/claim/prove", "Where the mailed link leads", anyone, ask_proof),
        http::route(post, "/claim/prove", "Says that the mail was read", anyone, take_proof),
        http::route(get, "/api/claims", "Claims, for those who decide on them", may_add_to_directory, list),
        http::route(post, "/api/claims/{claim_id}/approve", "Gives the person the record's role",
                    may_add_to_directory, approve),
        http::route(post, "/api/claims/{claim_id}/decline", "Says why the person does not get it",
                    may_add_to_directory, decline),
    };
    return all;
}

}  // namespace konbit
