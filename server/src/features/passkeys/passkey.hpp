// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/id.hpp"
#include "features/accounts/account.hpp"

#include <optional>
#include <string>
#include <vector>

namespace konbit {

using PasskeyId = Id<struct PasskeyTag>;

/// A key pair on somebody's device or security key, of which we have the public half.
struct Passkey {
    PasskeyId id{};
    AccountId account_id{};
    std::string credential;       ///< As the authenticator names it, base64url.
    std::string public_key;       ///< COSE_Key, base64url.
    std::int64_t sign_count = 0;  ///< As last seen; it never falls, except that some devices stay at 0.
    std::string name;             ///< As its owner calls it, 1-60 code points.
    Instant created_at{};
    std::optional<Instant> last_used_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Passkey::id, Access::read_only),
            field("account_id", &Passkey::account_id, Access::never_sent),
            field("credential", &Passkey::credential, Access::never_sent),
            field("public_key", &Passkey::public_key, Access::never_sent),
            field("sign_count", &Passkey::sign_count, Access::never_sent),
            field("name", &Passkey::name),
            field("created_at", &Passkey::created_at, Access::read_only),
            field("last_used_at", &Passkey::last_used_at, Access::read_only),
        };
    }
};

/// What the browser needs to make one (WebAuthn level 2, section 5.4).
struct PasskeyOffer {
    std::string challenge;           ///< base64url.
    std::string rp_id;               ///< The host that it will work for.
    std::string user_handle;         ///< base64url.
    std::string user_name;           ///< The address.
    std::string display_name;        ///< The person.
    std::vector<std::string> known;  ///< Credentials that the account has already, base64url.

    static constexpr auto fields() {
        return std::tuple{
            field("challenge", &PasskeyOffer::challenge),       field("rp_id", &PasskeyOffer::rp_id),
            field("user_handle", &PasskeyOffer::user_handle),   field("user_name", &PasskeyOffer::user_name),
            field("display_name", &PasskeyOffer::display_name), field("known", &PasskeyOffer::known),
        };
    }
};

/// What the browser made: binary parts in base64url.
struct NewPasskey {
    std::string name;
    std::string client_data;
    std::string attestation;

    static constexpr auto fields() {
        return std::tuple{field("name", &NewPasskey::name), field("client_data", &NewPasskey::client_data),
                          field("attestation", &NewPasskey::attestation)};
    }
};

/// What the browser needs to sign in by one; it is offered to everybody alike.
struct PasskeyChallenge {
    std::string challenge;  ///< base64url.
    std::string rp_id;

    static constexpr auto fields() {
        return std::tuple{field("challenge", &PasskeyChallenge::challenge),
                          field("rp_id", &PasskeyChallenge::rp_id)};
    }
};

/// The proof: binary parts in base64url.
struct PasskeyProof {
    std::string credential;
    std::string client_data;
    std::string authenticator_data;
    std::string signature;

    static constexpr auto fields() {
        return std::tuple{
            field("credential", &PasskeyProof::credential),
            field("client_data", &PasskeyProof::client_data),
            field("authenticator_data", &PasskeyProof::authenticator_data),
            field("signature", &PasskeyProof::signature),
        };
    }
};

}  // namespace konbit
