// SPDX-License-Identifier: Apache-2.0
#include "features/team/team_link.hpp"

#include "core/codec.hpp"

#include <fmt/core.h>

namespace konbit::team {

std::string link_token(const crypto::Key& key, const ContactRoleId& role, std::string_view address) {
    constexpr std::size_t token_bytes = 16;
    const std::string message = fmt::format("team:{}:{}", role.view(), address);
    return codec::to_base32(crypto::hmac_sha256(key.view(), message).substr(0, token_bytes));
}

std::string link_url(std::string_view base_url, const ContactRoleId& role, std::string_view token) {
    return fmt::format("{}/team?role={}&token={}", base_url, role.view(), token);
}

}  // namespace konbit::team
