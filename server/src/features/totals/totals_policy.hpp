// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/permission/policies.hpp"

namespace konbit::totals {

/// Researchers and funders of the cluster or of the platform, its consultants, the ministry of the country of
/// its seat, the regional team, and the cluster's own facilitator, who sees what they see. A consultant of a
/// member firm reads none: nobody advises the own competitors.
/// @return ErrorCode::not_found for everybody else.
Result<Viewer> read_totals(App& app, const http::Request& request, ClusterId cluster);

inline constexpr http::Policy<App, Viewer, ClusterId> may_read_totals{
    "reader of the cluster's totals",
    {Role::facilitator, Role::national, Role::regional_editor, Role::researcher, Role::consultant},
    &read_totals};

}  // namespace konbit::totals
