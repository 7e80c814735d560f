// SPDX-License-Identifier: Apache-2.0
#include "features/organizations/organization_rules.hpp"
#include "features/organizations/organization_store.hpp"
#include "features/organizations/slugs.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/page_routes.hpp"
#include "features/people/person_rows.hpp"
#include "features/people/person_rules.hpp"
#include "features/reference/demo_directory.hpp"
#include "features/reference/reference_loader.hpp"
#include "features/team/team_store.hpp"
#include "features/testing/test_app.hpp"
#include "http/service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace konbit {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// The public pages over the real service, on both databases. The catalog is empty, so texts show their keys.
class Pages : public konbit::testing::AppTest {
  protected:
    Pages() : service_(endpoints(), options()) { EXPECT_TRUE(load_reference(db(), {.now = clock().now()})); }

    struct Shown {
        int status;
        std::string body;
        std::string location;
    };
    Shown get(const std::string& target) {
        http::Request request;
        request.target = target;
        request.headers.add("host", "konbit.example");
        request.headers.add("accept", "text/html");
        const auto question = target.find('?');
        request.path = target.substr(0, question);
        if (question != std::string::npos)
            request.query = http::Parameters::parse(target.substr(question + 1)).value();
        service_.admit(request);
        const auto response = service_.answer(request);
        return {response.status, std::string(http::view(response.body)),
                std::string(response.headers.get("location"))};
    }

    void load_demo() { ASSERT_TRUE(load_demo_directory(db(), clock().now())); }

    Organization add(
        const std::string& name, std::function<void(Organization&)> change = [](Organization&) {}) {
        Organization organization;
        organization.name = name;
        organization.country_code = "GD";
        organization.publication = Publication::published;
        change(organization);
        return db()
            .write([&](db::Session& session) {
                return organizations::insert(session, checked(organization, 2026).value(),
                                             System::directory_editor(), clock().now());
            })
            .value();
    }

  private:
    std::vector<http::Endpoint> endpoints() {
        std::vector<http::Endpoint> all;
        http::add_routes(all, app(), page_routes());
        return all;
    }
    http::ServiceOptions options() {
        http::ServiceOptions options;
        options.logs_requests = false;
        options.error_page = [this](const http::Request& request, int status, std::string_view reason) {
            return pages::error_page(app(), request, status, reason);
        };
        return options;
    }

    http::Service service_;
};
KONBIT_ON_BOTH_DATABASES(Pages);

TEST_P(Pages, AnswerEveryPublicAddress) {
    load_demo();
    for (const auto* target :
         {"/", "/clusters", "/clusters/windward-cocoa-and-spice", "/organizations",
          "/organizations/concord-valley-chocolate", "/countries", "/countries/GD", "/search?q=cocoa",
          "/about", "/privacy", "/sitemap.xml", "/robots.txt", "/api/map"})
        EXPECT_EQ(get(target).status, 200) << target;
}

// "Disallow: /s" would keep /sectors, /start and /sitemap.xml from search engines too.
TEST_P(Pages, KeepTheSurveyFromSearchEnginesAndNothingThatBeginsAlike) {
    EXPECT_THAT(get("/robots.txt").body,
                AllOf(HasSubstr("Disallow: /s$\n"), Not(HasSubstr("Disallow: /s\n"))));
}

TEST_P(Pages, SayNotFoundWithAPage) {
    for (const auto* target : {"/clusters/nobody", "/organizations/nobody", "/countries/XX", "/nowhere"}) {
        const auto shown = get(target);
        EXPECT_EQ(shown.status, 404) << target;
        EXPECT_THAT(shown.body, HasSubstr("page.not_found.title")) << target;
    }
}

TEST_P(Pages, EscapeHostileNames) {
    const auto made = add("<script>alert(1)</script> & \"Sons\"", [](Organization& each) {
        each.description.texts["en"] = "</script><img src=x onerror=alert(1)>";
    });
    for (const auto& target : {std::string("/organizations"), "/organizations/" + made.slug}) {
        const auto body = get(target).body;
        EXPECT_THAT(body, HasSubstr("&lt;script&gt;alert(1)")) << target;
        EXPECT_THAT(body, AllOf(Not(HasSubstr("<script>alert")), Not(HasSubstr("<img src=x")))) << target;
    }
}

TEST_P(Pages, MarkInventedDataAndKeepSearchEnginesAway) {
    load_demo();
    for (const auto* target : {"/", "/clusters/windward-cocoa-and-spice",
                               "/organizations/concord-valley-chocolate", "/search?q=cocoa", "/countries/GD"})
        EXPECT_THAT(get(target).body, AllOf(HasSubstr("page.demo"), HasSubstr("noindex"))) << target;
    EXPECT_THAT(get("/sitemap.xml").body, Not(HasSubstr("windward")));
}

TEST_P(Pages, ShowAStubWithItsSourceAndDate) {
    add("Export Office", [](Organization& each) {
        each.kind = OrganizationKind::bso;
        each.source = "Gazette";
        each.source_url = "https://gazette.example/1";
        each.as_of = Date::of(2026, 9, 30);
    });
    EXPECT_THAT(
        get("/organizations/export-office").body,
        AllOf(HasSubstr("page.stub"), HasSubstr("https://gazette.example/1"), Not(HasSubstr("k-demo")),
              HasSubstr("application/ld+json"), HasSubstr("\"@type\":\"Organization\"")));
}

// Asked, agreed with one of two addresses, taken back.
TEST_P(Pages, ShowPeopleOnlyWhileTheyAgree) {
    const OrganizationId office = add("Export Office").id;
    const auto write = [&](auto&& work) { return db().write(work); };
    const ContactRoleId role = write([&](db::Session& session) {
        Person person;
        person.name = "Ann Shown";
        person.email = "ann@office.example";
        person.phone = "473-555-0142";
        people::prepare(person);
        ContactRole manager;
        manager.organization_id = office;
        manager.role = PersonRole::manager;
        const PersonId id = people::add_person(session, person, history::by(System::viewer(), clock().now()));
        return people::add_role(session, id, manager);
    });
    const auto page = [&] { return get("/organizations/export-office").body; };
    write([&](db::Session& session) {
        session.change(
            "INSERT INTO team_showings (role_id, state, asked_at, languages, shows_email, shows_phone)"
            " VALUES ($1, 'asked', 0, '[]', FALSE, FALSE)",
            role);
    });
    EXPECT_THAT(page(), Not(HasSubstr("Ann Shown")));

    const TeamPerson ann = TeamSystem::person(role);
    write([&](db::Session& session) {
        team::agree(session, ann, {.languages = {"en", "xx"}, .shows_email = true}, clock().now());
    });
    EXPECT_THAT(page(), AllOf(HasSubstr("mailto:ann@office.example"), Not(HasSubstr("555-0142")),
                              HasSubstr(R"("employee":[{"@type":"Person","name":"Ann Shown")"),
                              HasSubstr(R"("knowsLanguage":["en"],"email":"ann@office.example"}])")));

    write([&](db::Session& session) { team::withdraw(session, ann, clock().now()); });
    EXPECT_THAT(page(), Not(HasSubstr("Ann Shown")));
}

// The story: Portsmouth Seasonings was last confirmed 410 days before the demonstration day, the others 20
// days.
TEST_P(Pages, SayThatARecordWasNotConfirmedForLong) {
    load_demo();
    EXPECT_THAT(get("/organizations/portsmouth-seasonings").body, HasSubstr("page.stale"));
    EXPECT_THAT(get("/organizations/concord-valley-chocolate").body, Not(HasSubstr("page.stale")));
}

TEST_P(Pages, KeepDraftsAndClusterOnlyRecordsOffThePublicPages) {
    add("Canary of a draft", [](Organization& each) { each.publication = Publication::draft; });
    add("Canary of a cluster", [](Organization& each) { each.visibility = Visibility::cluster; });
    for (const auto* target :
         {"/", "/organizations", "/search?q=canary", "/countries/GD", "/sitemap.xml", "/api/map"})
        EXPECT_THAT(get(target).body, Not(HasSubstr("Canary"))) << target;
    EXPECT_EQ(get("/organizations/canary-of-a-draft").status, 404);
}

TEST_P(Pages, NeverShowContactsOfMembers) {
    load_demo();
    EXPECT_THAT(get("/clusters/windward-cocoa-and-spice").body,
                AllOf(HasSubstr("Concord Valley Chocolate"), Not(HasSubstr("@m02.example")),
                      Not(HasSubstr("555-01"))));
}

TEST_P(Pages, SayHowManyMembersAreNotShown) {
    load_demo();
    db().write([](db::Session& session) {
        session.change("UPDATE organizations SET visibility = 'cluster' WHERE slug = $1",
                       "calibishie-cocoa-trail");
    });
    EXPECT_THAT(get("/clusters/windward-cocoa-and-spice").body,
                AllOf(HasSubstr("page.cluster.members_unseen"), Not(HasSubstr("Calibishie"))));
}

TEST_P(Pages, LeadFromAnOldAddressToTheNewOne) {
    const auto made = add("Spice Kitchen");
    db().write([&](db::Session& session) {
        remember_slug(session, organization_slugs, "old-kitchen", made.id.view());
    });
    const auto shown = get("/organizations/old-kitchen");
    EXPECT_EQ(shown.status, 301);
    EXPECT_EQ(shown.location, "/organizations/spice-kitchen");
    EXPECT_EQ(get("/countries/gd").location, "/countries/GD");
}

TEST_P(Pages, NarrowByTheFiltersOfTheAddressAndIgnoreWhatMeansNothing) {
    load_demo();
    EXPECT_THAT(get("/organizations?country=DM").body,
                AllOf(HasSubstr("Calibishie Cocoa Trail"), Not(HasSubstr("Concord Valley Chocolate"))));
    EXPECT_THAT(get("/organizations?kind=spaceship&q=concord").body, HasSubstr("Concord Valley Chocolate"));
    EXPECT_THAT(get("/clusters?q=nothingofthat").body, HasSubstr("k-empty"));
}

TEST_P(Pages, NameTheCanonicalAddressAndItsTranslations) {
    EXPECT_THAT(get("/clusters").body,
                AllOf(HasSubstr(R"(<link rel="canonical" href="https://konbit.example/clusters">)"),
                      HasSubstr(R"(hreflang="es" href="https://konbit.example/clusters?lang=es")"),
                      HasSubstr(R"(hreflang="x-default")")));
}

// Windward has its seat in Grenada and members in Saint Lucia and Dominica: the map finds it in all three,
// and a list narrowed to one of them has a map narrowed to it.
TEST_P(Pages, GiveTheMapWhatTheListShows) {
    load_demo();
    const auto body = get("/api/map?country=LC").body;
    EXPECT_THAT(body, HasSubstr("windward-cocoa-and-spice"));
    EXPECT_THAT(body, HasSubstr(R"("code":"LC","name":"Saint Lucia","clusters":2)"));
    EXPECT_THAT(body, Not(HasSubstr(R"("code":"DM")")));
    EXPECT_THAT(body, Not(HasSubstr("toledo")));
    EXPECT_THAT(get("/api/map").body, HasSubstr(R"("code":"DM","name":"Dominica","clusters":1)"));
}

}  // namespace
}  // namespace konbit
