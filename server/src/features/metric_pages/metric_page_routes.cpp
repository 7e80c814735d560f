// SPDX-License-Identifier: Apache-2.0
#include "features/metric_pages/metric_page_routes.hpp"

#include "features/metric_pages/markdown.hpp"
#include "features/pages/frame.hpp"
#include "features/permission/policies.hpp"

#include <array>
#include <optional>

namespace konbit::metric_pages {

namespace {

using html::attr;
using html::cls;
using html::el;

constexpr std::string_view index_name = "README";

std::optional<std::string_view> find(std::string_view name) {
    return find_embedded(metric_files(), std::string(name) + ".md");
}

/// A page as a reader is shown it.
struct Page {
    std::string_view language;
    std::string_view text;
};

/// The page in the language of the reader; in English, in which each was written, where it is not translated.
Page in_language(std::string_view language, std::string_view name, std::string_view english) {
    const auto translated =
        find_embedded(metric_files(), std::string(language) + "/" + std::string(name) + ".md");
    return translated ? Page{language, *translated} : Page{"en", english};
}

std::string path_of(std::string_view name) {
    return name == index_name ? "/measures" : "/measures/" + std::string(name);
}

/// Pages of measures name each other by file; what lies elsewhere in the documentation is not served.
std::string target_of(std::string_view link) {
    if (link.starts_with("https://")) return std::string(link);
    if (!link.ends_with(".md")) return {};
    link.remove_suffix(3);
    return find(link) ? path_of(link) : std::string();
}

http::Response shown(App& app, const http::Request& request, std::string_view name,
                     std::string_view english) {
    const pages::Words words = pages::words_for(app, request);
    const auto [language, text] = in_language(words.language(), name, english);
    pages::Content content;
    content.path = path_of(name);
    content.title = title_of(text);
    content.description = words("metric_pages.description");
    const auto back = name == index_name
                          ? html::Html()
                          : el("p", el("a", html::href("/measures"), words("metric_pages.all")));
    content.main = el("main", html::id("main"), attr("tabindex", "-1"), attr("lang", language),
                      el("div", cls("k-page"), back, rendered(text, target_of)));
    return pages::page(app, request, words, std::move(content));
}

Result<http::Response> contents(App& app, const Viewer&, const http::Request& request) {
    return shown(app, request, index_name, *find(index_name));
}

Result<http::Response> one(App& app, std::string name, const Viewer&, const http::Request& request) {
    const auto text = name == index_name ? std::nullopt : find(name);
    if (!text) return failure(ErrorCode::not_found, "page");
    return shown(app, request, name, *text);
}

}  // namespace

}  // namespace konbit::metric_pages

namespace konbit {

std::span<const http::Route<App>> metric_page_routes() {
    using namespace metric_pages;
    using http::route;
    static const std::array all{
        route(http::get, "/measures", "What every measure of a network means", anyone, contents),
        route(http::get, "/measures/{name}", "What one measure means, with its formula and source", anyone,
              one),
    };
    return all;
}

}  // namespace konbit
