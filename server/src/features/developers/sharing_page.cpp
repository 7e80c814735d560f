// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "features/developers/developer_pages.hpp"
#include "features/permission/viewer.hpp"

#include <fmt/core.h>

namespace konbit::developers {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;
using pages::Words;

/// The address of a public record to show with; a visible gap in an installation that has none yet.
std::string example_slug(App& app, std::string_view table, const std::string& condition) {
    return app.database.read([&](db::Session& session) {
        const auto slug = session.value<std::optional<std::string>>(fmt::format(
            "SELECT r.slug FROM {} r WHERE {} ORDER BY r.is_demo, r.slug LIMIT 1", table, condition));
        return slug.value_or("…");
    });
}

/// What there is, in words, and the lines to copy.
Html part(const Words& words, std::string_view name, const std::vector<std::string>& lines) {
    const std::string key = "page.developers.sharing." + std::string(name);
    return el("section", html::id(name), el("h2", words(key)), el("p", words(key + "_text")),
              html::each(lines, [&](const std::string& line) {
                  return el("pre", cls("k-code"), attr("role", "group"), attr("tabindex", "0"),
                            attr("aria-label", words(key)), el("code", line));
              }));
}

std::string frame_of(const std::string& url) {
    return "<iframe src=\"" + url +
           "\" width=\"360\" height=\"220\" title=\"Konbit\" loading=\"lazy\"></iframe>";
}

}  // namespace

pages::Content sharing_page(App& app, const Words& words) {
    const Viewer visitor = Viewer::anonymous();
    const auto cluster = example_slug(app, "clusters", clusters_visible_to(visitor, "r"));
    const auto organization = example_slug(app, "organizations", organizations_visible_to(visitor, "r"));
    const auto url = [&](const std::string& path) { return pages::absolute(app, path); };
    const auto fetched = [&](const std::string& path) { return "curl -O '" + url(path) + "'"; };
    pages::Content page;
    page.path = "/developers/sharing";
    page.title = words("page.developers.sharing.title");
    page.description = words("page.developers.sharing.description");
    page.shows_demo = app.config.is_demo;
    page.main =
        el("main", html::id("main"), attr("tabindex", "-1"),
           el("div", cls("k-page"), el("p", el("a", href("/developers"), words("page.developers.title"))),
              el("h1", page.title), el("p", cls("k-lead"), words("page.developers.sharing.lead")),
              part(words, "cards",
                   {frame_of(url("/embed/clusters/" + cluster)),
                    frame_of(url("/embed/organizations/" + organization))}),
              part(words, "feeds",
                   {url("/feeds/clusters.rss"), url("/feeds/organizations.rss?country=GD&kind=bso")}),
              part(words, "files",
                   {fetched("/clusters.csv"), fetched("/organizations.csv?country=GD"),
                    fetched("/projects.csv")}),
              part(words, "json",
                   {fetched("/clusters.json"), fetched("/organizations.json"), fetched("/projects.json")}),
              part(words, "vcard", {fetched("/organizations/" + organization + ".vcf")}),
              part(words, "structured", {url("/clusters/" + cluster), url("/sitemap.xml")}),
              el("p", words("page.developers.sharing.no_calendar"))));
    return page;
}

}  // namespace konbit::developers
