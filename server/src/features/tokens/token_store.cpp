// SPDX-License-Identifier: Apache-2.0
#include "features/tokens/token_store.hpp"

#include "core/crypto.hpp"
#include "core/text.hpp"
#include "db/columns.hpp"
#include "db/database.hpp"
#include "features/accounts/account_mail.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/session_store.hpp"
#include "features/audit/scene.hpp"
#include "features/tokens/token_holder.hpp"

#include <algorithm>
#include <utility>

namespace konbit::tokens {

namespace {

constexpr std::size_t most_tokens = 20;
constexpr std::size_t longest_name = 60;
constexpr std::int64_t most_days = 365;

Result<TokenDraft> checked(TokenDraft draft) {
    draft.name = text::trim(draft.name);
    std::ranges::sort(draft.scopes);
    const auto twice = std::ranges::unique(draft.scopes);
    draft.scopes.erase(twice.begin(), twice.end());
    Findings findings;
    findings.require(!draft.name.empty(), "/name", "required");
    findings.require(text::length(draft.name) <= longest_name, "/name", "too_long", {{"max", "60"}});
    findings.require(!draft.scopes.empty(), "/scopes", "required");
    findings.require(draft.days >= 1 && draft.days <= most_days, "/days", "out_of_range",
                     {{"min", "1"}, {"max", "365"}});
    return std::move(findings).or_value(std::move(draft));
}

std::string spelled(const std::vector<TokenScope>& scopes) {
    std::string text;
    for (const auto scope : scopes) {
        if (!text.empty()) text += " ";
        text += name_of(scope);
    }
    return text;
}

/// What machines may in the name of the account from now on, or (`is_there` false) no more.
void note(db::Session& db, const Token& token, bool is_there, Instant now) {
    AuditChange id{"token", "", token.id.str()};
    AuditChange scopes{"scopes", "", spelled(token.scopes)};
    if (!is_there) {
        std::swap(id.before, id.after);
        std::swap(scopes.before, scopes.after);
    }
    audit::note_rights(db, {"account", token.account_id.view()}, {id, scopes}, now);
}

}  // namespace

std::vector<Token> list(db::Session& db, const Viewer& viewer, Instant now) {
    if (!viewer.account()) return {};
    return db.query<Token>("SELECT " + db::columns<Token>() +
                               " FROM api_tokens WHERE account_id = $1 AND expires_at > $2 ORDER BY id DESC",
                           *viewer.account(), now);
}

Result<NewToken> make(App& app, const Proven& by, const TokenDraft& wanted) {
    KONBIT_TRY(const TokenDraft draft, checked(wanted));
    const Instant now = app.clock.now();
    NewToken made{.text = std::string(token_prefix) + crypto::random_token(), .token = {}};
    made.token = {new_id<TokenId>(), by.account(), crypto::sha256_hex(made.text), draft.name,
                  draft.scopes,      now,          now + draft.days * day_ms};
    KONBIT_CHECK(app.database.write([&](db::Session& db) -> Result<void> {
        if (list(db, by.viewer(), now).size() >= most_tokens)
            return failure(ErrorCode::conflict, "too_many_tokens");
        KONBIT_TRY(const Account account, accounts::find(db, by.viewer(), by.account()));
        db.change("DELETE FROM api_tokens WHERE account_id = $1 AND expires_at <= $2", account.id, now);
        made.token.has_second_factor = accounts::has_second_factor(db, by.session());
        db::insert(db, "api_tokens", made.token);
        note(db, made.token, true, now);
        return accounts::tell_changed(db, app, account, "token_made", now);
    }));
    return made;
}

Result<void> revoke(App& app, const OwnSessionHolder& by, const TokenId& token) {
    const Instant now = app.clock.now();
    return app.database.write([&](db::Session& db) -> Result<void> {
        const auto found = db.one<Token>(
            "SELECT " + db::columns<Token>() + " FROM api_tokens WHERE id = $1 AND account_id = $2", token,
            by.account());
        if (!found) return failure(ErrorCode::not_found, "token");
        db.change("DELETE FROM api_tokens WHERE id = $1", token);
        note(db, *found, false, now);
        return {};
    });
}

}  // namespace konbit::tokens
