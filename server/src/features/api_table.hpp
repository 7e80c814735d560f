// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/service.hpp"

#include <string>
#include <vector>

namespace konbit {

/// The routes of the whole program with the program bound to them, for the pages that describe them. Made
/// once at the start; empty in tests of single slices.
struct ApiTable {
    std::vector<http::Endpoint> endpoints{};
    std::string document{};  ///< The OpenAPI description, as /openapi.json gives it.
};

}  // namespace konbit
