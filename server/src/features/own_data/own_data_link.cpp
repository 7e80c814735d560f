// SPDX-License-Identifier: Apache-2.0
#include "features/own_data/own_data_link.hpp"

#include "core/codec.hpp"

#include <fmt/core.h>

#include <charconv>

namespace konbit::own_data {

namespace {

constexpr std::size_t secret_bytes = 16;

std::string secret_of(std::string_view signed_part, const crypto::Key& key) {
    return codec::to_base64url(crypto::hmac_sha256(key.view(), signed_part).substr(0, secret_bytes));
}

std::optional<Instant> instant_in(std::string_view digits) {
    Instant at;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), at.ms);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(at) : std::nullopt;
}

}  // namespace

std::string link_token(std::string_view address, Instant now, const crypto::Key& key) {
    const auto said = fmt::format("{}.{}", (now + link_lifetime_ms).ms, codec::to_base64url(address));
    return fmt::format("{}.{}", said, secret_of(said, key));
}

Result<std::string> read_link(std::string_view token, Instant now, const crypto::Key& key) {
    const auto last = token.rfind('.');
    const auto first = token.find('.');
    if (first == token.npos || first == last ||
        !crypto::equal(token.substr(last + 1), secret_of(token.substr(0, last), key)))
        return failure(ErrorCode::unauthenticated, "link_unknown");
    const auto ends_at = instant_in(token.substr(0, first));
    const auto address = codec::from_base64url(token.substr(first + 1, last - first - 1));
    if (!ends_at || !address) return failure(ErrorCode::unauthenticated, "link_unknown");
    if (now >= *ends_at) return failure(ErrorCode::unauthenticated, "link_ended");
    return *address;
}

Result<std::string> read_link(std::string_view token, Instant now, const InstallationKeys& keys) {
    Result<std::string> found = failure(ErrorCode::unauthenticated, "link_unknown");
    keys.first(link_purpose, [&](const crypto::Key& key) {
        found = read_link(token, now, key);
        return found || found.error().reason != "link_unknown";
    });
    return found;
}

}  // namespace konbit::own_data
