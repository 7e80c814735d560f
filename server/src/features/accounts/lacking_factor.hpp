// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "http/service.hpp"

#include <vector>

namespace konbit::accounts {

/// Endpoints that are nobody's for a session without the second factor that an office demands say so: 403
/// "second_factor_needed" in place of 401 "sign_in", which would ask for what was just shown.
std::vector<http::Endpoint> told_what_lacks(std::vector<http::Endpoint> endpoints, App& app);

}  // namespace konbit::accounts
