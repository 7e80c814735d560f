// SPDX-License-Identifier: Apache-2.0
#include "features/pages/frame.hpp"

#include "features/pages/drawings.hpp"
#include "features/pages/previews.hpp"
#include "features/pages/query_link.hpp"
#include "features/web_files.hpp"
#include "http/page.hpp"
#include "http/url.hpp"

#include <array>
#include <utility>

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::flag;
using html::href;
using html::Html;

constexpr std::string_view site = "Konbit";
constexpr auto languages = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"en", "English"}, {"es", "Español"}, {"fr", "Français"}});

/// The address of a page with the parameters that it cannot do without.
QueryLink address_of(std::string_view url, const Content& content) {
    QueryLink link(url);
    for (const auto& [name, value] : content.query) link = link.with(name, value);
    return link;
}

/// The address of a page in a language; the first language is that of the bare address.
std::string in_language(const QueryLink& url, std::string_view language) {
    return url.with("lang", language == languages.front().first ? "" : language).str();
}

Html nav_link(const Words& words, std::string_view here, const std::string& target) {
    const bool is_here = here == "/" + target || here.starts_with("/" + target + "/");
    return el("a", href("/" + target), is_here ? attr("aria-current", "page") : html::Attribute{},
              icon(target), el("span", words("page.nav." + target)));
}

Html language_menu(const Words& words) {
    return el("select", cls("k-language"), attr("aria-label", words("page.language")),
              html::each(languages, [&](const auto& each) {
                  return el("option", attr("value", each.first),
                            flag("selected", each.first == words.language()), each.second);
              }));
}

Html header(const Words& words, std::string_view here) {
    return el("a", cls("k-skip"), href("#main"), words("page.skip")) +
           el("header", cls("k-header"), el("a", cls("k-brand"), href("/"), mark(), el("span", site)),
              el("nav", cls("k-nav"), attr("aria-label", words("page.nav")),
                 nav_link(words, here, "clusters"), nav_link(words, here, "organizations"),
                 nav_link(words, here, "projects"), nav_link(words, here, "experts"),
                 nav_link(words, here, "countries")),
              el("div", cls("k-tools"), language_menu(words),
                 el("button", cls("k-theme"), attr("type", "button"), attr("aria-label", words("page.theme")),
                    flag("hidden"), icon("theme")),
                 el("a", cls("k-signin"), href("/app/"), attr("data-signed-in", words("nav.my_clusters")),
                    words("page.sign_in"))));
}

/// What the address asks for, whatever page it is: links to it lose no filter.
QueryLink parameters_of(const http::Request& request, const Content& content) {
    QueryLink link = address_of("", content);
    for (const auto& [name, value] : request.query) link = link.with(name, value);
    return link;
}

Html footer(const Words& words, std::string_view path, const QueryLink& here) {
    const auto language_link = [&](const auto& each) {
        return el("li", el("a", href(here.with("lang", each.first).str()), attr("lang", each.first),
                           attr("hreflang", each.first),
                           each.first == words.language() ? attr("aria-current", "true") : html::Attribute{},
                           each.second));
    };
    return el("footer", cls("k-footer"), el("p", words("page.footer")),
              el("ul", el("li", el("a", href("/sectors"), words("page.nav.sectors"))),
                 el("li", el("a", href("/start"), words("page.nav.start"))),
                 el("li", el("a", href("/developers"), words("page.nav.developers"))),
                 el("li", el("a", href("/about"), words("page.nav.about"))),
                 el("li", el("a", href("/privacy"), words("page.nav.privacy"))),
                 el("li", el("a", href("/report?page=" + http::percent_encoded(path)),
                             attr("rel", "nofollow"), words("page.nav.report"))),
                 html::each(languages, language_link)));
}

/// The picture in the language of the page: the drawn ones have words on them.
html::Image image_of(const App& app, const Words& words, const Content& content) {
    if (content.image.path.empty())
        return {in_language(QueryLink(absolute(app, site_preview)), words.language()), std::string(site),
                preview_size.width, preview_size.height};
    const auto& [path, alt, width, height] = content.image;
    const auto url = absolute(app, path);
    return {path.starts_with("/previews/") ? in_language(QueryLink(url), words.language()) : url, alt, width,
            height};
}

/// The addresses by which search engines tell the languages of one page apart.
void add_addresses(html::Head& head, const QueryLink& url, std::string_view language) {
    head.canonical = in_language(url, language);
    for (const auto& [each, name] : languages)
        head.alternates.push_back({std::string(each), in_language(url, each)});
    head.alternates.push_back({"x-default", url.str()});
}

html::Head head(const App& app, const Words& words, const Content& content) {
    html::Head head;
    head.language = words.language();
    head.title = content.title.empty() ? std::string(site) : content.title + " · " + std::string(site);
    head.description = content.description;
    // A page that nobody is to find needs no address to be found by: it may be one that a form has shown.
    if (content.is_indexed)
        add_addresses(head, address_of(absolute(app, content.path), content), words.language());
    head.site_name = site;
    head.image = image_of(app, words, content);
    head.json_ld = content.json_ld;
    if (!content.feed.empty()) head.feed = absolute(app, content.feed);
    head.styles = {std::string(app.web.path("public.css"))};
    head.scripts = {std::string(app.web.path("public.js"))};
    head.first_script = app.web.path("theme.js");
    head.icon = "/favicon.svg";
    head.indexed = content.is_indexed && !content.shows_demo && !content.is_demo;
    return head;
}

/// A landmark of its own, so that readers of a screen find it and can step over it.
Html demo_banner(const Words& words, const Content& content) {
    if (!content.is_demo && !content.shows_demo) return {};
    return el("section", cls("k-demo"), attr("aria-label", words("page.badge.demo")),
              words(content.is_demo ? "page.demo.record" : "page.demo"));
}

std::string document(const App& app, const http::Request& request, const Words& words,
                     const Content& content) {
    return html::document(head(app, words, content),
                          header(words, content.path) + demo_banner(words, content) + content.main +
                              footer(words, content.path, parameters_of(request, content)));
}

/// The texts of an error that has its own, else those of any.
std::string error_key(int status) {
    if (status == 429) return "page.too_many";
    return status == 404 ? "page.not_found" : "page.error";
}

/// Whoever reads all of the directory page by page is shown where it is to be had at once.
Html whole_tables(const Words& words) {
    return el("p", el("a", href("/clusters.csv"), words("page.nav.clusters") + " (CSV)"), " · ",
              el("a", href("/organizations.csv"), words("page.nav.organizations") + " (CSV)"));
}

Content error_content(const Words& words, int status) {
    const std::string key = error_key(status);
    Content content;
    content.path = "/";
    content.title = words(key + ".title");
    content.is_indexed = false;
    content.status = status;
    content.main = el("main", html::id("main"), attr("tabindex", "-1"),
                      el("div", cls("k-page"), el("h1", words(key + ".title")),
                         el("p", cls("k-lead"), words(key + ".text")),
                         html::when(status == 429, [&] { return whole_tables(words); }),
                         el("p", el("a", cls("k-button"), href("/clusters"), words("page.nav.clusters")), " ",
                            el("a", cls("k-button k-button-quiet"), href("/organizations"),
                               words("page.nav.organizations")))));
    return content;
}

}  // namespace

Words words_for(const App& app, const http::Request& request) { return {app.texts, request.language}; }

std::string absolute(const App& app, std::string_view path) {
    return app.config.base_url + std::string(path);
}

http::Response page(const App& app, const http::Request& request, const Words& words, Content content) {
    auto response = http::page(document(app, request, words, content), content.status);
    if (!request.query.first("lang").empty())
        response.headers.add("set-cookie", "konbit_lang=" + std::string(words.language()) +
                                               "; Path=/; Max-Age=31536000; SameSite=Lax");
    return response;
}

std::string error_page(const App& app, const http::Request& request, int status, std::string_view) {
    const Words words = words_for(app, request);
    return document(app, request, words, error_content(words, status));
}

}  // namespace konbit::pages
