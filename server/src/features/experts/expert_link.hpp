// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "features/experts/expert.hpp"

#include <string>
#include <string_view>

/// The personal link of an expert: to confirm what is said, and to withdraw it. Nothing of it is stored; it
/// is made again, whenever it is needed, with a key that is not in the database.
namespace konbit::experts {

/// The purpose for which the installation key is derived (features/keys).
inline constexpr std::string_view link_purpose = "expert links";

/// HMAC-SHA-256 of expert and link version, cut to 128 bits, in base 32.
std::string link_token(const crypto::Key& key, const ExpertId& expert, std::int64_t version);

/// The address to send.
std::string link_url(std::string_view base_url, const ExpertId& expert, std::string_view token);

}  // namespace konbit::experts
