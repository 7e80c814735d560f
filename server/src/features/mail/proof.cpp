// SPDX-License-Identifier: Apache-2.0
#include "features/mail/proof.hpp"

#include "core/codec.hpp"
#include "core/crypto.hpp"

namespace konbit::mail {

namespace {

std::string proof(const crypto::Key& key, std::string_view id) {
    return codec::to_base64url(crypto::hmac_sha256(key.view(), id));
}

}  // namespace

std::string proof_token(const InstallationKeys& keys, std::string_view purpose, std::string_view id) {
    return std::string(id) + "." + proof(keys.derive(purpose), id);
}

std::optional<std::string> proven_id(const InstallationKeys& keys, std::string_view purpose,
                                     std::string_view token) {
    const auto dot = token.find('.');
    if (dot == token.npos) return std::nullopt;
    const auto id = token.substr(0, dot);
    const bool is_proven = keys.first(purpose, [&](const crypto::Key& key) {
        return crypto::equal(token.substr(dot + 1), proof(key, id));
    });
    return is_proven ? std::optional(std::string(id)) : std::nullopt;
}

}  // namespace konbit::mail
