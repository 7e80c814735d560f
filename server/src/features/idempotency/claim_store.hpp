// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "db/database.hpp"
#include "features/keys/installation_keys.hpp"
#include "http/idempotency.hpp"

namespace konbit::idempotency {

/// How long an Idempotency-Key is remembered: a phone may be offline for weeks and then repeat what it sent.
inline constexpr std::int64_t kept_ms = 45 * day_ms;

/// A request that has not ended after this time died with its server. The key is then free again: very likely
/// nothing was written, and its sender must be able to go on.
inline constexpr std::int64_t longest_request_ms = 2 * minute_ms;

/// Idempotency-Keys in the table idempotency_keys, shared by all nodes. Of what was sent only a keyed hash is
/// kept: from a plain one a short answer could be guessed.
class ClaimStore final : public http::IdempotencyStore {
  public:
    /// All three must outlive it.
    ClaimStore(db::Database& database, const Clock& clock, const InstallationKeys& keys)
        : database_(database), clock_(clock), key_(keys.derive("idempotency")) {}

    http::Claim begin(std::string_view actor, std::string_view key, std::string_view body_hash) override;
    void finish(std::string_view actor, std::string_view key, int status,
                std::string_view record_id) override;
    void abandon(std::string_view actor, std::string_view key) override;

  private:
    db::Database& database_;
    const Clock& clock_;
    crypto::Key key_;
};

/// Forgets keys that were first seen before `before`. @return How many.
std::int64_t remove_old(db::Session& db, Instant before);

}  // namespace konbit::idempotency
