// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/viewer.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <string>

namespace konbit::pages {

/// "/projects": the register of cluster projects, narrowed by words, country, funder, status and year.
Result<http::Response> projects_page(App& app, const Viewer& viewer, const http::Request& request);
/// One project; an address that it had before leads to the present one (301).
Result<http::Response> project_page(App& app, std::string slug, const Viewer& viewer,
                                    const http::Request& request);

/// Everything that the public may read of the register, for other programs.
Result<http::Response> projects_csv(App& app, const Viewer& viewer, const http::Request& request);
Result<http::Response> projects_json(App& app, const Viewer& viewer, const http::Request& request);

}  // namespace konbit::pages
