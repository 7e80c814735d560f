// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "features/backings/backing_store.hpp"
#include "features/permission/policies.hpp"

namespace konbit {

Result<BackingJudge> Policies::decide_backing(App& app, const http::Request& request, BackingId id) {
    const Viewer viewer = viewer_of(app, request);
    if (!viewer.is_signed_in()) return failure(ErrorCode::unauthenticated, "sign_in");
    const auto backing =
        app.database.read([&](db::Session& session) { return backings::find_asked(session, viewer, id); });
    if (!backing) return failure(ErrorCode::not_found, "backing");
    if (backings::has_asked(viewer, *backing)) return failure(ErrorCode::forbidden, "own_request");
    return BackingJudge(id, *viewer.account());
}

}  // namespace konbit
