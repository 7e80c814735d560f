// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/permission/viewer.hpp"
#include "http/request.hpp"
#include "http/response.hpp"

#include <string>

/// The network of a cluster as everybody may read it: without script, and ready to be printed.
namespace konbit::public_figures {

/// @return ErrorCode::not_found while nothing is released that may be shown, as for a cluster that one may
/// not see.
Result<http::Response> network_page(App& app, std::string slug, const Viewer& viewer,
                                    const http::Request& request);

/// One line for each wave and question.
Result<http::Response> network_csv(App& app, std::string slug, const Viewer& viewer,
                                   const http::Request& request);

/// The picture of the last wave, for the frames of other sites; it shows what is public, whoever looks.
Result<http::Response> embedded_network(App& app, std::string slug, const Viewer& viewer,
                                        const http::Request& request);

}  // namespace konbit::public_figures
