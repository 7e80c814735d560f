// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/html.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace konbit::html {

/// The same page in another language.
struct Alternate {
    std::string language;  ///< BCP 47: "es".
    std::string url;       ///< Absolute.
};

/// A picture for shared links.
struct Image {
    std::string url;  ///< Absolute.
    std::string alt;
    int width = 0;
    int height = 0;
};

/// What stands in the head of a page. Empty members are left out.
struct Head {
    std::string language = "en";  ///< BCP 47, for <html lang>.
    std::string title;            ///< Whole title, with the site's name where wanted.
    std::string description;      ///< One or two sentences, for search engines and shared links.
    std::string canonical;        ///< Absolute URL without parameters that do not change the content.
    std::vector<Alternate> alternates;
    std::string feed;  ///< URL of the RSS feed of what the page lists.
    std::string site_name;
    Image image;                       ///< For shared links.
    std::string type = "website";      ///< Open Graph type: "website", "article", "profile".
    std::string json_ld;               ///< Rendered JSON, schema.org vocabulary.
    std::vector<std::string> styles;   ///< Paths of style sheets, with their hash in the name.
    std::vector<std::string> scripts;  ///< Paths of modules, with their hash in the name.
    std::string first_script;          ///< Path of a small script that must run before anything is painted.
    std::string icon;                  ///< Path of the icon (SVG).
    bool indexed = true;               ///< False: search engines are asked to keep away.
};

/// A whole document: doctype, head and `<body>` with the given content.
std::string document(const Head& head, const Html& body);

/// A data block for search engines. "<", ">" and "&" are written as JSON escapes, so that no text inside can
/// end the element. Data blocks do not run and pass the content security policy.
Html json_ld_block(std::string_view json);

}  // namespace konbit::html
