// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/audit/trail.hpp"
#include "http/service.hpp"

#include <vector>

namespace konbit::audit {

/// The same endpoints, each use of which leaves in the audit log what its route's Trace says, and every
/// refusal of a signed-in person besides. This is the one place through which all requests go, so that no
/// handler can forget it. What respondents do is never seen here: their links are no accounts.
/// @param trail  Must outlive the endpoints.
std::vector<http::Endpoint> watched(std::vector<http::Endpoint> endpoints, Trail& trail, const Clock& clock);

}  // namespace konbit::audit
