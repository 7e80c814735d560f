// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "features/claims/claim.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit {

/// Returns the claim with its texts trimmed if it satisfies every rule that needs no database.
/// @return ErrorCode::invalid with /name, /email or /note.
Result<ClaimRequest> checked(ClaimRequest claim);

/// Whether an address belongs to the domain of a website: "info@spice.example" and "jo@mail.spice.example" to
/// "https://www.spice.example/about". False without a website, and for the domains of mail providers, where
/// anybody can have an address.
bool is_on_domain(std::string_view email, const std::optional<std::string>& website);

}  // namespace konbit
