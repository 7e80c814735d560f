// SPDX-License-Identifier: Apache-2.0
#include "features/links/answer_cookie.hpp"

#include "core/codec.hpp"

#include <fmt/core.h>

#include <charconv>

namespace konbit::links {

namespace {

constexpr std::string_view about = "konbit-answer 1";

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// "respondent.version.expiry"
std::optional<AnswerPass> parse_pass(std::string_view text) {
    const auto first = text.find('.');
    const auto second = text.find('.', first + 1);
    if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
    const auto respondent = RespondentId::parse(text.substr(0, first));
    const auto version = whole_number(text.substr(first + 1, second - first - 1));
    const auto expires = whole_number(text.substr(second + 1));
    if (!respondent || !version || !expires) return std::nullopt;
    return AnswerPass{*respondent, *version, Instant{*expires}};
}

}  // namespace

std::string seal_cookie(const crypto::Key& key, const AnswerPass& pass) {
    const std::string plain =
        fmt::format("{}.{}.{}", pass.respondent.view(), pass.link_version, pass.expires_at.ms);
    return codec::to_base64url(crypto::seal(key, plain, about));
}

std::optional<AnswerPass> open_cookie(const crypto::Key& key, std::string_view value) {
    const auto sealed = codec::from_base64url(value);
    if (!sealed) return std::nullopt;
    const auto plain = crypto::open(key, *sealed, about);
    if (!plain) return std::nullopt;
    return parse_pass(*plain);
}

}  // namespace konbit::links
