// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// Pictures and documents of organizations and clusters: uploading, describing, ordering, removing, serving.
std::span<const http::Route<App>> attachment_routes();

}  // namespace konbit
