// SPDX-License-Identifier: Apache-2.0
#include "db/database.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/entrance_routes.hpp"
#include "features/accounts/proving.hpp"
#include "features/accounts/session_store.hpp"
#include "features/limits.hpp"
#include "features/permission/account_policies.hpp"

namespace konbit::accounts {

namespace {

/// Where the account is signed in, as its owner sees it.
struct OpenSession {
    SessionId id{};
    std::string device;  ///< Empty for a browser of no known name.
    Entrance entrance = Entrance::password;
    Instant created_at{};
    Instant last_seen_at{};
    bool is_current = false;  ///< The one that asks.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &OpenSession::id),
            field("device", &OpenSession::device),
            field("entrance", &OpenSession::entrance),
            field("created_at", &OpenSession::created_at),
            field("last_seen_at", &OpenSession::last_seen_at),
            field("is_current", &OpenSession::is_current),
        };
    }
};

struct OpenSessions {
    std::vector<OpenSession> items;

    static constexpr auto fields() { return std::tuple{field("items", &OpenSessions::items)}; }
};

Result<OpenSessions> list(App& app, const OwnSessionHolder& by) {
    const Instant now = app.clock.now();
    OpenSessions open;
    for (const auto& each :
         app.database.read([&](db::Session& db) { return sessions_of(db, by.account(), now); }))
        open.items.push_back({each.id, each.device, each.entrance, each.created_at, each.last_seen_at,
                              each.id == by.session()});
    return open;
}

Result<http::NoContent> end_one(App& app, SessionId session, const OwnSessionHolder& by) {
    KONBIT_CHECK(app.database.write([&](db::Session& db) { return end_session(db, by.account(), session); }));
    return http::NoContent{};
}

Result<http::NoContent> end_others(App& app, const OwnSessionHolder& by) {
    KONBIT_CHECK(app.database.write([&](db::Session& db) -> Result<void> {
        end_sessions(db, by.account(), by.session());
        return {};
    }));
    return http::NoContent{};
}

Result<http::NoContent> prove(App& app, const http::Request& request, const OwnSessionHolder& by,
                              Create<ProofOfOwner> proof) {
    KONBIT_TRY(const Account account,
               app.database.read([&](db::Session& db) { return find(db, by.viewer(), by.account()); }));
    KONBIT_CHECK(app.limits.admit_sign_in(request.client, account.email_folded));
    if (!proof.code.empty()) KONBIT_CHECK(app.limits.admit_one_time_code(by.account().view()));
    KONBIT_CHECK(prove_owner(app, account, proof, by.session()));
    return http::NoContent{};
}

}  // namespace

std::span<const http::Route<App>> session_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/account/sessions", "Where the own account is signed in", in_own_session, list),
        route(http::remove, "/api/account/sessions", "Ends every session of the account but this one",
              in_own_session, end_others),
        route(http::remove, "/api/account/sessions/{session_id}", "Ends one session of the own account",
              in_own_session, end_one),
        route(http::post, "/api/account/proof",
              "Shows password and code anew, for what changes how the account is entered",
              in_session_of_any_factor, prove),
    };
    return all;
}

}  // namespace konbit::accounts
