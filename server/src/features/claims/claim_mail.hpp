// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/app.hpp"
#include "features/claims/claim.hpp"
#include "features/mail/mail.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit::claims {

/// What proves that the holder read the mail: nobody who only knows the claim's id can make it.
std::string token_of(const App& app, const ClaimId& id);
/// @return The claim of a token, or nothing when it is none of ours.
std::optional<ClaimId> claim_of(const App& app, std::string_view token);

/// The mail that asks the person to follow a link, so that the address is proven.
mail::Mail prove_mail(const App& app, const ClaimRequest& claim, std::string_view record_name);

/// The mail that says what was decided.
/// @param url  Where the person goes on: chooses a password, or signs in.
mail::Mail decision_mail(const App& app, const ClaimRequest& claim, std::string_view record_name,
                         std::string_view url);

}  // namespace konbit::claims
