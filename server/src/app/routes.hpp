// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/service.hpp"

#include <string>
#include <vector>

namespace konbit {

/// Every route of the program, bound to it: the API, the server-written pages, the entries of the web client.
std::vector<http::Endpoint> endpoints(App& app);

/// What every route says of itself, without the running program.
std::vector<const http::RouteInfo*> route_infos();

/// The routes under /api/ as an OpenAPI document (http/openapi.hpp).
std::string api_description();

}  // namespace konbit
