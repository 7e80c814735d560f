// SPDX-License-Identifier: Apache-2.0
#include "features/people/invitation.hpp"

#include "core/codec.hpp"

#include <fmt/core.h>

namespace konbit::people {

namespace {

constexpr std::size_t id_length = 36;
constexpr std::size_t secret_bytes = 16;

std::string secret_of(const crypto::Key& key, const PersonInvitationId& id) {
    return codec::to_base32(
        crypto::hmac_sha256(key.view(), fmt::format("invitation:{}", id.view())).substr(0, secret_bytes));
}

}  // namespace

std::string invitation_url(std::string_view base_url, const crypto::Key& key, const PersonInvitationId& id) {
    return fmt::format("{}/app/invitation#{}.{}", base_url, id.view(), secret_of(key, id));
}

Result<PersonInvitationId> read_invitation(std::string_view token, const crypto::Key& key) {
    const auto id = PersonInvitationId::parse(token.substr(0, std::min(id_length, token.size())));
    const bool has_form = id && token.size() > id_length && token[id_length] == '.';
    if (!has_form || !crypto::equal(token.substr(id_length + 1), secret_of(key, *id)))
        return failure(ErrorCode::unauthenticated, "invitation_unknown");
    return *id;
}

Result<PersonInvitationId> read_invitation(std::string_view token, const InstallationKeys& keys) {
    const auto id = keys.first(invitation_purpose, [&](const crypto::Key& key) {
        const auto read = read_invitation(token, key);
        return read ? std::optional(*read) : std::nullopt;
    });
    if (!id) return failure(ErrorCode::unauthenticated, "invitation_unknown");
    return *id;
}

Result<void> check_open(const PersonInvitation& invitation, Instant now) {
    if (invitation.accepted_at) return failure(ErrorCode::unauthenticated, "invitation_used");
    if (now >= invitation.expires_at) return failure(ErrorCode::unauthenticated, "invitation_ended");
    return {};
}

}  // namespace konbit::people
