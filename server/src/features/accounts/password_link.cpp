// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/password_link.hpp"

#include "core/codec.hpp"
#include "core/crypto.hpp"
#include "db/database.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/password_rules.hpp"
#include "features/audit/scene.hpp"
#include "features/keys/installation_keys.hpp"

#include <fmt/core.h>

#include <charconv>

namespace konbit::accounts {

namespace {

constexpr std::string_view link_purpose = "konbit-password-link 1";

std::unexpected<Error> unknown() { return failure(ErrorCode::not_found, "link_unknown"); }

/// Over the present password too, so that choosing one ends every link.
std::string proof(const crypto::Key& key, const Account& account, std::int64_t expires_ms) {
    const std::string message =
        fmt::format("{}.{}.{}", account.id.view(), expires_ms, account.password_hash.value_or(""));
    return codec::to_base64url(crypto::hmac_sha256(key.view(), message));
}

struct Token {
    AccountId account{};
    std::int64_t expires_ms = 0;
    std::string_view proof;
};

/// "account.expiry.proof"
std::optional<Token> parse_token(std::string_view text) {
    const auto first = text.find('.');
    const auto second = text.find('.', first + 1);
    if (first == text.npos || second == text.npos) return std::nullopt;
    const auto account = AccountId::parse(text.substr(0, first));
    Token token;
    const char* const end = text.data() + second;
    const auto read = std::from_chars(text.data() + first + 1, end, token.expires_ms);
    if (!account || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    token.account = *account;
    token.proof = text.substr(second + 1);
    return token;
}

}  // namespace

std::string password_link(const App& app, const Account& account, Instant now) {
    const std::int64_t expires_ms = now.ms + password_link_limit_ms;
    return fmt::format("{}/welcome?token={}.{}.{}", app.config.base_url, account.id.view(), expires_ms,
                       proof(app.keys.derive(link_purpose), account, expires_ms));
}

Result<Account> account_of_link(App& app, std::string_view text) {
    const auto token = parse_token(text);
    if (!token || app.clock.now().ms >= token->expires_ms) return unknown();
    auto account = app.database.read(
        [&](db::Session& session) { return find(session, System::viewer(), token->account); });
    if (!account || account->status != AccountStatus::active) return unknown();
    const bool is_proven = app.keys.first(link_purpose, [&](const crypto::Key& key) {
        return crypto::equal(token->proof, proof(key, *account, token->expires_ms));
    });
    if (!is_proven) return unknown();
    return account;
}

Result<Account> choose_password(App& app, std::string_view token, std::string_view password) {
    KONBIT_TRY(const Account account, account_of_link(app, token));
    KONBIT_CHECK(check_new_password(password, account));
    const std::string hash = password_hash_of(password);
    const Instant now = app.clock.now();
    KONBIT_CHECK(app.database.write([&](db::Session& session) -> Result<void> {
        const auto changed = session.change(
            "UPDATE accounts SET password_hash = $2, updated_at = $3, version = version + 1"
            " WHERE id = $1 AND version = $4",
            account.id, hash, now, account.version);
        if (changed == 0) return unknown();
        audit::note_rights(session, {"account", account.id.view()},
                           {{"password", account.password_hash ? "set" : "", "renewed"}}, now);
        return {};
    }));
    return account;
}

}  // namespace konbit::accounts
