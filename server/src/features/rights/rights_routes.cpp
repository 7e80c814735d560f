// SPDX-License-Identifier: Apache-2.0
#include "features/rights/rights_routes.hpp"

#include "db/database.hpp"
#include "features/answers/consent_log.hpp"
#include "features/erasures/settling.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/limits.hpp"
#include "features/links/open_link.hpp"
#include "features/links/paper_code.hpp"
#include "features/permission/policies.hpp"
#include "features/rights/rights_store.hpp"

#include <array>

namespace konbit::rights {

namespace {

struct RightsLink {
    std::string token;  ///< What stands behind the # of a personal link.

    static constexpr auto fields() { return std::tuple{field("token", &RightsLink::token)}; }
};

Result<http::Response> open_session(App& app, const http::Request& request, Create<RightsLink> link,
                                    const Viewer&) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    if (links::parse_code(link.token)) KONBIT_CHECK(app.limits.admit_code(request.client));
    KONBIT_TRY(const links::AnswerPass pass, links::open_link_for_rights(app, link.token));
    auto response = http::Response{.status = 204}.with_cookie(links::cookie_of(app, pass), request.secure);
    response.has_secrets = true;
    return response;
}

Result<http::Answer<OwnRights>> show(App& app, const Respondent& by) {
    KONBIT_TRY(OwnRights own, app.database.read([&](db::Session& db) { return find_own(db, by); }));
    return http::Answer<OwnRights>{.value = std::move(own), .has_secrets = true};
}

/// What was agreed to is noted in the same transaction as the change.
template <class Act>
Result<http::NoContent> act_and_log(App& app, const Respondent& by, const Act& act) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& db) -> Result<void> {
        KONBIT_CHECK(act(db, now));
        answers::log_consent(db, app.texts, by, now);
        return {};
    }));
    return http::NoContent{};
}

Result<http::NoContent> narrow_consent(App& app, const Respondent& by, Create<NarrowedConsent> wanted) {
    return act_and_log(app, by, [&](db::Session& db, Instant now) { return narrow(db, by, wanted, now); });
}

/// Noted as an erasure: a backup of before, once restored, is cleaned of these answers again.
Result<http::NoContent> take_answers_back(App& app, const Respondent& by) {
    KONBIT_TRY(const auto done, act_and_log(app, by, [&](db::Session& db, Instant now) -> Result<void> {
                   KONBIT_CHECK(withdraw(db, by, now));
                   people::note(db, {new_id<ErasureId>(),
                                     ErasedKind::answers,
                                     *ErasedRecordId::parse(by.respondent().view()),
                                     {},
                                     now});
                   return {};
               }));
    erasures::settle_or_log(app);
    return done;
}

/// Nothing is left to note: in waves that are not frozen the respondent goes with its roster line.
Result<http::NoContent> object_by_link(App& app, const Respondent& by) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& db) { return object(db, by, now); }));
    return http::NoContent{};
}

Result<Objection> show_objection(App& app, MembershipId, const StatementReader& by) {
    return app.database.read([&](db::Session& db) { return find_objection(db, by); });
}

Result<Objection> object_as_member(App& app, MembershipId, const StatementReader& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) { return object(db, by, now); });
}

Result<Objection> agree_again(App& app, MembershipId, const StatementReader& by) {
    return app.database.write([&](db::Session& db) { return take_objection_back(db, by); });
}

Result<WaveRights> show_of_wave(App& app, WaveId, const WaveFacilitator& by) {
    return app.database.read([&](db::Session& db) { return find_rights(db, by); });
}

Result<WaveReaders> change_readers(App& app, WaveId, const WaveFacilitator& by, Create<WaveReaders> wanted) {
    return app.database.write([&](db::Session& db) { return set_readers(db, by, wanted); });
}

}  // namespace

}  // namespace konbit::rights

namespace konbit {

std::span<const http::Route<App>> rights_routes() {
    using namespace rights;
    using http::route;
    static const std::array all{
        route(http::post, "/api/rights/session",
              "Exchanges the token of a personal link for a session, closed and frozen waves too", anyone,
              open_session),
        route(http::get, "/api/rights", "What the holder of a personal link agreed to", answering, show),
        route(http::put, "/api/rights/consent", "Takes back part of what was agreed to", answering,
              narrow_consent),
        route(http::post, "/api/rights/withdraw", "Erases everything that the respondent answered", answering,
              take_answers_back),
        route(http::post, "/api/rights/object", "Objects to being listed in the surveys of the cluster",
              answering, object_by_link),
        route(http::get, "/api/memberships/{id}/objection", "Whether the member objects to being listed",
              may_speak_for_member, show_objection),
        route(http::put, "/api/memberships/{id}/objection",
              "Objects to being listed in the surveys of the cluster", may_speak_for_member,
              object_as_member),
        route(http::remove, "/api/memberships/{id}/objection", "Agrees to be listed again",
              may_speak_for_member, agree_again),
        route(http::get, "/api/waves/{id}/rights", "How the rights over a wave were used, in numbers",
              may_facilitate_wave, show_of_wave),
        route(http::put, "/api/waves/{id}/readers", "Who reads the totals, by name in the text agreed to",
              may_facilitate_wave, change_readers),
    };
    return all;
}

}  // namespace konbit
