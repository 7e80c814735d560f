// SPDX-License-Identifier: Apache-2.0
#include "core/page.hpp"
#include "features/developers/developer_pages.hpp"
#include "features/pages/downloads.hpp"
#include "http/gate.hpp"

#include <algorithm>
#include <iterator>

namespace konbit::developers {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::href;
using html::Html;
using pages::Words;

Html code_block(std::string_view label, const std::string& text) {
    return el("pre", cls("k-code"), attr("role", "group"), attr("tabindex", "0"), attr("aria-label", label),
              el("code", text));
}

/// `page.developers.<name>.heading` and `….text`.
Html section(const Words& words, std::string_view name, const Params& params = {}, const Html& more = {}) {
    const std::string key = "page.developers." + std::string(name);
    return el("section", html::id(name), el("h2", words(key + ".heading")),
              el("p", words(key + ".text", params)), more);
}

std::string count(const Words& words, int n) { return words.number(n); }

std::string with_token(const App& app) {
    return "curl -H \"Authorization: Bearer $KONBIT_TOKEN\" '" +
           pages::absolute(app, "/api/organizations?limit=5") + "'";
}

Html rules(const App& app, const Words& words) {
    const auto allowances = http::Allowances::of(app.config.requests_per_minute);
    const auto burst = [&](const http::Rate& rate) { return count(words, static_cast<int>(rate.burst)); };
    const Html license =
        el("p", el("a", href(pages::data_license_url), attr("rel", "license"), pages::data_license));
    const std::string first = "curl '" + pages::absolute(app, "/api/organizations?kind=bso&limit=5") + "'";
    return section(words, "base", {{"url", app.config.base_url}},
                   code_block(words("page.developers.request"), first)) +
           section(words, "license", {}, license) +
           section(words, "paging",
                   {{"default", count(words, PageRequest::default_size)},
                    {"most", count(words, PageRequest::largest_size)}}) +
           section(words, "versions") + section(words, "errors") +
           section(words, "limits",
                   {{"visitor", burst(allowances.visitor)},
                    {"stranger", burst(allowances.stranger)},
                    {"lists", burst(allowances.directory)},
                    {"downloads", burst(allowances.download)}}) +
           section(words, "tokens", {}, code_block(words("page.developers.request"), with_token(app))) +
           section(words, "languages");
}

Html resource_list(const Words& words, const std::vector<Resource>& resources, bool is_public) {
    std::vector<Resource> shown;
    std::ranges::copy_if(resources, std::back_inserter(shown),
                         [&](const Resource& each) { return is_open(each) == is_public; });
    return el(
        "ul", cls("k-lines"), html::each(shown, [&](const Resource& each) {
            return el(
                "li", el("a", href("/developers/" + std::string(each.name)), el("code", each.name)), " ",
                words.count("page.developers.routes_of", static_cast<std::int64_t>(each.endpoints.size())));
        }));
}

}  // namespace

pages::Content overview_page(const App& app, const Words& words, const std::vector<Resource>& resources) {
    pages::Content page;
    page.path = "/developers";
    page.title = words("page.developers.title");
    page.description = words("page.developers.description");
    page.main = el(
        "main", html::id("main"), attr("tabindex", "-1"),
        el("div", cls("k-page"), el("h1", page.title), el("p", cls("k-lead"), words("page.developers.lead")),
           el("p", el("a", href("/openapi.json"), "openapi.json"), " · ",
              el("a", href("/developers/sharing"), words("page.developers.sharing.title"))),
           rules(app, words), section(words, "open", {}, resource_list(words, resources, true)),
           section(words, "closed", {}, resource_list(words, resources, false))));
    return page;
}

}  // namespace konbit::developers
