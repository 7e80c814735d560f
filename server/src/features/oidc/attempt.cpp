// SPDX-License-Identifier: Apache-2.0
#include "features/oidc/attempt.hpp"

#include "core/codec.hpp"
#include "core/crypto.hpp"
#include "db/columns.hpp"

namespace konbit::oidc {

namespace {

std::string made_from(const std::string& secret, std::string_view what) {
    return codec::to_base64url(crypto::hmac_sha256(secret, what));
}

}  // namespace

std::string BrowserSecret::nonce() const { return made_from(text, "konbit-oidc-nonce 1"); }
std::string BrowserSecret::verifier() const { return made_from(text, "konbit-oidc-verifier 1"); }
std::string BrowserSecret::challenge() const { return codec::to_base64url(crypto::sha256(verifier())); }

Begun begin(db::Session& db, Attempt attempt, Instant now) {
    Begun begun{crypto::random_token(), {crypto::random_token()}};
    attempt.state_sha256 = crypto::sha256_hex(begun.state);
    attempt.browser_sha256 = crypto::sha256_hex(begun.browser.text);
    attempt.expires_at = now + attempt_limit_ms;
    db.change("DELETE FROM oidc_attempts WHERE expires_at <= $1", now);
    db::insert(db, "oidc_attempts", attempt);
    return begun;
}

std::optional<Attempt> take(db::Session& db, std::string_view state, const BrowserSecret& browser,
                            Instant now) {
    const std::string hash = crypto::sha256_hex(state);
    auto attempt = db.one<Attempt>(
        "SELECT " + db::columns<Attempt>() + " FROM oidc_attempts WHERE state_sha256 = $1", hash);
    if (!attempt || db.change("DELETE FROM oidc_attempts WHERE state_sha256 = $1", hash) != 1)
        return std::nullopt;
    const bool is_here = attempt->browser_sha256 == crypto::sha256_hex(browser.text);
    return is_here && now < attempt->expires_at ? attempt : std::nullopt;
}

}  // namespace konbit::oidc
