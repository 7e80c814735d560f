// SPDX-License-Identifier: Apache-2.0
#include "features/tokens/token_holder.hpp"

#include "core/crypto.hpp"
#include "db/columns.hpp"
#include "db/database.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/office.hpp"
#include "features/audit/scene.hpp"
#include "features/tokens/token_reach.hpp"

#include <algorithm>

namespace konbit::tokens {

namespace {

constexpr std::string_view scheme = "Bearer ";
/// Being used is written down at most this often: a reading request should not become a write.
constexpr std::int64_t used_every_ms = 5 * minute_ms;

std::unexpected<Error> unknown() { return failure(ErrorCode::unauthenticated, "token_unknown"); }

std::optional<Token> find(db::Session& db, std::string_view text, Instant now) {
    return db.one<Token>("SELECT " + db::columns<Token>("t") +
                             " FROM api_tokens t JOIN accounts a ON a.id = t.account_id"
                             " WHERE t.token_sha256 = $1 AND t.expires_at > $2 AND a.status = 'active'",
                         crypto::sha256_hex(text), now);
}

bool covers(const Token& token, const http::Request& request) {
    const auto needed = request.match.route ? scope_of(*request.match.route) : std::nullopt;
    return needed && std::ranges::find(token.scopes, *needed) != token.scopes.end();
}

/// Whoever may read the directory only reads it as everybody does.
bool acts_by_grants(const Token& token) {
    return std::ranges::any_of(token.scopes,
                               [](TokenScope scope) { return scope != TokenScope::read_directory; });
}

void note_use(App& app, const TokenId& token, Instant now) {
    const auto used = app.database.read([&](db::Session& db) {
        return db.value<std::optional<Instant>>("SELECT last_used_at FROM api_tokens WHERE id = $1", token);
    });
    if (used && now - *used < used_every_ms) return;
    (void)app.database.write([&](db::Session& db) -> Result<void> {
        db.change("UPDATE api_tokens SET last_used_at = $2 WHERE id = $1", token, now);
        return {};
    });
}

}  // namespace

bool has_token(const http::Request& request) {
    return request.path.starts_with("/api/") && request.headers.has("authorization");
}

Result<TokenHolder> holder_of(App& app, const http::Request& request) {
    const auto header = request.headers.get("authorization");
    if (!header.starts_with(scheme)) return unknown();
    const auto text = header.substr(scheme.size());
    if (!text.starts_with(token_prefix)) return unknown();
    if (!request.cookie("konbit").empty() || !request.cookie("konbit-answer").empty())
        return failure(ErrorCode::malformed, "two_credentials");
    const Instant now = app.clock.now();
    return app.database.read([&](db::Session& db) -> Result<TokenHolder> {
        const auto token = find(db, text, now);
        if (!token) return unknown();
        TokenHolder holder{token->id, token->account_id, {}};
        if (acts_by_grants(*token)) holder.grants = accounts::grants_of(db, token->account_id, now);
        // Before anything is refused: a token that tries more than it may is what the log is read for.
        audit::meet(holder.account, holder.grants);
        audit::act_by(holder.token.view());
        if (!covers(*token, request)) return failure(ErrorCode::forbidden, "token_scope");
        if (!token->has_second_factor && accounts::demand_second_factor_of(holder.grants, app.config))
            return failure(ErrorCode::forbidden, "second_factor_needed");
        return holder;
    });
}

Result<void> TokenGate::admit(const http::Request& request) {
    if (!has_token(request)) return {};
    KONBIT_TRY(const TokenHolder holder, holder_of(app_, request));
    KONBIT_CHECK(requests_.take(holder.token.view()));
    note_use(app_, holder.token, app_.clock.now());
    return {};
}

std::vector<http::Endpoint> guarded(std::vector<http::Endpoint> endpoints, TokenGate& gate) {
    for (auto& endpoint : endpoints)
        endpoint.run = [&gate, run = std::move(endpoint.run)](const http::Request& request,
                                                              http::Stage stage) -> Result<http::Response> {
            KONBIT_CHECK(gate.admit(request));
            return run(request, stage);
        };
    return endpoints;
}

}  // namespace konbit::tokens
