// SPDX-License-Identifier: Apache-2.0
#include "features/idempotency/claim_store.hpp"

#include "core/codec.hpp"
#include "db/columns.hpp"
#include "db/companion.hpp"

namespace konbit::idempotency {

namespace {

using http::Claim;

constexpr int done_without_answer = 204;

/// What the table knows of a key.
struct Stored {
    std::string body_hash;
    std::optional<int> status;  ///< Empty until the answer is made, and for good when the server died before.
    std::optional<std::string> record_id;

    static constexpr auto fields() {
        return std::tuple{
            field("body_hash", &Stored::body_hash),
            field("status", &Stored::status),
            field("record_id", &Stored::record_id),
        };
    }
};

/// Waits from begin() to finish() or abandon() for the write of the request that this thread runs.
thread_local std::optional<db::Companion> waiting;

Claim claim_of(const Stored& stored, std::string_view body_hash) {
    if (stored.body_hash != body_hash) return {.kind = Claim::Kind::other_body};
    return {.kind = Claim::Kind::replay,
            .status = stored.status.value_or(done_without_answer),
            .record_id = stored.record_id.value_or("")};
}

/// @throws http::KeyTaken when the row is there already, which takes back whatever else was to be written.
void take(db::Session& db, const std::string& actor, const std::string& key, const std::string& hash,
          Instant now) {
    const auto taken = db.change(R"(
        INSERT INTO idempotency_keys (actor, key, body_hash, status, record_id, created_at)
        VALUES ($1, $2, $3, NULL, NULL, $4) ON CONFLICT (actor, key) DO NOTHING)",
                                 actor, key, hash, now);
    if (taken == 0) throw http::KeyTaken();
}

}  // namespace

Claim ClaimStore::begin(std::string_view actor, std::string_view key, std::string_view body_hash) {
    const auto hash = codec::to_hex(crypto::hmac_sha256(key_.view(), body_hash));
    const auto stored = database_.read([&](db::Session& db) {
        return db.one<Stored>(
            "SELECT " + db::columns<Stored>() + " FROM idempotency_keys WHERE actor = $1 AND key = $2", actor,
            key);
    });
    if (stored) return claim_of(*stored, hash);
    waiting.emplace([actor = std::string(actor), key = std::string(key), hash,
                     now = clock_.now()](db::Session& db) { take(db, actor, key, hash, now); });
    return {.kind = Claim::Kind::fresh};
}

void ClaimStore::finish(std::string_view actor, std::string_view key, int status,
                        std::string_view record_id) {
    const bool has_written = waiting && waiting->has_joined();
    waiting.reset();
    if (!has_written) return;
    database_.write([&](db::Session& db) {
        db.change("UPDATE idempotency_keys SET status = $3, record_id = $4 WHERE actor = $1 AND key = $2",
                  actor, key, status,
                  record_id.empty() ? std::nullopt : std::optional(std::string(record_id)));
    });
}

void ClaimStore::abandon(std::string_view, std::string_view) { waiting.reset(); }

std::int64_t remove_old(db::Session& db, Instant before) {
    return db.change("DELETE FROM idempotency_keys WHERE created_at < $1", before);
}

}  // namespace konbit::idempotency
