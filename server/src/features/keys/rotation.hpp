// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/jobs/handlers.hpp"
#include "features/keys/key_file.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Changing the installation key (docs/adr/0035-keys-side-by-side.md): a new key is put in front
/// of the former ones, everything sealed moves to it, and a former key goes when no link needs it any more.
/// Nothing is noted of how far a move has come: what the newest key opens has moved.
namespace konbit::keys {

/// How long a former key is kept for what was mailed under it: invitations, proofs, feeds, ends of series.
inline constexpr std::int64_t former_kept_ms = 90 * day_ms;

/// What was sealed anew.
struct Moved {
    std::int64_t wave_keys = 0;
    std::int64_t secrets = 0;   ///< Of authenticator apps.
    std::int64_t messages = 0;  ///< Bodies in the outbox.
    std::int64_t flags = 0;     ///< Of competition.

    std::int64_t total() const { return wave_keys + secrets + messages + flags; }
};

/// Seals by the newest key what former ones sealed. Doing it again does no harm: one that was killed is
/// repeated. Never inside a transaction.
Result<Moved> move_sealed(App& app);

/// A former key, and why it still stands.
struct FormerKey {
    KeyLabel label;
    Instant replaced_at{};
    std::int64_t waves = 0;  ///< Not frozen yet, whose personal links may have been made with it.
    Instant kept_until{};    ///< For other links.

    bool is_needed(Instant now) const { return waves > 0 || now < kept_until; }
};

/// The youngest first; empty before the first rotation.
std::vector<FormerKey> list_former(App& app);

/// Puts a new key in front and moves everything to it.
/// @return What moved; the new key is the first of `app.keys.labels()`.
Result<Moved> rotate(App& app);

/// Takes out the former keys that nothing needs, after moving what may still be sealed by them.
/// @return Those that went.
Result<std::vector<KeyLabel>> retire(App& app);

/// Takes a former key out whatever needs it: links made with it end at once.
/// @return ErrorCode::not_found "former_key" when no former key has that id.
Result<void> retire_now(App& app, const std::string& id);

/// Adds the daily job that finishes what a rotation began and retires former keys.
void add_key_job(jobs::Handlers& handlers, App& app);

}  // namespace konbit::keys
