// SPDX-License-Identifier: Apache-2.0
#include "http/page.hpp"

namespace konbit::html {

namespace {

Html meta(std::string_view name, std::string_view value) {
    return value.empty() ? Html() : el("meta", attr("name", name), attr("content", value));
}

Html open_graph(std::string_view property, std::string_view value) {
    return value.empty() ? Html() : el("meta", attr("property", property), attr("content", value));
}

Html link(std::string_view relation, std::string_view url) {
    return url.empty() ? Html() : el("link", attr("rel", relation), href(url));
}

/// The only script elements there are: our own files by their paths, and the data block below.
Html script(std::string_view path, std::string_view type) {
    if (path.empty()) return {};
    return Html::trusted("<script" + std::string(type) + attr("src", path).markup + "></script>");
}

Html icon(std::string_view path) {
    return path.empty() ? Html() : el("link", attr("rel", "icon"), attr("type", "image/svg+xml"), href(path));
}

/// "fr_FR" from "fr": services that show links know a language by its largest country only.
std::string locale_of(std::string_view language) {
    if (language == "en") return "en_US";
    std::string country(language);
    for (char& letter : country) letter = static_cast<char>(letter - 'a' + 'A');
    return std::string(language) + '_' + country;
}

Html locales(const Head& head) {
    Html others;
    for (const auto& [language, url] : head.alternates)
        if (language != head.language && language.size() == 2)
            others += open_graph("og:locale:alternate", locale_of(language));
    return open_graph("og:locale", locale_of(head.language)) + others;
}

Html shared_image(const Image& image) {
    if (image.url.empty()) return {};
    return open_graph("og:image", image.url) + open_graph("og:image:width", std::to_string(image.width)) +
           open_graph("og:image:height", std::to_string(image.height)) +
           open_graph("og:image:alt", image.alt);
}

Html sharing(const Head& head) {
    return open_graph("og:title", head.title) + open_graph("og:description", head.description) +
           open_graph("og:type", head.type) + open_graph("og:url", head.canonical) +
           open_graph("og:site_name", head.site_name) + locales(head) + shared_image(head.image) +
           meta("twitter:card", head.image.url.empty() ? "summary" : "summary_large_image");
}

Html addresses(const Head& head) {
    auto links = link("canonical", head.canonical);
    for (const auto& [language, url] : head.alternates)
        links += el("link", attr("rel", "alternate"), attr("hreflang", language), href(url));
    if (!head.feed.empty())
        links += el("link", attr("rel", "alternate"), attr("type", "application/rss+xml"), href(head.feed));
    return links;
}

Html files(const Head& head) {
    return icon(head.icon) + each(head.styles, [](const auto& path) { return link("stylesheet", path); }) +
           script(head.first_script, "") +
           each(head.scripts, [](const auto& path) { return script(path, " type=\"module\""); });
}

Html head_of(const Head& head) {
    return el("head", el("meta", attr("charset", "utf-8")), el("title", head.title),
              meta("viewport", "width=device-width, initial-scale=1"), meta("color-scheme", "light dark"),
              meta("description", head.description), meta("robots", head.indexed ? "" : "noindex"),
              addresses(head), sharing(head), files(head),
              head.json_ld.empty() ? Html() : json_ld_block(head.json_ld));
}

}  // namespace

Html json_ld_block(std::string_view json) {
    std::string markup = "<script type=\"application/ld+json\">";
    for (const char c : json) {
        switch (c) {
            case '<':
                markup += "\\u003c";
                break;
            case '>':
                markup += "\\u003e";
                break;
            case '&':
                markup += "\\u0026";
                break;
            default:
                markup += c;
        }
    }
    return Html::trusted(std::move(markup += "</script>"));
}

std::string document(const Head& head, const Html& body) {
    return "<!doctype html>\n" +
           el("html", attr("lang", head.language), head_of(head), el("body", body)).str();
}

}  // namespace konbit::html
