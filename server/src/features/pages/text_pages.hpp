// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/viewer.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace konbit::pages {

/// What Konbit is, how a record gets into the directory and how it is claimed.
Result<http::Response> about_page(App& app, const Viewer& viewer, const http::Request& request);
/// What is kept of whom, who sees it, and for how long.
Result<http::Response> privacy_page(App& app, const Viewer& viewer, const http::Request& request);

/// The public pages for search engines; without invented data.
Result<http::Response> sitemap(App& app, const Viewer& viewer, const http::Request& request);
Result<http::Response> robots(App& app, const Viewer& viewer, const http::Request& request);

}  // namespace konbit::pages
