// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/keys/installation_keys.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit::mail {

/// What stands in a mailed link and proves that its holder read the mail: nobody who only knows the id can
/// make it, and a dump of the database holds none.
/// @param purpose  One text for each kind of link, so that none serves for another: "konbit-claim-link 1".
std::string proof_token(const InstallationKeys& keys, std::string_view purpose, std::string_view id);

/// @return The id in a token of that purpose, or nothing when it is none of ours.
std::optional<std::string> proven_id(const InstallationKeys& keys, std::string_view purpose,
                                     std::string_view token);

}  // namespace konbit::mail
