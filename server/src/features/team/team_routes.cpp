// SPDX-License-Identifier: Apache-2.0
#include "features/team/team_routes.hpp"

#include "core/page.hpp"
#include "db/database.hpp"
#include "features/clusters/cluster_store.hpp"
#include "features/keys/installation_keys.hpp"
#include "features/limits.hpp"
#include "features/mail/outbox.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/permission/policies.hpp"
#include "features/team/team_link.hpp"
#include "features/team/team_page.hpp"
#include "features/team/team_store.hpp"
#include "features/texts/catalog.hpp"

namespace konbit {

namespace {

using http::NoContent;

Result<Page<TeamMember>> of_organization(App& app, OrganizationId id, const Viewer& viewer) {
    const Date today = utc_date(app.clock.now());
    return app.database.read([&](db::Session& session) -> Result<Page<TeamMember>> {
        KONBIT_CHECK(organizations::find(session, viewer, id));
        return Page<TeamMember>{team::list(session, id, today), {}, {}};
    });
}

Result<Page<TeamMember>> of_cluster(App& app, ClusterId id, const Viewer&) {
    const Date today = utc_date(app.clock.now());
    return app.database.read(
        [&](db::Session& session) { return Page<TeamMember>{team::list(session, id, today), {}, {}}; });
}

Result<Page<TeamShowing>> list_showings(App& app, PersonId, const PersonKeeper& by) {
    return app.database.read(
        [&](db::Session& session) { return Page<TeamShowing>{team::list_showings(session, by), {}, {}}; });
}

mail::Mail request_mail(const App& app, const TeamQuestion& question) {
    const auto& role = question.showing.role_id;
    const auto address = question.email.value_or("");
    const auto token = team::link_token(app.keys.derive(team::link_purpose), role, address);
    const Params params{{"name", question.name},
                        {"place", question.place},
                        {"url", team::link_url(app.config.base_url, role, token)}};
    return {.recipient = address,
            .recipient_name = question.name,
            .subject = app.texts.text(question.language, "mail.team_request.subject", params),
            .body = app.texts.text(question.language, "mail.team_request.text", params),
            .language = question.language};
}

Result<TeamShowing> ask(App& app, PersonId person, ContactRoleId role, const PersonKeeper& by) {
    KONBIT_CHECK(app.limits.admit_mailing(person.view()));
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<TeamShowing> {
        KONBIT_TRY(const TeamQuestion question, team::ask(session, by, role, now));
        KONBIT_CHECK(mail::queue_mail(session, app.keys, request_mail(app, question), now));
        return question.showing;
    });
}

Result<NoContent> take_off(App& app, PersonId, ContactRoleId role, const PersonKeeper& by) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<NoContent> {
        KONBIT_CHECK(team::take_off(session, by, role, now));
        return NoContent{};
    });
}

}  // namespace

std::span<const http::Route<App>> team_routes() {
    using enum http::Method;
    using http::route;
    static const std::array all{
        route(get, "/api/organizations/{id}/team", "The people of an organization who agreed to be shown",
              anyone, of_organization),
        route(get, "/api/clusters/{cluster_id}/team", "The people of a cluster who agreed to be shown",
              may_view_cluster, of_cluster),
        route(get, "/api/people/{id}/showings",
              "In which roles the person was asked to be shown, and what came of it", may_keep_person,
              list_showings),
        route(post, "/api/people/{id}/roles/{role_id}/showing",
              "Asks the person by mail to be shown publicly in a role", may_keep_person, ask),
        route(remove, "/api/people/{id}/roles/{role_id}/showing", "Takes the person off the public page",
              may_keep_person, take_off),
        route(get, "/team", "What somebody is asked who may be shown publicly", holding_team_link,
              team::question_page),
        route(post, "/team", "Agrees to be shown publicly, or withdraws that", holding_team_link,
              team::answer_question),
    };
    return all;
}

}  // namespace konbit
