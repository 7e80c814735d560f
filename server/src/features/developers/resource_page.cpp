// SPDX-License-Identifier: Apache-2.0
#include "features/developers/developer_pages.hpp"
#include "features/developers/example.hpp"
#include "features/developers/field_tables.hpp"

#include <algorithm>

namespace konbit::developers {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;
using pages::Words;

std::string anchor(const http::RouteInfo& route) {
    std::string id(name_of(route.method));
    for (const char c : route.path.substr(std::string_view("/api").size()))
        if (c == '/' || c == '.')
            id += '-';
        else if (c != '{' && c != '}')
            id += c;
    return id;
}

/// The table of routes is written in English, whatever the page is.
Html english(html::Tag tag, std::string_view text) { return el(tag, attr("lang", "en"), text); }

std::string roles_in_words(const Words& words, const http::RouteInfo& route) {
    std::string all;
    for (const auto role : route.roles) {
        const std::string key =
            role == "respondent" || role == "anonymous" ? "page.developers.role." : "grant.role.";
        all += (all.empty() ? "" : ", ") + words(key + std::string(role));
    }
    return all;
}

Html who_may(const Words& words, const http::RouteInfo& route) {
    if (is_open(route)) return el("p", el("strong", words("page.developers.anyone")));
    return el("p", words("page.developers.who"), " ", roles_in_words(words, route), " (",
              english("span", route.policy), ")");
}

Html body_of(const Words& words, const http::RouteInfo& route) {
    for (const auto& argument : route.arguments) {
        if (argument.source == http::Source::create || argument.source == http::Source::patch)
            return el("p", words("page.developers.takes"), " ", type_in_words(words, argument.type()));
        if (argument.source == http::Source::body)
            return el(
                "p",
                words("page.developers.takes_file",
                      {{"kilobytes", words.number(static_cast<std::int64_t>(route.body_limit / 1024))}}));
    }
    return {};
}

Html answer_of(const Words& words, const http::RouteInfo& route) {
    if (route.reply == http::ReplyKind::nothing) return el("p", words("page.developers.gives_nothing"));
    if (route.reply == http::ReplyKind::raw) return el("p", words("page.developers.gives_file"));
    const Type& type = route.reply_type();
    const bool is_page = type.kind == Kind::record && type.find("items") && type.find("next");
    return el("p", words(is_page ? "page.developers.gives_page" : "page.developers.gives"), " ",
              type_in_words(words, type));
}

Html block(std::string_view label, const std::string& text) {
    return el("pre", cls("k-code"), attr("role", "group"), attr("tabindex", "0"), attr("aria-label", label),
              el("code", text));
}

Html example(const App& app, const Words& words, const http::Endpoint& endpoint) {
    if (!is_open(*endpoint.info)) return {};
    const auto shown = example_of(app.api, endpoint, words.language());
    if (!shown) return {};
    return block(words("page.developers.request"), "curl '" + pages::absolute(app, shown->path) + "'") +
           el("p", cls("k-small"),
              words(shown->is_real ? "page.developers.real" : "page.developers.sample")) +
           block(words("page.developers.answer"), shown->answer);
}

Html operation(const App& app, const Words& words, const http::Endpoint& endpoint) {
    const http::RouteInfo& route = *endpoint.info;
    return el("section", cls("k-panel"), html::id(anchor(route)),
              el("h2", el("code", name_of(route.method), " ", route.path)), english("p", route.summary),
              who_may(words, route), parameter_table(words, app.texts, route), body_of(words, route),
              answer_of(words, route), example(app, words, endpoint));
}

Html contents(const Words& words, const Resource& resource) {
    return el("nav", attr("aria-label", words("page.developers.routes")),
              el("ul", html::each(resource.endpoints, [](const http::Endpoint* each) {
                     return el("li", el("a", href("#" + anchor(*each->info)),
                                        el("code", name_of(each->info->method), " ", each->info->path)));
                 })));
}

Html records(const App& app, const Words& words, const Resource& resource) {
    std::vector<const http::RouteInfo*> routes;
    for (const auto* endpoint : resource.endpoints) routes.push_back(endpoint->info);
    const auto all = records_of(routes);
    if (all.empty()) return {};
    return el("section", el("h2", words("page.developers.records")),
              html::each(all, [&](const Type* each) { return record_section(words, app.texts, *each); }));
}

}  // namespace

pages::Content resource_page(const App& app, const Words& words, const Resource& resource) {
    pages::Content page;
    page.path = "/developers/" + std::string(resource.name);
    page.title = words("page.developers.resource_title", {{"name", std::string(resource.name)}});
    page.description = words("page.developers.resource_description", {{"name", std::string(resource.name)}});
    page.shows_demo = app.config.is_demo;
    page.main = el("main", html::id("main"), attr("tabindex", "-1"),
                   el("div", cls("k-page k-page-wide"),
                      el("p", el("a", href("/developers"), words("page.developers.title"))),
                      el("h1", page.title), contents(words, resource),
                      html::each(resource.endpoints,
                                 [&](const http::Endpoint* each) { return operation(app, words, *each); }),
                      records(app, words, resource)));
    return page;
}

}  // namespace konbit::developers
