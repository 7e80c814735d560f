// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/viewer.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <string>

namespace konbit::pages {

/// The page of one record. An address that the record had before leads to the present one (301).
/// @return ErrorCode::not_found also for a record that the viewer may not see.
Result<http::Response> cluster_page(App& app, std::string slug, const Viewer& viewer,
                                    const http::Request& request);
Result<http::Response> organization_page(App& app, std::string slug, const Viewer& viewer,
                                         const http::Request& request);

/// "/countries": every country with what is in it.
Result<http::Response> countries_page(App& app, const Viewer& viewer, const http::Request& request);
Result<http::Response> country_page(App& app, std::string code, const Viewer& viewer,
                                    const http::Request& request);

}  // namespace konbit::pages
