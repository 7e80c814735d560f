// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace konbit::crypto {

/// Bytes from the system's generator.
std::string random_bytes(std::size_t count);

/// An unguessable token of `bytes` random bytes, base64url.
std::string random_token(std::size_t bytes = 32);

/// SHA-256, 32 bytes.
std::string sha256(std::string_view message);
/// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view message);

/// HMAC-SHA-256 (RFC 2104), 32 bytes; the key may have any length.
std::string hmac_sha256(std::string_view key, std::string_view message);

/// Whether two secrets are equal, in a time that depends on their length only.
bool equal(std::string_view a, std::string_view b);

/// Argon2id with 19 MiB and two passes: about 25 ms. Never inside a transaction.
/// @return A text that holds its own parameters and salt.
std::string hash_password(std::string_view password);
bool verify_password(std::string_view hash, std::string_view password);
/// Whether the hash was made with other parameters than today's; then hash anew at the next sign-in.
bool needs_rehash(std::string_view hash);

/// A 256-bit key; its memory is wiped when it goes.
class Key {
  public:
    static constexpr std::size_t size = 32;

    static Key random();
    /// @return Nothing unless `bytes` has exactly 32 bytes.
    static std::optional<Key> from(std::string_view bytes);

    Key(const Key&) = default;
    Key& operator=(const Key&) = default;
    ~Key();

    std::string_view view() const { return {bytes_.data(), bytes_.size()}; }

  private:
    Key() = default;
    std::array<char, size> bytes_{};
};

/// XChaCha20-Poly1305 with a random nonce in front: 40 bytes longer than the plain text.
/// @param about  Additional data: opening it with another `about` fails, so a ciphertext cannot be moved
/// elsewhere.
std::string seal(const Key& key, std::string_view plain, std::string_view about);

/// @return The plain text, or nothing when the key, the additional data or a single bit is not the sealed
/// one.
std::optional<std::string> open(const Key& key, std::string_view sealed, std::string_view about);

}  // namespace konbit::crypto
