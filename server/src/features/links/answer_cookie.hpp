// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto.hpp"
#include "core/time.hpp"
#include "features/permission/capabilities.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace konbit::links {

/// The base name of the cookie in which a respondent's session lives; "__Host-" comes before it over https.
inline constexpr std::string_view answer_cookie_name = "konbit-answer";
/// The purpose for which the installation key is derived (features/keys).
inline constexpr std::string_view cookie_purpose = "answer cookies";
/// A respondent who comes back later opens the link again.
inline constexpr std::int64_t cookie_lifetime_ms = 14 * day_ms;

/// What the answer cookie says: who answers, by which issue of the link, and until when.
struct AnswerPass {
    RespondentId respondent{};
    std::int64_t link_version = 1;
    Instant expires_at{};

    bool operator==(const AnswerPass&) const = default;
};

/// The cookie's value, sealed: its holder can neither read nor change it. Letters, digits, "-" and "_" only.
std::string seal_cookie(const crypto::Key& key, const AnswerPass& pass);

/// @return Nothing when the value was not made with this key.
std::optional<AnswerPass> open_cookie(const crypto::Key& key, std::string_view value);

}  // namespace konbit::links
