// SPDX-License-Identifier: Apache-2.0
#include "features/joins/join_routes.hpp"

#include "core/page.hpp"
#include "db/database.hpp"
#include "features/joins/join_store.hpp"
#include "features/limits.hpp"
#include "features/mail/outbox.hpp"
#include "features/permission/role_policies.hpp"
#include "features/texts/catalog.hpp"

#include <array>

namespace konbit::joins {

namespace {

using http::NoContent;

/// How a request is known in mail.
Params params_of(const App& app, const NamedJoinRequest& request, std::string_view page) {
    return {{"person", request.name},
            {"email", request.email},
            {"organization", request.organization_name},
            {"note", request.note.value_or("–")},
            {"url", app.config.base_url + std::string(page)}};
}

Result<void> mail_to(db::Session& session, const App& app, const Decider& to, const std::string& key,
                     Params params, Instant now) {
    params["name"] = to.name;
    KONBIT_CHECK(mail::queue_mail(session, app.keys,
                                  {.recipient = to.email,
                                   .recipient_name = to.name,
                                   .subject = app.texts.text(to.language, key + ".subject", params),
                                   .body = app.texts.text(to.language, key + ".text", params),
                                   .language = to.language},
                                  now));
    return {};
}

Result<void> tell_deciders(db::Session& session, const App& app, const NamedJoinRequest& request,
                           Instant now) {
    const auto page = "/app/roles/organization/" + request.organization_id.str();
    for (const auto& each : list_deciders(session, request.organization_id))
        KONBIT_CHECK(mail_to(session, app, each, "mail.join_asked", params_of(app, request, page), now));
    return {};
}

Result<void> tell_asker(db::Session& session, const App& app, const NamedJoinRequest& request,
                        std::string_view outcome, Instant now) {
    const auto language =
        session.value<std::string>("SELECT language FROM accounts WHERE id = $1", request.account_id);
    return mail_to(session, app, {request.email, request.name, language}, "mail.join_" + std::string(outcome),
                   params_of(app, request, "/app/account/roles"), now);
}

Result<http::Created<NamedJoinRequest>> ask_to_join(App& app, OrganizationId id, const SignedIn& by,
                                                    Create<JoinDraft> draft) {
    KONBIT_CHECK(app.limits.admit_invitation(by.account().view()));
    const Instant now = app.clock.now();
    KONBIT_TRY(NamedJoinRequest made,
               app.database.write([&](db::Session& session) -> Result<NamedJoinRequest> {
                   KONBIT_TRY(NamedJoinRequest request, ask(session, id, draft, by, now));
                   KONBIT_CHECK(tell_deciders(session, app, request, now));
                   return request;
               }));
    return http::Created<NamedJoinRequest>{std::move(made)};
}

Result<Page<NamedJoinRequest>> waiting(App& app, OrganizationId, const OrganizationStaff& by) {
    return app.database.read(
        [&](db::Session& session) { return Page<NamedJoinRequest>{list_waiting(session, by), {}, {}}; });
}

Result<Page<NamedJoinRequest>> own(App& app, const SignedIn& by) {
    return app.database.read(
        [&](db::Session& session) { return Page<NamedJoinRequest>{list_own(session, by), {}, {}}; });
}

Result<NoContent> take_back(App& app, JoinRequestId id, const SignedIn& by) {
    KONBIT_CHECK(app.database.write([&](db::Session& session) { return withdraw(session, id, by); }));
    return NoContent{};
}

Result<NoContent> let_in(App& app, JoinRequestId, const JoinJudge& by) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& session) -> Result<void> {
        KONBIT_TRY(const NamedJoinRequest request, approve(session, by, now));
        return tell_asker(session, app, request, "approved", now);
    }));
    return NoContent{};
}

Result<NoContent> turn_down(App& app, JoinRequestId, const JoinJudge& by) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& session) -> Result<void> {
        KONBIT_TRY(const NamedJoinRequest request, decline(session, by, now));
        return tell_asker(session, app, request, "declined", now);
    }));
    return NoContent{};
}

}  // namespace

}  // namespace konbit::joins

namespace konbit {

std::span<const http::Route<App>> join_routes() {
    using namespace joins;
    using http::route;
    static const std::array all{
        route(http::post, "/api/organizations/{id}/join_requests", "Asks to belong to an organization",
              signed_in, ask_to_join),
        route(http::get, "/api/organizations/{id}/join_requests", "Who asks to belong to an organization",
              may_keep_staff, waiting),
        route(http::get, "/api/account/join_requests", "Which organizations one asked to belong to",
              signed_in, own),
        route(http::remove, "/api/join_requests/{join_id}", "Takes an own request back", signed_in,
              take_back),
        route(http::post, "/api/join_requests/{join_id}/approve", "Lets somebody belong to the organization",
              may_judge_join, let_in),
        route(http::post, "/api/join_requests/{join_id}/decline", "Declines that somebody belongs to it",
              may_judge_join, turn_down),
    };
    return all;
}

}  // namespace konbit
