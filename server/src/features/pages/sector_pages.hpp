// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/app.hpp"
#include "features/permission/viewer.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <string>

/// The directory by line of business: ISIC Rev. 4, sections and their divisions.
namespace konbit::pages {

/// "/sectors": every section with the divisions in which there is somebody.
Result<http::Response> sectors_page(App& app, const Viewer& viewer, const http::Request& request);

/// One section or division: where it is at home, its clusters and organizations.
/// @return ErrorCode::not_found for a code that ISIC does not have.
Result<http::Response> sector_page(App& app, std::string code, const Viewer& viewer,
                                   const http::Request& request);

}  // namespace konbit::pages
