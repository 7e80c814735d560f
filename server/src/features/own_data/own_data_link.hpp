// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "core/result.hpp"
#include "core/time.hpp"
#include "features/keys/installation_keys.hpp"

#include <string>
#include <string_view>

namespace konbit::own_data {

/// The purpose for which the installation key is derived (features/keys).
inline constexpr std::string_view link_purpose = "own data";
inline constexpr std::int64_t link_lifetime_ms = hour_ms;

/// What stands behind `#` in the link that is mailed to an address: the address, until when it proves who
/// reads mail there, and an HMAC of both. Nothing of it is stored.
std::string link_token(std::string_view address, Instant now, const crypto::Key& key);

/// @return The address, lower case; ErrorCode::unauthenticated "link_unknown" for anything that this
/// installation did not make, "link_ended" for a link that is too old.
Result<std::string> read_link(std::string_view token, Instant now, const crypto::Key& key);
/// The same, made by whichever key of the installation.
Result<std::string> read_link(std::string_view token, Instant now, const InstallationKeys& keys);

}  // namespace konbit::own_data
