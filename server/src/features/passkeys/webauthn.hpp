// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What a browser and an authenticator say, checked by the rules of WebAuthn level 2, sections 7.1 and 7.2.
/// Pure functions: neither database nor clock. All arguments are bytes.
namespace konbit::webauthn {

/// Whom a passkey is for.
struct Party {
    std::string origin;  ///< "https://konbit.example", with a port that is not the usual one.
    std::string id;      ///< "konbit.example".

    /// @param base_url  "https://konbit.example:8443"
    static Party of(std::string_view base_url);
};

enum class Ceremony { create, get };

/// The challenge that the browser answered, base64url.
/// @return Nothing when the JSON is none, or speaks of another ceremony or origin, or of a frame in somebody
/// else's page.
std::optional<std::string> challenge_of(std::string_view client_data, Ceremony ceremony, const Party& party);

/// A key pair that was made.
struct Made {
    std::string credential;
    std::string public_key;  ///< COSE_Key.
    std::uint32_t sign_count = 0;
};

/// @return Nothing unless the authenticator made a key of a kind that we verify (ES256, RS256, EdDSA), for
/// this party, with the person present and verified. Who built the authenticator is not asked.
std::optional<Made> read_attestation(std::string_view attestation, const Party& party);

/// What was signed.
struct Assertion {
    std::string_view client_data;
    std::string_view authenticator_data;
    std::string_view signature;
};

/// @param public_key  COSE_Key, as read_attestation() gave it.
/// @return The authenticator's counter when the signature is right and was made for this party with the
/// person present and verified; otherwise nothing.
std::optional<std::uint32_t> verified(const Assertion& assertion, std::string_view public_key,
                                      const Party& party);

/// Whether the counter tells of a copied authenticator: it must grow, unless it was never used.
bool is_copied(std::int64_t stored, std::uint32_t now);

}  // namespace konbit::webauthn
