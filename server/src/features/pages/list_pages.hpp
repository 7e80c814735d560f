// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/viewer.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

namespace konbit::pages {

/// "/": the clusters changed last, with the way to everything else.
Result<http::Response> home(App& app, const Viewer& viewer, const http::Request& request);
Result<http::Response> clusters_page(App& app, const Viewer& viewer, const http::Request& request);
Result<http::Response> organizations_page(App& app, const Viewer& viewer, const http::Request& request);
/// Clusters, countries and organizations that the words of `q` find.
Result<http::Response> search_page(App& app, const Viewer& viewer, const http::Request& request);

}  // namespace konbit::pages
