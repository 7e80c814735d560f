// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/result.hpp"
#include "features/accounts/account.hpp"
#include "features/app.hpp"

#include <string>

namespace konbit {

/// What somebody who is signed in shows anew.
struct ProofOfOwner {
    std::string password;
    std::string code;  ///< Needed where the account asks for codes.

    static constexpr auto fields() {
        return std::tuple{field("password", &ProofOfOwner::password).defaulted(),
                          field("code", &ProofOfOwner::code).defaulted()};
    }
};

namespace accounts {

/// Holds every factor that the account has against what was shown: its password, and a code where it asks for
/// one. An account without either signs in anew instead.
/// @return ErrorCode::invalid with /password "wrong_password" or /code "wrong_code"; ErrorCode::conflict
/// "sign_in_anew".
Result<void> prove_owner(App& app, const Account& account, const ProofOfOwner& proof,
                         const SessionId& session);

}  // namespace accounts
}  // namespace konbit
