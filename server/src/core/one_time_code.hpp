// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Time-based one-time codes (RFC 6238) as authenticator apps make them: SHA-1, six digits, a new one every
/// 30 seconds.
namespace konbit::crypto {

/// HMAC-SHA-1 (RFC 2104), 20 bytes. For one-time codes only, where every app expects it.
std::string hmac_sha1(std::string_view key, std::string_view message);

/// The step that a moment lies in: whole 30 seconds since 1970.
std::int64_t code_step(Instant at);

/// The code of a step (RFC 4226 with six digits).
std::string one_time_code(std::string_view secret, std::int64_t step);

/// The step whose code was typed: the present one, the one before or the one after, for clocks that differ.
/// @param typed      Blanks are passed over.
/// @param last_step  The step that was used last; it and what lies before are refused, so that a code works
/// once.
/// @return Nothing when no such code was typed.
std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view typed, Instant now,
                                         std::int64_t last_step);

/// Base 32 as apps read a secret (RFC 4648 section 6), without padding.
std::string to_secret_text(std::string_view secret);

}  // namespace konbit::crypto
