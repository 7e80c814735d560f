// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/pages/words.hpp"
#include "features/permission/viewer.hpp"
#include "http/html.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <string>

namespace konbit::pages {

/// A card for other sites, the only pages that may stand in their frames. Nobody is signed in there: it shows
/// what is public, whoever looks.
Result<http::Response> embedded_cluster(App& app, std::string slug, const Viewer& viewer,
                                        const http::Request& request);
Result<http::Response> embedded_organization(App& app, std::string slug, const Viewer& viewer,
                                             const http::Request& request);

/// What stands in the frame of another site.
struct Framed {
    std::string title;
    std::string path;  ///< Of the page that says more: "/clusters/spice".
    html::Html body;   ///< The whole <main> element.
};
http::Response framed(const App& app, const Words& words, const Framed& content);

/// The line to copy into another site.
/// @param path    Of the page of the record: "/clusters/spice".
/// @param height  Of the frame, in pixels; its width is 360.
html::Html embedding_hint(const App& app, const Words& words, const std::string& path, int height = 220);

}  // namespace konbit::pages
