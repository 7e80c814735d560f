// SPDX-License-Identifier: Apache-2.0
#include "features/oidc/id_token.hpp"

#include "core/text.hpp"
#include "json/value.hpp"

#include <algorithm>
#include <optional>

namespace konbit::oidc {

namespace {

constexpr std::size_t longest_subject = 255;
constexpr std::size_t longest_label = 200;
constexpr double latest_s = 253'402'300'799.0;  // 9999-12-31

std::unexpected<Error> wrong(std::string_view claim) {
    return failure(ErrorCode::unauthenticated, std::string(claim));
}

/// Seconds since 1970, with or without a fraction.
std::optional<Instant> instant(const json::Value& claims, std::string_view name) {
    const auto* value = claims.find(name);
    if (value == nullptr) return std::nullopt;
    double seconds = -1;
    if (const auto* whole = value->as<std::int64_t>()) seconds = static_cast<double>(*whole);
    if (const auto* real = value->as<double>()) seconds = *real;
    if (!(seconds >= 0 && seconds <= latest_s)) return std::nullopt;
    return Instant{static_cast<std::int64_t>(seconds * 1000)};
}

/// Whom the token is for: one text or a list of them.
struct Audience {
    bool has_us = false;
    bool has_others = false;
};

Audience audience(const json::Value& claims, std::string_view client_id) {
    Audience found;
    const auto* value = claims.find("aud");
    const auto add = [&](const json::Value& each) {
        const auto* text = each.as<std::string>();
        const bool is_us = text != nullptr && *text == client_id;
        (is_us ? found.has_us : found.has_others) = true;
    };
    if (value == nullptr) return found;
    if (const auto* list = value->as<json::Value::Array>())
        std::ranges::for_each(*list, add);
    else
        add(*value);
    return found;
}

/// Another party's token does not become ours by naming us among others.
bool is_presented_by_us(const json::Value& claims, const Audience& audience, std::string_view client_id) {
    const auto* party = claims.find("azp");
    return party == nullptr ? !audience.has_others : claims.text("azp") == client_id;
}

Result<void> check_times(const json::Value& claims, Instant now) {
    const auto expires = instant(claims, "exp");
    if (!expires || now - *expires >= clock_skew_ms) return wrong("exp");
    const auto issued = instant(claims, "iat");
    if (!issued || *issued - now > clock_skew_ms || now - *issued > oldest_token_ms) return wrong("iat");
    if (claims.find("nbf") == nullptr) return {};
    const auto begins = instant(claims, "nbf");
    if (!begins || *begins - now > clock_skew_ms) return wrong("nbf");
    return {};
}

/// Without `auth_time`, which max_age demands, nothing is known of it.
bool is_just_proven(const json::Value& claims, Instant now) {
    const auto proven = instant(claims, "auth_time");
    return proven && *proven - now <= clock_skew_ms && now - *proven <= newest_proof_ms + clock_skew_ms;
}

std::string label_of(const json::Value& claims) {
    std::string label =
        text::trim(claims.text("email").value_or(claims.text("preferred_username").value_or("")));
    return text::length(label) <= longest_label ? label : std::string();
}

}  // namespace

Result<Claims> checked_claims(std::string_view payload, const Expected& expected) {
    const auto claims = json::parse(payload);
    if (!claims || claims->as<json::Value::Object>() == nullptr) return wrong("json");
    if (claims->text("iss") != expected.issuer) return wrong("iss");
    const Audience whom = audience(*claims, expected.client_id);
    if (!whom.has_us) return wrong("aud");
    if (!is_presented_by_us(*claims, whom, expected.client_id)) return wrong("azp");
    KONBIT_CHECK(check_times(*claims, expected.now));
    if (expected.nonce.empty() || claims->text("nonce") != expected.nonce) return wrong("nonce");
    const auto subject = claims->text("sub").value_or("");
    if (subject.empty() || subject.size() > longest_subject) return wrong("sub");
    return Claims{std::string(subject), label_of(*claims), is_just_proven(*claims, expected.now)};
}

}  // namespace konbit::oidc
