// SPDX-License-Identifier: Apache-2.0
#include "features/passkeys/passkey_routes.hpp"

#include "db/database.hpp"
#include "features/accounts/current_session.hpp"
#include "features/limits.hpp"
#include "features/passkeys/passkey_store.hpp"

namespace konbit::passkeys {

namespace {

struct Passkeys {
    std::vector<Passkey> items;

    static constexpr auto fields() { return std::tuple{field("items", &Passkeys::items)}; }
};

Result<Passkeys> list_own(App& app, const OwnSessionHolder& by) {
    return Passkeys{app.database.read([&](db::Session& db) { return list(db, by.viewer()); })};
}

Result<http::Answer<PasskeyOffer>> begin(App& app, const Proven& by) {
    KONBIT_TRY(PasskeyOffer made, offer(app, by));
    return http::Answer<PasskeyOffer>{.value = std::move(made), .headers = {}, .has_secrets = true};
}

Result<http::Created<Passkey>> keep(App& app, const Proven& by, Create<NewPasskey> made) {
    KONBIT_TRY(Passkey passkey, add(app, by, made));
    std::string location = "/api/account/passkeys/" + passkey.id.str();
    return http::Created<Passkey>{std::move(passkey), std::move(location)};
}

Result<http::NoContent> remove_one(App& app, PasskeyId passkey, const Proven& by) {
    KONBIT_CHECK(remove(app, by, passkey));
    return http::NoContent{};
}

Result<http::Answer<PasskeyChallenge>> ask(App& app, const http::Request& request, const Viewer&) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    KONBIT_TRY(PasskeyChallenge made, challenge(app));
    return http::Answer<PasskeyChallenge>{.value = std::move(made), .headers = {}, .has_secrets = true};
}

Result<http::Answer<CurrentSession>> sign_in(App& app, const http::Request& request,
                                             Create<PasskeyProof> proof) {
    KONBIT_CHECK(app.limits.admit_link_exchange(request.client));
    KONBIT_TRY(const auto entered, enter(app, proof, accounts::visitor_of(request)));
    return accounts::answer_to(app, entered, request);
}

}  // namespace

std::span<const http::Route<App>> passkey_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/account/passkeys", "Passkeys of the own account", in_session_of_any_factor,
              list_own),
        route(http::post, "/api/account/passkeys/offer", "What a browser needs to make a passkey",
              may_set_up_factor, begin),
        route(http::post, "/api/account/passkeys", "Keeps a passkey that the browser made", may_set_up_factor,
              keep),
        route(http::remove, "/api/account/passkeys/{passkey_id}", "Removes a passkey of the own account",
              recently_proven, remove_one),
        route(http::post, "/api/session/passkey/challenge", "What a browser needs to sign in by a passkey",
              anyone, ask),
        route(http::post, "/api/session/passkey", "Signs in by a passkey", anyone, sign_in),
    };
    return all;
}

}  // namespace konbit::passkeys
