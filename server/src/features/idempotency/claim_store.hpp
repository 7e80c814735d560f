// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "db/database.hpp"
#include "features/keys/installation_keys.hpp"
#include "http/idempotency.hpp"

namespace konbit::idempotency {

/// How long an Idempotency-Key is remembered: a phone may be offline for weeks and then repeat what it sent.
inline constexpr std::int64_t kept_ms = 45 * day_ms;

/// Idempotency-Keys in the table idempotency_keys, shared by all nodes. Of what was sent only a keyed hash is
/// kept: from a plain one a short answer could be guessed.
///
/// The row is written by the transaction of the request itself (db/companion.hpp), so there is one exactly
/// when the request was carried out. How it was answered is added afterwards; when the server died in
/// between, the repeated request is told 204: done, nothing to show.
class ClaimStore final : public http::IdempotencyStore {
  public:
    /// All three must outlive it.
    ClaimStore(db::Database& database, const Clock& clock, const InstallationKeys& keys)
        : database_(database), clock_(clock), key_(keys.lasting("idempotency")) {}

    http::Claim begin(std::string_view actor, std::string_view key, std::string_view body_hash) override;
    void finish(std::string_view actor, std::string_view key, int status,
                std::string_view record_id) override;
    /// The key stays taken when the request has written before it failed.
    void abandon(std::string_view actor, std::string_view key) override;

  private:
    db::Database& database_;
    const Clock& clock_;
    crypto::Key key_;
};

/// Forgets keys that were first seen before `before`. @return How many.
std::int64_t remove_old(db::Session& db, Instant before);

}  // namespace konbit::idempotency
