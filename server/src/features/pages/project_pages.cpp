// SPDX-License-Identifier: Apache-2.0
#include "features/pages/project_pages.hpp"

#include "db/database.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/json_object.hpp"
#include "features/pages/money.hpp"
#include "features/pages/moved.hpp"
#include "features/pages/profile_parts.hpp"
#include "features/pages/project_query.hpp"
#include "features/pages/register_parts.hpp"
#include "features/pages/tile.hpp"

#include <algorithm>

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;

constexpr int rows_of_page = 20;

struct ProjectList {
    Page<ProjectProfile> page;
    projects::Facets facets;
};

std::string status_text(const Words& words, std::string_view status) {
    return words("project.status." + std::string(status));
}

std::vector<Choice> choices(const Words& words, const ProjectQuery& query, const projects::Facets& facets) {
    const auto itself = [](const std::string& code) { return code; };
    return {
        choice("country", words("page.country"), words("page.country.any"), query.country, facets.countries,
               [&](const std::string& code) { return words.country(code); }),
        choice("funder", words("project.funder"), words("page.funder.any"), query.funder, facets.funders,
               itself),
        choice("status", words("project.status"), words("page.status.any"), query.status, facets.statuses,
               [&](const std::string& code) { return status_text(words, code); }),
        choice("year", words("page.year"), words("page.year.any"), query.year, facets.years, itself),
    };
}

Html downloads(const Words& words) {
    return el("p", cls("k-count"), words("page.projects.download"), " ",
              el("a", href("/projects.csv"), "CSV"), ", ", el("a", href("/projects.json"), "JSON"));
}

Html rows(const Words& words, const ProjectQuery& query, const ProjectList& list) {
    if (!list.page.items.empty())
        return el("ul", cls("k-list"), html::each(list.page.items, [&](const auto& each) {
                      return project_row(words, each, "h2");
                  }));
    return el("p", cls("k-empty"), words(query.is_narrowed() ? "page.nothing" : "page.projects.empty"), " ",
              query.is_narrowed() ? el("a", href("/projects"), words("page.clear")) : Html());
}

Content list_content(const Words& words, const ProjectQuery& query, const ProjectList& list) {
    Content content;
    content.path = "/projects";
    content.title = words("page.projects.title");
    content.description = words("page.projects.description");
    content.shows_demo = std::ranges::any_of(list.page.items, &ProjectProfile::is_demo);
    content.is_indexed = !query.is_narrowed();
    content.main =
        el("main", html::id("main"), attr("tabindex", "-1"),
           el("div", cls("k-page"), el("h1", words("page.projects.title")),
              el("p", cls("k-lead"), words("page.projects.lead")),
              filter_form(words, "/projects", query.q, choices(words, query, list.facets)),
              el("p", cls("k-count"), words.count("page.projects.count", list.page.count.value_or(0))),
              rows(words, query, list),
              filter_pager(words, query.link(), query.after.empty(), list.page.next), downloads(words)));
    return content;
}

Html clusters_of(const Words& words, const ProjectProfile& project) {
    if (project.clusters.empty()) return {};
    return panel(words("page.nav.clusters"),
                 el("ul", cls("k-list"), html::each(project.clusters, [](const ProjectCluster& each) {
                        return el("li", cls("k-row"), tile(each.cluster_id.view()),
                                  el("div", el("h3", cls("k-row-name"),
                                               el("a", href("/clusters/" + each.slug), each.name))));
                    })));
}

Html organizations_of(const Words& words, const ProjectProfile& project) {
    if (project.organizations.empty()) return {};
    return panel(
        words("page.nav.organizations"),
        el("ul", cls("k-list"), html::each(project.organizations, [&](const ProjectOrganization& each) {
               return el(
                   "li", cls("k-row"), tile(each.organization_id.view()),
                   el("div",
                      el("h3", cls("k-row-name"), el("a", href("/organizations/" + each.slug), each.name)),
                      el("p", cls("k-row-facts"),
                         el("span", words("project.role." + std::string(name_of(each.role)))))));
           })));
}

std::string call_text(const ProjectProfile& project) {
    const std::string year = project.call_year ? std::to_string(*project.call_year) : "";
    if (!project.call_name) return year;
    return year.empty() ? *project.call_name : *project.call_name + ", " + year;
}

Html facts_of(const Words& words, const ProjectProfile& project) {
    return el("h2", words("cluster.about")) +
           el("dl", cls("k-facts"),
              fact(words("project.status"), status_text(words, name_of(project.status))),
              fact(words("project.funder"), project.funder), fact(words("project.call"), call_text(project)),
              fact(words("project.period"), period(words, project.starts_on, project.ends_on)),
              fact(words("page.nav.countries"), country_links(words, project.countries)),
              fact(words("project.source"),
                   source_fact(words, project.source, project.source_url, project.as_of)));
}

/// schema.org's Project with the grant that pays for it.
std::string structured(const App& app, const Words& words, const ProjectProfile& project) {
    JsonObject grant("MonetaryGrant");
    grant.raw("funder", JsonObject("Organization").text("name", project.funder).str());
    if (project.amount_minor)
        grant.raw("amount", JsonObject("MonetaryAmount")
                                .text("currency", *project.currency)
                                .number("value", static_cast<double>(*project.amount_minor) / 100)
                                .str());
    const std::string url = absolute(app, "/projects/" + project.slug);
    JsonObject object("Project");
    object.text("@context", "https://schema.org")
        .text("@id", url)
        .text("name", project.name)
        .text("url", url);
    object.text("description", words.of(project.description)).raw("funding", grant.str());
    if (project.starts_on) object.text("foundingDate", project.starts_on->str());
    if (project.ends_on) object.text("dissolutionDate", project.ends_on->str());
    return object.str();
}

Content project_content(const App& app, const Words& words, const ProjectProfile& project) {
    const auto lead = words.of(project.description);
    Content content;
    content.path = "/projects/" + project.slug;
    content.title = project.name;
    content.description = lead.empty() ? words("page.project.description",
                                               {{"project", project.name}, {"funder", project.funder}})
                                       : std::string(lead);
    content.is_demo = project.is_demo;
    if (!project.is_demo) content.json_ld = structured(app, words, project);
    content.main =
        profile(hero(tile(project.id.view()), words("page.project"), project.name, lead),
                project.amount_minor
                    ? figure(words("project.amount"), money(words, *project.amount_minor, *project.currency))
                    : Html(),
                clusters_of(words, project) + organizations_of(words, project), facts_of(words, project));
    return content;
}

}  // namespace

Result<http::Response> projects_page(App& app, const Viewer& viewer, const http::Request& request) {
    const Words words = words_for(app, request);
    const auto query = ProjectQuery::of(request);
    KONBIT_TRY(const ProjectList list, app.database.read([&](db::Session& session) -> Result<ProjectList> {
        ProjectList list;
        KONBIT_TRY(list.page, projects::list(session, viewer, query.filter(), query.page(rows_of_page)));
        list.facets = projects::facets(session, viewer, query.filter());
        return list;
    }));
    return page(app, request, words, list_content(words, query, list));
}

Result<http::Response> project_page(App& app, std::string slug, const Viewer& viewer,
                                    const http::Request& request) {
    auto project = app.database.read(
        [&](db::Session& session) { return projects::find(session, viewer, std::string_view(slug)); });
    if (!project) return moved_to_present(app, project_slugs, "/projects/", slug, project.error());
    const Words words = words_for(app, request);
    return page(app, request, words, project_content(app, words, *project));
}

}  // namespace konbit::pages
