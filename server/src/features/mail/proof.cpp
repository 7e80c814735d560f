// SPDX-License-Identifier: Apache-2.0
#include "features/mail/proof.hpp"

#include "core/codec.hpp"
#include "core/crypto.hpp"

namespace konbit::mail {

namespace {

std::string proof(const InstallationKeys& keys, std::string_view purpose, std::string_view id) {
    return codec::to_base64url(crypto::hmac_sha256(keys.derive(purpose).view(), id));
}

}  // namespace

std::string proof_token(const InstallationKeys& keys, std::string_view purpose, std::string_view id) {
    return std::string(id) + "." + proof(keys, purpose, id);
}

std::optional<std::string> proven_id(const InstallationKeys& keys, std::string_view purpose,
                                     std::string_view token) {
    const auto dot = token.find('.');
    if (dot == token.npos) return std::nullopt;
    const auto id = token.substr(0, dot);
    if (!crypto::equal(token.substr(dot + 1), proof(keys, purpose, id))) return std::nullopt;
    return std::string(id);
}

}  // namespace konbit::mail
