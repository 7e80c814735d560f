// SPDX-License-Identifier: Apache-2.0
#include "features/audit/audit_policy.hpp"

namespace konbit::audit {

Result<Auditor> Auditor::ask(App& app, const http::Request& request) {
    KONBIT_TRY(const SignedIn by, Policies::signed_in(app, request));
    if (!by.viewer().holds(Role::administrator)) return failure(ErrorCode::forbidden, "not_allowed");
    return Auditor();
}

}  // namespace konbit::audit
