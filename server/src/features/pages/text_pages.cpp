// SPDX-License-Identifier: Apache-2.0
#include "features/pages/text_pages.hpp"

#include "db/database.hpp"
#include "features/pages/frame.hpp"
#include "features/pages/privacy_page.hpp"
#include "features/processors/processor_store.hpp"

namespace konbit::pages {

namespace {

using html::attr;
using html::cls;
using html::el;
using html::Html;

/// The sections of a page whose texts are `<key>.<section>.heading` and `….text`; the section's name is its
/// anchor.
Html sections(const Words& words, const std::string& key, std::initializer_list<std::string_view> names) {
    return html::each(names, [&](std::string_view name) {
        const std::string section = key + "." + std::string(name);
        return el("section", html::id(name), el("h2", words(section + ".heading")),
                  el("p", words(section + ".text")));
    });
}

Content text_page(const Words& words, const std::string& path, const std::string& key,
                  std::initializer_list<std::string_view> names, const Html& more = {}) {
    Content content;
    content.path = path;
    content.title = words(key + ".title");
    content.description = words(key + ".description");
    content.main = el("main", html::id("main"), attr("tabindex", "-1"),
                      el("div", cls("k-page"), el("h1", words(key + ".title")),
                         el("p", cls("k-lead"), words(key + ".lead")), sections(words, key, names), more));
    return content;
}

}  // namespace

Result<http::Response> about_page(App& app, const Viewer&, const http::Request& request) {
    const Words words = words_for(app, request);
    return page(
        app, request, words,
        text_page(words, "/about", "page.about", {"directory", "tiers", "claim", "figures", "source"}));
}

Result<http::Response> privacy_page(App& app, const Viewer& viewer, const http::Request& request) {
    const Words words = words_for(app, request);
    const Date today = utc_date(app.clock.now());
    const auto processors =
        app.database.read([&](db::Session& db) { return processors::list_current(db, viewer, today); });
    const Html own_data = el("p", el("a", html::href("/app/own-data"), words("page.privacy.own_data")));
    return page(app, request, words,
                text_page(words, "/privacy", "page.privacy",
                          {"directory", "contacts", "answers", "cookies", "rights"},
                          own_data + processors_section(words, processors) + laws_section(words)));
}

}  // namespace konbit::pages
