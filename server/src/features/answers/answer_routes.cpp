// SPDX-License-Identifier: Apache-2.0
#include "features/answers/answer_routes.hpp"

#include "core/codec.hpp"
#include "db/database.hpp"
#include "features/answers/answer_page.hpp"
#include "features/answers/answer_store.hpp"
#include "features/answers/answering.hpp"
#include "features/answers/consent_log.hpp"
#include "features/answers/participation.hpp"
#include "features/answers/prefill.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/limits.hpp"
#include "features/links/link_store.hpp"
#include "features/links/open_link.hpp"
#include "features/links/paper_code.hpp"
#include "features/permission/policies.hpp"

namespace konbit::answers {

namespace {

struct PresentedLink {
    std::string token;  ///< What stands behind the # of a personal link, or the code typed from paper.

    static constexpr auto fields() { return std::tuple{field("token", &PresentedLink::token)}; }
};

struct AskingDevice {
    std::string device;  ///< The name that it made for itself.

    static constexpr auto fields() { return std::tuple{field("device", &AskingDevice::device).defaulted()}; }
};

struct ChosenHat {
    WaveMemberId member_id{};  ///< Of the organization for which the person goes on to answer.

    static constexpr auto fields() { return std::tuple{field("member_id", &ChosenHat::member_id)}; }
};

struct Receipt {
    std::string receipt;

    static constexpr auto fields() { return std::tuple{field("receipt", &Receipt::receipt)}; }
};

Result<http::Response> open_session(App& app, const http::Request& request, Create<PresentedLink> link,
                                    const Viewer&) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    if (links::parse_code(link.token)) KONBIT_CHECK(app.limits.admit_code(request.client));
    KONBIT_TRY(const links::AnswerPass pass, links::open_link(app, link.token));
    KONBIT_TRY(const Respondent by, respondent_of(app, pass));
    app.database.write([&](db::Session& db) { links::note_opened(db, by); });
    auto response = http::Response{.status = 204}.with_cookie(links::cookie_of(app, pass), request.secure);
    response.has_secrets = true;
    return response;
}

/// Whoever lends a phone, or gets it back, is no longer the one who answered on it.
Result<http::Response> close_session(App&, const http::Request& request, const Viewer&) {
    return http::Response{.status = 204}.with(
        "set-cookie", http::forgotten_cookie(links::answer_cookie_name, request.secure));
}

Result<http::Response> change_hat(App& app, const http::Request& request, const Respondent& by,
                                  Create<ChosenHat> chosen) {
    const Instant now = app.clock.now();
    KONBIT_TRY(const links::AnswerPass pass, app.database.read([&](db::Session& db) {
        return hats::pass_for(db, by, chosen.member_id, now);
    }));
    auto response = http::Response{.status = 204}.with_cookie(cookie_of(app, pass), request.secure);
    response.has_secrets = true;
    return response;
}

/// Phones are lent: no cache keeps what somebody answered. It may be compressed all the same: nothing of the
/// request is repeated in it, and the cookie goes out from this site only, so that its length tells nobody
/// anything; and on a slow line the roster is most of what is sent.
Result<http::Answer<AnswerPage>> show(App& app, const Respondent& by, http::Query<AskingDevice> asking) {
    const auto seed = order_seed(app, by.respondent());
    const bool sees_last_time = !is_control(app, by.respondent());
    KONBIT_TRY(AnswerPage page, app.database.read([&](db::Session& db) -> Result<AnswerPage> {
        KONBIT_TRY(AnswerPage found, find_page(db, by, seed, asking.device));
        if (sees_last_time) found.last_time = find_last_time(db, by, asking.device);
        return found;
    }));
    http::Answer<AnswerPage> answer{.value = std::move(page)};
    answer.headers.add("cache-control", "no-store");
    return answer;
}

Result<http::NoContent> done(Result<void> outcome) {
    KONBIT_CHECK(std::move(outcome));
    return http::NoContent{};
}

Result<http::NoContent> consent(App& app, const Respondent& by, Create<ConsentGiven> given) {
    return done(agree(app, by, given));
}

Result<http::NoContent> refuse(App& app, const Respondent& by) {
    const Instant now = app.clock.now();
    return done(app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_CHECK(decline(db, by, now));
        log_consent(db, app.texts, by, now);
        return {};
    }));
}

Result<http::NoContent> tap(App& app, QuestionId question, WaveMemberId alter, const Respondent& by,
                            Create<Tap> tap) {
    return done(save_one_tap(app, by, question, alter, tap));
}

Result<http::NoContent> answer_several(App& app, const Respondent& by, Create<Said> said) {
    return done(save_said(app, by, said));
}

Result<http::NoContent> answer_row(App& app, QuestionId id, const Respondent& by, Create<RowChange> change) {
    return done(save_whole_row(app, by, id, change));
}

Result<Receipt> end(App& app, const Respondent& by) {
    const Instant now = app.clock.now();
    const std::string receipt = links::new_reference();
    KONBIT_TRY(std::string kept,
               app.database.write([&](db::Session& db) { return finish(db, by, receipt, now); }));
    return Receipt{std::move(kept)};
}

}  // namespace

}  // namespace konbit::answers

namespace konbit {

std::span<const http::Route<App>> answer_routes() {
    using namespace answers;
    using http::route;
    static const std::array all{
        route(http::post, "/api/answer/session", "Exchanges the token of a personal link for a session",
              anyone, open_session),
        route(http::remove, "/api/answer/session", "Ends the session of a personal link on this device",
              anyone, close_session),
        route(http::get, "/api/answer",
              "What the holder of a personal link is asked, and what was answered so far", answering, show),
        route(http::post, "/api/answer/hat", "Goes on to answer for another organization of the same person",
              answering, change_hat),
        route(http::put, "/api/answer/consent", "What the respondent agrees to", answering, consent),
        route(http::post, "/api/answer/decline", "Declines to take part and erases what was answered",
              answering, refuse),
        route(http::put, "/api/answer/questions/{question_id}/alters/{alter_id}", "One tie", answering, tap),
        route(http::put, "/api/answer/questions", "What was said of several questions, in its order",
              answering, answer_several),
        route(http::put, "/api/answer/questions/{question_id}",
              "A whole question: its state, and the values of a sealed one", answering, answer_row),
        route(http::post, "/api/answer/finish", "Ends answering, with a receipt", answering, end),
    };
    return all;
}

}  // namespace konbit
