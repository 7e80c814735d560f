// SPDX-License-Identifier: Apache-2.0
#include "features/roles/role_routes.hpp"

#include "db/database.hpp"
#include "features/limits.hpp"
#include "features/permission/role_policies.hpp"
#include "features/roles/held_role_store.hpp"
#include "features/roles/role_offer_mail.hpp"
#include "features/roles/role_offer_store.hpp"

#include <array>

namespace konbit::roles {

namespace {

using http::NoContent;

Result<RolesPage> show(App& app, Scope, std::string, const RoleKeeper& by, const http::Request& request) {
    const Instant now = app.clock.now();
    return app.database.read(
        [&](db::Session& session) { return find_page(session, by, request.language, now); });
}

Result<http::Created<RoleOffer>> make_offer(App& app, Scope, std::string, const RoleKeeper& by,
                                            Create<OfferDraft> draft) {
    KONBIT_CHECK(app.limits.admit_invitation(by.account().view()));
    const Instant now = app.clock.now();
    KONBIT_TRY(const RoleOffer wanted, checked(draft, by.place(), now));
    KONBIT_TRY(RoleOffer made, app.database.write([&](db::Session& session) -> Result<RoleOffer> {
        KONBIT_TRY(RoleOffer kept, offer(session, wanted, by, now));
        KONBIT_TRY(const OpenOffer open, find_open(session, kept.id, now));
        KONBIT_CHECK(mail_offer(session, app, open, now));
        return kept;
    }));
    return http::Created<RoleOffer>{std::move(made)};
}

Result<RoleOffer> offer_again(App& app, RoleOfferId id, const RoleKeeper& by) {
    KONBIT_CHECK(app.limits.admit_invitation(by.account().view()));
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<RoleOffer> {
        KONBIT_TRY(RoleOffer kept, renew(session, id, by, now));
        KONBIT_TRY(const OpenOffer open, find_open(session, id, now));
        KONBIT_CHECK(mail_offer(session, app, open, now));
        return kept;
    });
}

Result<NoContent> take_back(App& app, RoleOfferId id, const RoleKeeper& by) {
    KONBIT_CHECK(app.database.write([&](db::Session& session) { return withdraw(session, id, by); }));
    return NoContent{};
}

Result<NoContent> end_role(App& app, GrantId, const GrantKeeper& by) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& session) -> Result<void> {
        KONBIT_CHECK(end(session, by, now));
        if (by.is_holder()) return {};
        return tell_holder(session, app, by.grant().account_id, by.grant(), "role_ended", now);
    }));
    return NoContent{};
}

struct LastDay {
    Date until{};

    static constexpr auto fields() { return std::tuple{field("until", &LastDay::until)}; }
};

Result<NoContent> prolong_role(App& app, GrantId, const GrantKeeper& by, Create<LastDay> last) {
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& session) -> Result<void> {
        KONBIT_TRY(const Grant grant, prolong(session, by, last.until, now));
        return tell_holder(session, app, grant.account_id, grant, "role_prolonged", now);
    }));
    return NoContent{};
}

struct OfferToken {
    std::string token;  ///< What stands behind `#` in the address.

    static constexpr auto fields() { return std::tuple{field("token", &OfferToken::token)}; }
};

/// What whoever holds the link is shown before deciding.
struct OfferPage {
    OfferPurpose purpose = OfferPurpose::role;
    std::string name;
    std::string email;
    std::string giver_name;
    Role role = Role::member;
    Scope scope = Scope::platform;
    std::string scope_name;
    std::optional<Instant> begins_at;
    std::optional<Instant> ends_at;
    bool has_account = false;

    static constexpr auto fields() {
        return std::tuple{
            field("purpose", &OfferPage::purpose),
            field("name", &OfferPage::name),
            field("email", &OfferPage::email),
            field("giver_name", &OfferPage::giver_name),
            field("role", &OfferPage::role),
            field("scope", &OfferPage::scope),
            field("scope_name", &OfferPage::scope_name),
            field("begins_at", &OfferPage::begins_at),
            field("ends_at", &OfferPage::ends_at),
            field("has_account", &OfferPage::has_account),
        };
    }
};

Result<RoleOfferId> offer_of(App& app, const http::Request& request, std::string_view token) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    return read_token(app, token);
}

Result<http::Answer<OfferPage>> look(App& app, const Viewer&, const http::Request& request,
                                     Create<OfferToken> body) {
    KONBIT_TRY(const RoleOfferId id, offer_of(app, request, body.token));
    const Instant now = app.clock.now();
    KONBIT_TRY(const OpenOffer open,
               app.database.read([&](db::Session& session) { return find_open(session, id, now); }));
    const RoleOffer& offer = open.offer;
    return http::Answer<OfferPage>{
        .value = {offer.purpose, offer.name, offer.email, open.giver_name, offer.role, offer.scope,
                  open.scope_name, offer.begins_at, offer.ends_at, open.has_account},
        .has_secrets = true};
}

/// How whoever took an offer comes in.
struct OfferTaken {
    bool has_way_in = false;  ///< Signs in as before; without one, a mail tells how to choose a password.

    static constexpr auto fields() { return std::tuple{field("has_way_in", &OfferTaken::has_way_in)}; }
};

Result<OfferTaken> take(App& app, const Viewer&, const http::Request& request, Create<OfferToken> body) {
    KONBIT_TRY(const RoleOfferId id, offer_of(app, request, body.token));
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& session) -> Result<OfferTaken> {
        KONBIT_TRY(const Taken taken, accept(session, id, now));
        KONBIT_CHECK(mail_way_in(session, app, taken.account, now));
        KONBIT_CHECK(tell_giver(session, app, taken.open, "taken", now));
        return OfferTaken{taken.open.has_account};
    });
}

Result<NoContent> refuse(App& app, const Viewer&, const http::Request& request, Create<OfferToken> body) {
    KONBIT_TRY(const RoleOfferId id, offer_of(app, request, body.token));
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& session) -> Result<void> {
        KONBIT_TRY(const OpenOffer open, decline(session, id, now));
        return tell_giver(session, app, open, "declined", now);
    }));
    return NoContent{};
}

}  // namespace

}  // namespace konbit::roles

namespace konbit {

std::span<const http::Route<App>> role_routes() {
    using namespace roles;
    using enum http::Method;
    using http::route;
    static const std::array all{
        route(get, "/api/roles/{scope}/{scope_id}",
              "Who holds which role in one place, who was asked, who did", may_keep_roles, show),
        route(post, "/api/roles/{scope}/{scope_id}/offers", "Offers somebody a role by mail", may_keep_roles,
              make_offer),
        route(post, "/api/offers/{offer_id}/again", "Mails an offer once more", may_keep_offer, offer_again),
        route(remove, "/api/offers/{offer_id}", "Takes an offer back", may_keep_offer, take_back),
        route(post, "/api/offers/look", "What an offer is, for whoever holds its link", anyone, look),
        route(post, "/api/offers/accept", "Takes an offered role", anyone, take),
        route(post, "/api/offers/decline", "Declines an offered role", anyone, refuse),
        route(remove, "/api/grants/{grant_id}", "Ends a role, or lays down the own", may_keep_grant,
              end_role),
        route(put, "/api/grants/{grant_id}/end", "Says until when a role lasts that ends by itself",
              may_keep_grant, prolong_role),
    };
    return all;
}

}  // namespace konbit
