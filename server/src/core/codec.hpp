// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace konbit::codec {

/// Lower-case hexadecimal digits, two for each byte.
std::string to_hex(std::string_view bytes);

/// @return The bytes, or nothing when a character is no hexadecimal digit or one is left over.
std::optional<std::string> from_hex(std::string_view text);

/// Crockford's base 32 in upper case, without padding: for codes that people read out or type.
std::string to_base32(std::string_view bytes);

/// Reads what a person typed: either case, O as 0, I and L as 1, hyphens and spaces ignored.
/// @return The bytes (bits left over are dropped), or nothing when a character is not of the alphabet.
std::optional<std::string> from_base32(std::string_view text);

/// Base 64 with the URL alphabet, without padding (RFC 4648 section 5).
std::string to_base64url(std::string_view bytes);

/// @return The bytes, or nothing when the text is not what to_base64url writes.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace konbit::codec
