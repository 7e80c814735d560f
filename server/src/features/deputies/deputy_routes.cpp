// SPDX-License-Identifier: Apache-2.0
#include "features/deputies/deputy_routes.hpp"

#include "core/page.hpp"
#include "db/database.hpp"
#include "features/deputies/deputy_store.hpp"
#include "features/limits.hpp"
#include "features/permission/role_policies.hpp"
#include "features/roles/role_offer_mail.hpp"

#include <array>

namespace konbit::deputies {

namespace {

Result<Page<NamedDeputy>> list(App& app, const SignedIn& by, const http::Request& request) {
    const Instant now = app.clock.now();
    return app.database.read([&](db::Session& session) {
        return Page<NamedDeputy>{list_own(session, by, request.language, now), {}, {}};
    });
}

Result<http::Created<RoleOffer>> name_one(App& app, const SignedIn& by, Create<DeputyDraft> draft) {
    KONBIT_CHECK(app.limits.admit_invitation(by.account().view()));
    const Instant now = app.clock.now();
    KONBIT_TRY(const RoleOffer wanted, checked(draft, now));
    KONBIT_TRY(RoleOffer made, app.database.write([&](db::Session& session) -> Result<RoleOffer> {
        KONBIT_TRY(RoleOffer kept, ask(session, wanted, by));
        KONBIT_TRY(const roles::OpenOffer open, roles::find_open(session, kept.id, now));
        KONBIT_CHECK(roles::mail_offer(session, app, open, now));
        return kept;
    }));
    return http::Created<RoleOffer>{std::move(made)};
}

Result<http::NoContent> end_one(App& app, DeputyId id, const SignedIn& by) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& session) -> Result<void> {
        end(session, id, by, now);
        return {};
    }));
    return http::NoContent{};
}

}  // namespace

}  // namespace konbit::deputies

namespace konbit {

std::span<const http::Route<App>> deputy_routes() {
    using namespace deputies;
    using http::route;
    static const std::array all{
        route(http::get, "/api/account/deputies", "The own deputies, and those for whom one stands in",
              signed_in, deputies::list),
        route(http::post, "/api/account/deputies", "Asks somebody to stand in for an own role for a time",
              signed_in, name_one),
        route(http::remove, "/api/deputies/{deputy_id}", "Ends that somebody stands in", may_end_deputy,
              end_one),
    };
    return all;
}

}  // namespace konbit
