// SPDX-License-Identifier: Apache-2.0
#include "features/handovers/handover_routes.hpp"

#include "db/database.hpp"
#include "features/handovers/handover_store.hpp"
#include "features/limits.hpp"
#include "features/permission/role_policies.hpp"
#include "features/roles/role_offer_mail.hpp"

#include <array>

namespace konbit::handovers {

namespace {

Result<Handover> show(App& app, ClusterId, const Facilitator& by) {
    const Instant now = app.clock.now();
    return app.database.read([&](db::Session& session) { return find(session, by, now); });
}

Result<http::Created<RoleOffer>> ask_successor(App& app, ClusterId, const Facilitator& by,
                                               Create<SuccessorDraft> draft) {
    KONBIT_CHECK(app.limits.admit_invitation(by.viewer().account()->view()));
    const Instant now = app.clock.now();
    KONBIT_TRY(RoleOffer made, app.database.write([&](db::Session& session) -> Result<RoleOffer> {
        KONBIT_TRY(RoleOffer kept, ask(session, draft, by, now));
        KONBIT_TRY(const roles::OpenOffer open, roles::find_open(session, kept.id, now));
        KONBIT_CHECK(roles::mail_offer(session, app, open, now));
        return kept;
    }));
    return http::Created<RoleOffer>{std::move(made)};
}

}  // namespace

}  // namespace konbit::handovers

namespace konbit {

std::span<const http::Route<App>> handover_routes() {
    using namespace handovers;
    using http::route;
    static const std::array all{
        route(http::get, "/api/clusters/{cluster_id}/handover", "What goes over when a facilitator leaves",
              may_hand_over, show),
        route(http::post, "/api/clusters/{cluster_id}/handover", "Asks somebody to take the cluster over",
              may_hand_over, ask_successor),
    };
    return all;
}

}  // namespace konbit
