// SPDX-License-Identifier: Apache-2.0
#include "features/oidc/signed_text.hpp"

#include "core/codec.hpp"
#include "core/signature.hpp"
#include "json/value.hpp"

#include <algorithm>
#include <ranges>

namespace konbit::oidc {

namespace {

constexpr std::size_t most_keys = 50;
constexpr std::size_t longest_text = 16 * 1024;
constexpr std::size_t coordinate_size = 32;

/// @return The member's bytes, or an empty text.
std::string bytes_of(const json::Value& key, std::string_view member) {
    return codec::from_base64url(key.text(member).value_or("")).value_or("");
}

bool is_for_signatures(const json::Value& key, SignatureAlgorithm algorithm) {
    return key.text("use").value_or("sig") == "sig" &&
           key.text("alg").value_or(name_of(algorithm)) == name_of(algorithm);
}

std::optional<SigningKey> read_key(const json::Value& key) {
    const bool is_rsa = key.text("kty") == "RSA";
    const bool is_ec = key.text("kty") == "EC" && key.text("crv") == "P-256";
    if (!is_rsa && !is_ec) return std::nullopt;
    const auto algorithm = is_rsa ? SignatureAlgorithm::RS256 : SignatureAlgorithm::ES256;
    if (!is_for_signatures(key, algorithm)) return std::nullopt;
    return SigningKey{std::string(key.text("kid").value_or("")), algorithm, bytes_of(key, is_rsa ? "n" : "x"),
                      bytes_of(key, is_rsa ? "e" : "y")};
}

crypto::PublicKey public_key(const SigningKey& key) {
    if (key.algorithm == SignatureAlgorithm::RS256) return crypto::RsaKey{key.first, key.second};
    return crypto::EcKey{key.first, key.second};
}

/// A whole number of ASN.1: no needless zeros in front, and one where the first bit would say "negative".
std::string der_integer(std::string_view number) {
    while (number.size() > 1 && number.front() == '\0') number.remove_prefix(1);
    std::string content(number);
    if ((static_cast<unsigned char>(content.front()) & 0x80) != 0) content.insert(content.begin(), '\0');
    return std::string{'\x02', static_cast<char>(content.size())} + content;
}

/// JOSE writes r and s side by side, OpenSSL reads them as ASN.1.
std::string der_signature(std::string_view raw) {
    const std::string content =
        der_integer(raw.substr(0, coordinate_size)) + der_integer(raw.substr(coordinate_size));
    return std::string{'\x30', static_cast<char>(content.size())} + content;
}

}  // namespace

std::vector<SigningKey> signing_keys(std::string_view document) {
    std::vector<SigningKey> keys;
    const auto set = json::parse(document);
    const auto* all = set ? set->find("keys") : nullptr;
    const auto* list = all ? all->as<json::Value::Array>() : nullptr;
    if (list == nullptr) return keys;
    for (const auto& each : *list | std::views::take(most_keys))
        if (auto key = read_key(each)) keys.push_back(*std::move(key));
    return keys;
}

std::optional<SignedText> parse_signed(std::string_view text) {
    const auto first = text.find('.');
    const auto second = text.rfind('.');
    if (text.size() > longest_text || first == text.npos || first == second) return std::nullopt;
    const auto head = codec::from_base64url(text.substr(0, first));
    auto payload = codec::from_base64url(text.substr(first + 1, second - first - 1));
    auto signature = codec::from_base64url(text.substr(second + 1));
    if (!head || !payload || !signature) return std::nullopt;
    const auto header = json::parse(*head);
    if (!header || header->find("crit") != nullptr) return std::nullopt;
    const auto algorithm = from_name<SignatureAlgorithm>(header->text("alg").value_or(""));
    if (!algorithm) return std::nullopt;
    return SignedText{*algorithm, std::string(header->text("kid").value_or("")),
                      std::string(text.substr(0, second)), *std::move(payload), *std::move(signature)};
}

const SigningKey* key_of(const SignedText& text, std::span<const SigningKey> keys) {
    const auto fits = [&](const SigningKey& key) {
        return key.algorithm == text.algorithm && (text.key_id.empty() || key.id == text.key_id);
    };
    const auto found = std::ranges::find_if(keys, fits);
    const bool is_one = std::ranges::count_if(keys, fits) == 1;
    return is_one ? &*found : nullptr;
}

bool verifies(const SigningKey& key, const SignedText& text) {
    if (key.algorithm != text.algorithm) return false;
    if (key.algorithm == SignatureAlgorithm::RS256)
        return crypto::verifies(public_key(key), text.message, text.signature);
    return text.signature.size() == 2 * coordinate_size &&
           crypto::verifies(public_key(key), text.message, der_signature(text.signature));
}

}  // namespace konbit::oidc
