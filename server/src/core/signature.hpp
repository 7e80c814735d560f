// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <variant>

/// Signatures of others, verified. Keys are given as their standards name the parts, in big-endian bytes.
namespace konbit::crypto {

/// ES256: ECDSA on P-256 with SHA-256; the signature is ASN.1 DER.
struct EcKey {
    std::string_view x;  ///< 32 bytes.
    std::string_view y;  ///< 32 bytes.
};

/// RS256: RSASSA-PKCS1-v1_5 with SHA-256.
struct RsaKey {
    std::string_view modulus;   ///< 2,048 to 4,096 bits.
    std::string_view exponent;  ///< At most 4 bytes.
};

/// EdDSA on Curve25519.
struct Ed25519Key {
    std::string_view x;  ///< 32 bytes.
};

using PublicKey = std::variant<EcKey, RsaKey, Ed25519Key>;

/// @return False as well for a key that is none: of another length, or not on its curve.
bool verifies(const PublicKey& key, std::string_view message, std::string_view signature);

/// Whether it is a key that a signature could verify against.
bool is_key(const PublicKey& key);

}  // namespace konbit::crypto
