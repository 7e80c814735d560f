// SPDX-License-Identifier: Apache-2.0
#include "features/letters/letter_routes.hpp"

#include "db/database.hpp"
#include "features/letters/letter_mail.hpp"
#include "features/letters/letter_page.hpp"
#include "features/letters/letter_rules.hpp"
#include "features/letters/letter_store.hpp"
#include "features/limits.hpp"
#include "features/mail/outbox.hpp"
#include "features/organizations/listing_rules.hpp"
#include "features/permission/policies.hpp"
#include "http/form.hpp"

namespace konbit {

namespace {

using http::Query;
using letters::AnswerForm;

constexpr int longest_answer = 2000;

struct StubQuery {
    int limit = PageRequest::default_size;
    std::string after;

    static constexpr auto fields() {
        return std::tuple{field("limit", &StubQuery::limit).defaulted(),
                          field("after", &StubQuery::after).defaulted()};
    }
};

Result<Page<ListedStub>> list(App& app, const DirectoryEditor& by, Query<StubQuery> query) {
    KONBIT_TRY(const PageRequest page, PageRequest::of(query.after, query.limit));
    return app.database.read([&](db::Session& session) { return letters::list_stubs(session, by, page); });
}

/// Keeps the letter, and sends it when it is a mail.
Result<http::Created<Letter>> write(App& app, RecordKind kind, RecordId id, const DirectoryEditor& by,
                                    Create<Letter> draft) {
    const Instant now = app.clock.now();
    KONBIT_TRY(Letter valid, checked(draft, utc_date(now)));
    KONBIT_TRY(Letter kept, app.database.write([&](db::Session& session) -> Result<Letter> {
        KONBIT_TRY(const Stub stub, letters::find_stub(session, by, kind, id));
        Letter letter = valid;
        letter.language = language_of_country(stub.country_code);
        KONBIT_TRY(letter, letters::insert(session, std::move(letter), stub, by, now));
        if (letter.channel == LetterChannel::mail)
            KONBIT_CHECK(mail::queue_mail(session, app.keys, letters::mail_of(app, letter, stub), now));
        return letter;
    }));
    return http::Created<Letter>{std::move(kept), "/api/stubs"};
}

struct TokenQuery {
    std::string token;

    static constexpr auto fields() { return std::tuple{field("token", &TokenQuery::token).defaulted()}; }
};

/// The name of the record behind a link; nothing when the link is none of ours or the record is gone.
std::optional<std::string> record_of(App& app, std::string_view token) {
    const auto id = letters::letter_of(app, token);
    if (!id) return std::nullopt;
    return app.database.read([&](db::Session& session) -> std::optional<std::string> {
        const auto letter = letters::find(session, *id);
        return letter ? letters::name_of_record(session, *letter) : std::nullopt;
    });
}

http::Response secret(http::Response response) {
    response.has_secrets = true;
    return response;
}

Result<http::Response> show(App& app, const Viewer&, const http::Request& request, Query<TokenQuery> query) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    const auto words = pages::words_for(app, request);
    const auto name = record_of(app, query.token);
    AnswerForm form;
    form.token = query.token;
    return secret(
        pages::page(app, request, words,
                    name ? letters::letter_page(words, *name, form, {}) : letters::unknown_page(words)));
}

/// Whoever wrote learns of it, if the account is still there.
Result<void> tell_writer(db::Session& session, const App& app, const Letter& letter, std::string_view name,
                         Instant now) {
    const auto writer = letters::writer_of(session, letter);
    if (!writer) return {};
    KONBIT_CHECK(mail::queue_mail(
        session, app.keys, letters::answer_mail(app, letter, name, writer->email, writer->language), now));
    return {};
}

Result<void> keep(App& app, const LetterId& id, const AnswerForm& form, std::string_view name) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<void> {
        KONBIT_TRY(const Letter letter, letters::answer(session, id, form.state, form.answer, now));
        return tell_writer(session, app, letter, name, now);
    });
}

Result<AnswerForm> checked(AnswerForm form) {
    tidy(form.answer);
    Findings findings;
    if (form.state == LetterState::sent) form.state = LetterState::objected;
    findings.require(form.state == LetterState::objected || form.answer, "/answer", "required");
    check_length(findings, "/answer", form.answer, longest_answer);
    return std::move(findings).or_value(std::move(form));
}

Result<http::Response> take(App& app, const Viewer&, const http::Request& request, http::FormBody body) {
    KONBIT_CHECK(app.limits.admit_public_form(request.client));
    KONBIT_TRY(const AnswerForm form, http::read_form<AnswerForm>(body));
    const auto words = pages::words_for(app, request);
    const auto name = record_of(app, form.token);
    if (!name) return pages::page(app, request, words, letters::unknown_page(words));
    const auto valid = checked(form);
    if (!valid) {
        auto again = letters::letter_page(words, *name, form, valid.error().fields);
        again.status = 422;
        return secret(pages::page(app, request, words, std::move(again)));
    }
    KONBIT_CHECK(keep(app, *letters::letter_of(app, form.token), *valid, *name));
    return pages::page(app, request, words, letters::answered_page(words, valid->state));
}

}  // namespace

std::span<const http::Route<App>> letter_routes() {
    using enum http::Method;
    static const std::array all{
        http::route(get, "/api/stubs", "Stubs that are not published, and what was written to them",
                    may_add_to_directory, list),
        http::route(post, "/api/stubs/{kind}/{record_id}/letters",
                    "Mails the office behind a stub, or records how it was told", may_add_to_directory,
                    write),
        http::route(get, "/letter", "Where an office corrects its page or objects to it", anyone, show),
        http::route(post, "/letter", "Keeps what the office answers and tells whoever wrote", anyone, take),
    };
    return all;
}

}  // namespace konbit
