// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/second_factor.hpp"

#include "core/codec.hpp"
#include "core/crypto.hpp"
#include "core/one_time_code.hpp"
#include "db/columns.hpp"
#include "db/database.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/office.hpp"
#include "features/accounts/session_store.hpp"
#include "features/audit/scene.hpp"
#include "features/keys/installation_keys.hpp"
#include "http/url.hpp"

#include <fmt/core.h>

namespace konbit::accounts {

namespace {

constexpr std::string_view seal_purpose = "konbit-one-time-code 1";
constexpr std::string_view recovery_purpose = "konbit-recovery-code 1";
constexpr std::size_t secret_size = 20;    // of SHA-1's output, as RFC 4226 recommends
constexpr std::size_t recovery_size = 10;  // 80 bits: sixteen letters
constexpr int recovery_codes = 10;

struct StoredCodes {
    AccountId account_id{};
    std::string sealed_secret;
    std::int64_t last_step = 0;
    std::optional<Instant> confirmed_at{};

    static constexpr auto fields() {
        return std::tuple{field("account_id", &StoredCodes::account_id),
                          field("sealed_secret", &StoredCodes::sealed_secret, Access::never_sent),
                          field("last_step", &StoredCodes::last_step),
                          field("confirmed_at", &StoredCodes::confirmed_at)};
    }
};

std::optional<StoredCodes> find_codes(db::Session& db, const AccountId& account) {
    return db.one<StoredCodes>(
        "SELECT " + db::columns<StoredCodes>() + " FROM one_time_codes WHERE account_id = $1", account);
}

std::string sealed(const App& app, const AccountId& account, std::string_view secret) {
    return codec::to_base64url(crypto::seal(app.keys.derive(seal_purpose), secret, account.view()));
}

std::optional<std::string> opened(const App& app, const StoredCodes& stored) {
    const auto bytes = codec::from_base64url(stored.sealed_secret);
    if (!bytes) return std::nullopt;
    return app.keys.first(seal_purpose, [&](const crypto::Key& key) {
        return crypto::open(key, *bytes, stored.account_id.view());
    });
}

/// The step of the code that was typed, written down so that nobody uses it again.
bool use_step(db::Session& db, const App& app, const StoredCodes& stored, std::string_view typed,
              Instant now) {
    const auto secret = opened(app, stored);
    const auto step = secret ? crypto::step_of_code(*secret, typed, now, stored.last_step) : std::nullopt;
    return step &&
           db.change("UPDATE one_time_codes SET last_step = $2 WHERE account_id = $1 AND last_step < $2",
                     stored.account_id, *step) == 1;
}

std::string mac_of(const App& app, std::string_view code_bytes) {
    return codec::to_hex(crypto::hmac_sha256(app.keys.lasting(recovery_purpose).view(), code_bytes));
}

bool use_recovery_code(db::Session& db, const App& app, const AccountId& account, std::string_view typed,
                       Instant now) {
    const auto bytes = codec::from_base32(typed);
    return bytes && bytes->size() == recovery_size &&
           db.change(
               "UPDATE recovery_codes SET used_at = $3"
               " WHERE account_id = $1 AND code_mac = $2 AND used_at IS NULL",
               account, mac_of(app, *bytes), now) == 1;
}

/// "ABCD-EFGH-JKMN-PQRS"
std::string readable(std::string_view bytes) {
    std::string text = codec::to_base32(bytes);
    for (std::size_t at = 4; at < text.size(); at += 5) text.insert(at, "-");
    return text;
}

std::vector<std::string> new_recovery_codes(db::Session& db, const App& app, const AccountId& account) {
    db.change("DELETE FROM recovery_codes WHERE account_id = $1", account);
    std::vector<std::string> codes;
    for (int i = 0; i < recovery_codes; ++i) {
        const std::string bytes = crypto::random_bytes(recovery_size);
        db.change("INSERT INTO recovery_codes (account_id, code_mac) VALUES ($1, $2)", account,
                  mac_of(app, bytes));
        codes.push_back(readable(bytes));
    }
    return codes;
}

/// The secret as the newest key seals it; nothing when that key opens it already, or none does.
std::optional<std::string> moved(const App& app, const StoredCodes& stored) {
    const auto bytes = codec::from_base64url(stored.sealed_secret);
    if (!bytes || crypto::open(app.keys.derive(seal_purpose), *bytes, stored.account_id.view()))
        return std::nullopt;
    const auto secret = opened(app, stored);
    return secret ? std::optional(sealed(app, stored.account_id, *secret)) : std::nullopt;
}

CodeSetUp set_up(const Account& account, std::string_view secret) {
    CodeSetUp made;
    made.secret = crypto::to_secret_text(secret);
    made.url = fmt::format("otpauth://totp/Konbit:{}?secret={}&issuer=Konbit",
                           http::percent_encoded(account.email), made.secret);
    return made;
}

}  // namespace

bool has_codes(db::Session& db, const AccountId& account) {
    const auto stored = find_codes(db, account);
    return stored && stored->confirmed_at;
}

bool has_second_factor(db::Session& db, const AccountId& account) {
    return has_codes(db, account) ||
           db.value<std::int64_t>("SELECT count(*) FROM passkeys WHERE account_id = $1", account) > 0;
}

Result<void> check_factor_left(db::Session& db, const App& app, const AccountId& account, Instant now) {
    if (!demand_second_factor_of(grants_of(db, account, now), app.config) || has_second_factor(db, account))
        return {};
    return failure(ErrorCode::conflict, "last_factor");
}

bool forget_second_factor(db::Session& db, const AccountId& account) {
    const bool had_any = has_second_factor(db, account);
    remove_codes(db, account);
    db.change("DELETE FROM passkeys WHERE account_id = $1", account);
    db.change("DELETE FROM api_tokens WHERE account_id = $1", account);
    end_sessions(db, account);
    return had_any;
}

std::int64_t count_recovery_codes(db::Session& db, const AccountId& account) {
    return db.value<std::int64_t>(
        "SELECT count(*) FROM recovery_codes WHERE account_id = $1 AND used_at IS NULL", account);
}

Result<CodeSetUp> begin_codes(db::Session& db, const App& app, const Account& account) {
    if (has_codes(db, account.id)) return failure(ErrorCode::conflict, "codes_are_on");
    db.change("DELETE FROM one_time_codes WHERE account_id = $1", account.id);
    const std::string secret = crypto::random_bytes(secret_size);
    db::insert(db, "one_time_codes", StoredCodes{account.id, sealed(app, account.id, secret)});
    return set_up(account, secret);
}

Result<std::vector<std::string>> confirm_codes(db::Session& db, const App& app, const AccountId& account,
                                               std::string_view typed, Instant now) {
    const auto stored = find_codes(db, account);
    if (!stored || stored->confirmed_at) return failure(ErrorCode::conflict, "codes_not_begun");
    if (!use_step(db, app, *stored, typed, now))
        return failure(ErrorCode::invalid, "invalid", {{"/code", "wrong_code"}});
    db.change("UPDATE one_time_codes SET confirmed_at = $2 WHERE account_id = $1", account, now);
    audit::note_rights(db, {"account", account.view()}, {{"codes", "", "set"}}, now);
    return new_recovery_codes(db, app, account);
}

Result<std::vector<std::string>> renew_recovery_codes(db::Session& db, const App& app,
                                                      const AccountId& account) {
    if (!has_codes(db, account)) return failure(ErrorCode::conflict, "codes_are_off");
    return new_recovery_codes(db, app, account);
}

void remove_codes(db::Session& db, const AccountId& account) {
    db.change("DELETE FROM one_time_codes WHERE account_id = $1", account);
    db.change("DELETE FROM recovery_codes WHERE account_id = $1", account);
}

bool take_code(db::Session& db, const App& app, const AccountId& account, std::string_view typed,
               Instant now) {
    const auto stored = find_codes(db, account);
    if (!stored || !stored->confirmed_at) return false;
    return use_step(db, app, *stored, typed, now) || use_recovery_code(db, app, account, typed, now);
}

Result<std::int64_t> move_codes(App& app) {
    const auto all = app.database.read([](db::Session& db) {
        return db.query<StoredCodes>("SELECT " + db::columns<StoredCodes>() + " FROM one_time_codes");
    });
    std::vector<std::pair<StoredCodes, std::string>> moves;
    for (const auto& stored : all)
        if (auto sealed = moved(app, stored)) moves.emplace_back(stored, *std::move(sealed));
    return app.database.write([&](db::Session& db) -> Result<std::int64_t> {
        std::int64_t count = 0;
        for (const auto& [stored, sealed] : moves)
            count += db.change(
                "UPDATE one_time_codes SET sealed_secret = $3 WHERE account_id = $1 AND sealed_secret = $2",
                stored.account_id, stored.sealed_secret, sealed);
        return count;
    });
}

}  // namespace konbit::accounts
