// SPDX-License-Identifier: Apache-2.0
#include "features/links/link_token.hpp"

#include "core/codec.hpp"

#include <fmt/core.h>

namespace konbit::links {

namespace {

constexpr std::size_t reference_bytes = 5;
constexpr std::size_t reference_length = 8;
constexpr std::size_t token_bytes = 16;
constexpr std::size_t token_length = 26;

/// The one spelling of what was typed, or nothing when it is not base 32 of that length.
std::optional<std::string> canonical(std::string_view typed, std::size_t length) {
    const auto bytes = codec::from_base32(typed);
    if (!bytes) return std::nullopt;
    std::string text = codec::to_base32(*bytes);
    if (text.size() != length) return std::nullopt;
    return text;
}

}  // namespace

std::string new_reference() { return codec::to_base32(crypto::random_bytes(reference_bytes)); }

std::string link_token(const crypto::Key& key, const RespondentId& respondent, std::int64_t version) {
    const std::string message = fmt::format("link:{}:{}", respondent.view(), version);
    return codec::to_base32(crypto::hmac_sha256(key.view(), message).substr(0, token_bytes));
}

std::string link_url(std::string_view base_url, std::string_view reference, std::string_view token) {
    return fmt::format("{}/s#{}-{}", base_url, reference, token);
}

std::optional<LinkParts> parse_link(std::string_view text) {
    const auto dash = text.find('-');
    if (dash == std::string_view::npos || text.size() > 100) return std::nullopt;
    const auto reference = canonical(text.substr(0, dash), reference_length);
    const auto token = canonical(text.substr(dash + 1), token_length);
    if (!reference || !token) return std::nullopt;
    return LinkParts{*reference, *token};
}

TokenVerdict verdict_on(std::string_view token, const crypto::Key& key, const RespondentId& respondent,
                        std::int64_t version) {
    if (crypto::equal(token, link_token(key, respondent, version))) return TokenVerdict::valid;
    for (std::int64_t former = version - 1; former >= 1; --former)
        if (crypto::equal(token, link_token(key, respondent, former))) return TokenVerdict::replaced;
    return TokenVerdict::unknown;
}

}  // namespace konbit::links
