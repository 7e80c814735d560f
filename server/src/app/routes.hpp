// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/service.hpp"

#include <vector>

namespace konbit {

/// Every route of the program, bound to it: the API, the server-written pages, the entries of the web client.
std::vector<http::Endpoint> endpoints(App& app);

/// What the routes say of themselves, in the same order.
std::vector<const http::RouteInfo*> route_table();

}  // namespace konbit
