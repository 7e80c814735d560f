// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/route.hpp"

#include <span>

namespace konbit {

/// What is held about oneself: by account, by personal link, by mail to the own address.
std::span<const http::Route<App>> own_data_routes();

}  // namespace konbit
