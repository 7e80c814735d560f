// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "features/people/person.hpp"

#include <string>
#include <string_view>

/// The personal link by which somebody agrees to be shown in a role, and withdraws it. Nothing of it is
/// stored; it holds as long as the role and the person's
/// address.
namespace konbit::team {

/// The purpose for which the installation key is derived (features/keys).
inline constexpr std::string_view link_purpose = "team links";

/// HMAC-SHA-256 of the role and of the address that the link is mailed to, cut to 128 bits, in base 32:
/// whoever got it at an address that was wrong holds nothing once it is corrected.
std::string link_token(const crypto::Key& key, const ContactRoleId& role, std::string_view address);

/// The address to send.
std::string link_url(std::string_view base_url, const ContactRoleId& role, std::string_view token);

}  // namespace konbit::team
