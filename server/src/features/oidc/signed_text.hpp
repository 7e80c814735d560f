// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/names.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Texts that providers sign (JSON Web Signature, RFC 7515, compact form) and the keys they publish for that
/// (RFC 7517). Pure functions: neither network nor clock.
namespace konbit::oidc {

/// The only two that are taken: neither "none" nor one whose secret we would share (HS256).
enum class SignatureAlgorithm {
    RS256,  ///< RSASSA-PKCS1-v1_5 with SHA-256.
    ES256,  ///< ECDSA on P-256 with SHA-256.
};
constexpr auto names(SignatureAlgorithm) { return std::to_array<std::string_view>({"RS256", "ES256"}); }

/// A public key of a provider. It fits one algorithm only: a signature of another kind is not held against
/// it.
struct SigningKey {
    std::string id;  ///< "kid"; may be empty.
    SignatureAlgorithm algorithm = SignatureAlgorithm::RS256;
    std::string first;   ///< Modulus, or x.
    std::string second;  ///< Exponent, or y.
};

/// @param document  A JWK Set. Keys for encryption and of other kinds are passed over.
/// @return At most 50 keys; none when it is no JSON of that shape.
std::vector<SigningKey> signing_keys(std::string_view document);

/// A signed text, taken apart and not yet believed.
struct SignedText {
    SignatureAlgorithm algorithm = SignatureAlgorithm::RS256;
    std::string key_id;     ///< Empty when the text names none.
    std::string message;    ///< What was signed.
    std::string payload;    ///< JSON.
    std::string signature;  ///< Raw bytes; r and s for ES256.
};

/// @return Nothing when it has not three parts, names another algorithm, or has critical extensions.
std::optional<SignedText> parse_signed(std::string_view text);

/// The key that the text names; without a name, the only one of its algorithm.
/// @return Null when there is none, or more than one would do.
const SigningKey* key_of(const SignedText& text, std::span<const SigningKey> keys);

bool verifies(const SigningKey& key, const SignedText& text);

}  // namespace konbit::oidc
