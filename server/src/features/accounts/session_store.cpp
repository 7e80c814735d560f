// SPDX-License-Identifier: Apache-2.0
#include "features/accounts/session_store.hpp"

#include "core/crypto.hpp"
#include "db/columns.hpp"
#include "db/database.hpp"
#include "features/accounts/account_rules.hpp"
#include "features/accounts/account_store.hpp"
#include "features/accounts/entering.hpp"
#include "features/accounts/office.hpp"
#include "features/accounts/password_rules.hpp"
#include "features/accounts/ticket.hpp"
#include "features/audit/scene.hpp"

#include <semaphore>

namespace konbit::accounts {

namespace {

/// Being seen is written down at most this often: a reading request should not become a write.
constexpr std::int64_t seen_every_ms = 5 * minute_ms;

std::optional<SessionRecord> find_session(db::Session& db, const std::string& token_sha256) {
    return db.one<SessionRecord>("SELECT " + db::columns<SessionRecord>("s") +
                                     " FROM sessions s JOIN accounts a ON a.id = s.account_id"
                                     " WHERE s.token_sha256 = $1 AND a.status = 'active'",
                                 token_sha256);
}

bool has_ended(const SessionRecord& session, Instant now) {
    return now >= session.expires_at || now - session.last_seen_at >= idle_limit_ms;
}

void note_seen(App& app, const SessionRecord& session, Instant now) {
    if (now - session.last_seen_at < seen_every_ms) return;
    (void)app.database.write([&](db::Session& db) -> Result<void> {
        db.change("UPDATE sessions SET last_seen_at = $1 WHERE token_sha256 = $2", now, session.token_sha256);
        return {};
    });
}

/// A hash takes 19 MiB and 25 ms: two at once are enough for a small machine, the others wait their turn.
bool verify_in_turn(const std::string& hash, std::string_view password) {
    static std::counting_semaphore<2> turns(2);
    turns.acquire();
    const bool is_right = matches(hash, password);
    turns.release();
    return is_right;
}

/// Compared with when there is no such account, so that the answer takes as long.
const std::string& hash_of_nobody() {
    static const std::string hash = crypto::hash_password(crypto::random_token());
    return hash;
}

}  // namespace

std::optional<SignedInAccount> signed_in_by(App& app, std::string_view token) {
    if (token.empty()) return std::nullopt;
    const Instant now = app.clock.now();
    std::vector<Grant> grants;
    const auto session = app.database.read([&](db::Session& db) {
        auto found = find_session(db, crypto::sha256_hex(token));
        if (found) grants = grants_of(db, found->account_id, now);
        return found;
    });
    if (!session || has_ended(*session, now)) return std::nullopt;
    note_seen(app, *session, now);
    const bool lacks =
        demand_second_factor_of(grants, app.config) &&
        !app.database.read([&](db::Session& db) { return has_second_factor(db, session->id); });
    if (lacks) grants.clear();
    return SignedInAccount{session->account_id, std::move(grants), session->id, session->proven_at, lacks};
}

Result<Account> prove_password(App& app, std::string_view email, std::string_view password) {
    auto account =
        app.database.read([&](db::Session& db) { return find_by_email(db, System::viewer(), email); });
    const bool may_sign_in = account && account->status == AccountStatus::active && account->password_hash;
    const bool is_right = verify_in_turn(may_sign_in ? *account->password_hash : hash_of_nobody(), password);
    if (account && !is_right) audit::concern(account->id);
    if (!may_sign_in || !is_right) return failure(ErrorCode::unauthenticated, "wrong_email_or_password");
    return *std::move(account);
}

std::string open_session(db::Session& db, const Account& account, Entrance entrance, std::string_view device,
                         Instant now, Shown shown) {
    const Instant proven_at = shown.freshness == Freshness::fresh ? now : now - session_limit_ms;
    std::string token = crypto::random_token();
    const SessionRecord session{new_id<SessionId>(),
                                crypto::sha256_hex(token),
                                account.id,
                                entrance,
                                std::string(device),
                                now,
                                proven_at,
                                now,
                                now + session_limit_ms};
    db::insert(db, "sessions", session);
    if (shown.second_factor || entrance == Entrance::passkey) mark_second_factor(db, session.id);
    return token;
}

std::vector<SessionRecord> sessions_of(db::Session& db, const AccountId& account, Instant now) {
    return db.query<SessionRecord>("SELECT " + db::columns<SessionRecord>() +
                                       " FROM sessions WHERE account_id = $1 AND expires_at > $2"
                                       " AND last_seen_at > $3 ORDER BY last_seen_at DESC, id DESC",
                                   account, now, now - idle_limit_ms);
}

Result<void> end_session(db::Session& db, const AccountId& account, const SessionId& session) {
    if (db.change("DELETE FROM sessions WHERE id = $1 AND account_id = $2", session, account) == 0)
        return failure(ErrorCode::not_found, "session");
    return {};
}

void end_sessions(db::Session& db, const AccountId& account, const std::optional<SessionId>& but) {
    db.change("DELETE FROM sessions WHERE account_id = $1 AND id <> $2", account, but.value_or(SessionId{}));
}

void mark_proven(db::Session& db, const SessionId& session, Instant now) {
    db.change("UPDATE sessions SET proven_at = $2 WHERE id = $1", session, now);
}

bool has_second_factor(db::Session& db, const SessionId& session) {
    return db.value<std::optional<bool>>("SELECT has_second_factor FROM sessions WHERE id = $1", session)
        .value_or(false);
}

void mark_second_factor(db::Session& db, const SessionId& session) {
    db.change("UPDATE sessions SET has_second_factor = $2 WHERE id = $1", session, true);
}

Result<void> close_session(App& app, std::string_view token) {
    return app.database.write([&](db::Session& db) -> Result<void> {
        db.change("DELETE FROM sessions WHERE token_sha256 = $1", crypto::sha256_hex(token));
        return {};
    });
}

void remove_ended_sessions(App& app) {
    const Instant now = app.clock.now();
    (void)app.database.write([&](db::Session& db) -> Result<void> {
        db.change("DELETE FROM sessions WHERE expires_at <= $1 OR last_seen_at <= $2", now,
                  now - idle_limit_ms);
        db.change("DELETE FROM account_devices WHERE last_seen_at <= $1", now - device_limit_ms);
        remove_ended_tickets(db, now);
        return {};
    });
}

}  // namespace konbit::accounts
