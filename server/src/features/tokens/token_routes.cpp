// SPDX-License-Identifier: Apache-2.0
#include "features/tokens/token_routes.hpp"

#include "db/database.hpp"
#include "features/tokens/token_store.hpp"

namespace konbit::tokens {

namespace {

struct Tokens {
    std::vector<Token> items;

    static constexpr auto fields() { return std::tuple{field("items", &Tokens::items)}; }
};

Result<Tokens> list_own(App& app, const OwnSessionHolder& by) {
    const Instant now = app.clock.now();
    return Tokens{app.database.read([&](db::Session& db) { return list(db, by.viewer(), now); })};
}

Result<http::Answer<NewToken>> make_one(App& app, const Proven& by, Create<TokenDraft> draft) {
    KONBIT_TRY(NewToken made, make(app, by, draft));
    return http::Answer<NewToken>{.value = std::move(made), .headers = {}, .has_secrets = true};
}

Result<http::NoContent> revoke_one(App& app, TokenId token, const OwnSessionHolder& by) {
    KONBIT_CHECK(revoke(app, by, token));
    return http::NoContent{};
}

}  // namespace

std::span<const http::Route<App>> token_routes() {
    using http::route;
    static const std::array all{
        route(http::get, "/api/account/tokens", "Tokens by which machines act for the own account",
              in_own_session, list_own),
        route(http::post, "/api/account/tokens", "Makes a token; its text is shown this once",
              recently_proven, make_one),
        route(http::remove, "/api/account/tokens/{token_id}", "Ends a token of the own account at once",
              in_own_session, revoke_one),
    };
    return all;
}

}  // namespace konbit::tokens
