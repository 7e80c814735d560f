// SPDX-License-Identifier: Apache-2.0
#include "features/permission/privacy_policies.hpp"

namespace konbit {

Result<PrivacyKeeper> PrivacyPolicies::keep_privacy(App& app, const http::Request& request) {
    KONBIT_TRY(SignedIn by, Policies::signed_in(app, request));
    if (!by.viewer().holds(Role::administrator) && !by.viewer().holds(Role::regional_editor))
        return failure(ErrorCode::forbidden, "forbidden");
    return PrivacyKeeper(std::move(by));
}

}  // namespace konbit
