// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/pages/words.hpp"
#include "http/html.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace konbit::pages {

/// A picture that previews of links show.
struct ShownImage {
    std::string path;
    std::string alt;
    int width = 0;
    int height = 0;
};

/// What one page has of its own; the frame around it is the same on all.
struct Content {
    std::string path;         ///< Without parameters: the canonical address.
    std::string title;        ///< Without the name of the site.
    std::string description;  ///< One or two sentences for search engines and shared links.
    html::Html main;          ///< The whole <main> element.
    std::string json_ld{};
    ShownImage image{};       ///< For previews of links; when empty, that of the site.
    std::string feed{};       ///< Path of the feed of what is listed.
    bool shows_demo = false;  ///< Invented data is on it: says so, and search engines keep away.
    bool is_demo = false;     ///< The record that the page is about is itself invented.
    bool is_indexed = true;
    int status = 200;
    /// Parameters without which the page is another one, or none: they stand in its address in every
    /// language, also when a form that was sent in shows the page.
    std::vector<std::pair<std::string, std::string>> query{};
};

/// The words for the reader of a request.
Words words_for(const App& app, const http::Request& request);

/// The document: head with canonical address, translations and sharing data; header, content, footer. A
/// language chosen by `?lang=` is remembered in a cookie.
http::Response page(const App& app, const http::Request& request, const Words& words, Content content);

/// The same as text, for errors that no handler meets (http::ServiceOptions::error_page).
std::string error_page(const App& app, const http::Request& request, int status, std::string_view reason);

/// "https://konbit.example/clusters/spice" from "/clusters/spice".
std::string absolute(const App& app, std::string_view path);

}  // namespace konbit::pages
