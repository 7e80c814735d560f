// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/accounts/account.hpp"
#include "features/app.hpp"

#include <string>

namespace konbit {

/// What `konbit user add` was told.
struct NewUser {
    std::string email;
    std::string name;
    std::string language = "en";
    std::string role = "administrator";
    std::string scope = "platform";
    std::string scope_id;  ///< Country code, or the id of an organization or cluster.
    std::string password;  ///< Empty: one is made and printed.
};

/// Makes an account with one grant and prints how to sign in.
/// @return The exit code.
int add_user(const Config& config, const NewUser& user);

/// Disables the account of an address, which ends its sessions and links at once, or lets it in again.
/// @return The exit code; 1 when no account has the address.
int set_user_status(const Config& config, const std::string& email, AccountStatus status);

/// Takes the second factor of an account away, for whoever lost it: the next sign-in sets up another. Ends
/// its sessions and tokens, and tells its owner by mail.
/// @return The exit code; 1 when no account has the address.
int forget_user_factor(const Config& config, const std::string& email);

}  // namespace konbit
