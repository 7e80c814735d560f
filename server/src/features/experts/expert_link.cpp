// SPDX-License-Identifier: Apache-2.0
#include "features/experts/expert_link.hpp"

#include "core/codec.hpp"

#include <fmt/core.h>

namespace konbit::experts {

std::string link_token(const crypto::Key& key, const ExpertId& expert, std::int64_t version) {
    constexpr std::size_t token_bytes = 16;
    const std::string message = fmt::format("expert:{}:{}", expert.view(), version);
    return codec::to_base32(crypto::hmac_sha256(key.view(), message).substr(0, token_bytes));
}

std::string link_url(std::string_view base_url, const ExpertId& expert, std::string_view token) {
    return fmt::format("{}/experts/consent?expert={}&token={}", base_url, expert.view(), token);
}

}  // namespace konbit::experts
