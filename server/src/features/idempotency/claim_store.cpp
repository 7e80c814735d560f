// SPDX-License-Identifier: Apache-2.0
#include "features/idempotency/claim_store.hpp"

#include "core/codec.hpp"
#include "db/columns.hpp"

namespace konbit::idempotency {

namespace {

using http::Claim;

/// What the table knows of a key.
struct Stored {
    std::string body_hash;
    std::optional<int> status;  ///< Empty while the first request runs.
    std::optional<std::string> record_id;

    static constexpr auto fields() {
        return std::tuple{
            field("body_hash", &Stored::body_hash),
            field("status", &Stored::status),
            field("record_id", &Stored::record_id),
        };
    }
};

Claim claim_of(const Stored& stored, std::string_view body_hash) {
    if (stored.body_hash != body_hash) return {.kind = Claim::Kind::other_body};
    if (!stored.status) return {.kind = Claim::Kind::running};
    return {
        .kind = Claim::Kind::replay, .status = *stored.status, .record_id = stored.record_id.value_or("")};
}

}  // namespace

Claim ClaimStore::begin(std::string_view actor, std::string_view key, std::string_view body_hash) {
    const auto hash = codec::to_hex(crypto::hmac_sha256(key_.view(), body_hash));
    const Instant now = clock_.now();
    return database_.write([&](db::Session& db) -> Claim {
        // Of two equal requests at once one inserts the row; the other one, after it, changes none.
        const auto taken = db.change(R"(
            INSERT INTO idempotency_keys (actor, key, body_hash, status, record_id, created_at)
            VALUES ($1, $2, $3, NULL, NULL, $4)
            ON CONFLICT (actor, key) DO UPDATE SET body_hash = excluded.body_hash, created_at = excluded.created_at
            WHERE idempotency_keys.status IS NULL AND idempotency_keys.created_at < $5)",
                                     actor, key, hash, now, now - longest_request_ms);
        if (taken > 0) return {.kind = Claim::Kind::fresh};
        const auto stored = db.one<Stored>(
            "SELECT " + db::columns<Stored>() + " FROM idempotency_keys WHERE actor = $1 AND key = $2", actor,
            key);
        return claim_of(stored.value(), hash);
    });
}

void ClaimStore::finish(std::string_view actor, std::string_view key, int status,
                        std::string_view record_id) {
    database_.write([&](db::Session& db) {
        db.change("UPDATE idempotency_keys SET status = $3, record_id = $4 WHERE actor = $1 AND key = $2",
                  actor, key, status,
                  record_id.empty() ? std::nullopt : std::optional(std::string(record_id)));
    });
}

void ClaimStore::abandon(std::string_view actor, std::string_view key) {
    database_.write([&](db::Session& db) {
        db.change("DELETE FROM idempotency_keys WHERE actor = $1 AND key = $2 AND status IS NULL", actor,
                  key);
    });
}

std::int64_t remove_old(db::Session& db, Instant before) {
    return db.change("DELETE FROM idempotency_keys WHERE created_at < $1", before);
}

}  // namespace konbit::idempotency
