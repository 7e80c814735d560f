// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/time.hpp"
#include "features/permission/role_policies.hpp"

#include <optional>
#include <string>

namespace konbit {

/// Somebody with an account asks to belong to an organization (glossary: "request to join").
struct JoinRequest {
    JoinRequestId id{};
    OrganizationId organization_id{};
    AccountId account_id{};
    std::optional<std::string> note;  ///< To those who decide; at most 500 code points.
    Instant created_at{};
    std::optional<Instant> declined_at;

    static constexpr auto fields() {
        return std::tuple{
            field("id", &JoinRequest::id, Access::read_only),
            field("organization_id", &JoinRequest::organization_id, Access::read_only),
            field("account_id", &JoinRequest::account_id, Access::never_sent),
            field("note", &JoinRequest::note),
            field("created_at", &JoinRequest::created_at, Access::read_only),
            field("declined_at", &JoinRequest::declined_at, Access::read_only),
        };
    }
};

/// A request with the names that its reader knows it by.
struct NamedJoinRequest : JoinRequest {
    std::string name;  ///< Of whoever asks.
    std::string email;
    std::string organization_name;

    static constexpr auto fields() {
        return std::tuple_cat(
            JoinRequest::fields(),
            std::tuple{field("name", &NamedJoinRequest::name, Access::read_only),
                       field("email", &NamedJoinRequest::email, Access::read_only),
                       field("organization_name", &NamedJoinRequest::organization_name, Access::read_only)});
    }
};

/// What whoever asks writes.
struct JoinDraft {
    std::optional<std::string> note;

    static constexpr auto fields() { return std::tuple{field("note", &JoinDraft::note)}; }
};

}  // namespace konbit
