// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/id.hpp"
#include "features/accounts/account.hpp"

#include <optional>
#include <string>

namespace konbit {

using IdentityId = Id<struct IdentityTag>;

/// A person at a provider, by whom an account may be entered. Issuer and subject together name one person for
/// good; addresses change hands and count for nothing.
struct Identity {
    IdentityId id{};
    AccountId account_id{};
    std::string provider_id;  ///< Under which it was linked.
    std::string issuer;
    std::string subject;
    std::string label;  ///< As the provider called the person when it was linked; may be empty.
    Instant created_at{};
    std::optional<Instant> last_used_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Identity::id, Access::read_only),
            field("account_id", &Identity::account_id, Access::never_sent),
            field("provider_id", &Identity::provider_id, Access::read_only),
            field("issuer", &Identity::issuer, Access::read_only),
            field("subject", &Identity::subject, Access::never_sent),
            field("label", &Identity::label, Access::read_only),
            field("created_at", &Identity::created_at, Access::read_only),
            field("last_used_at", &Identity::last_used_at, Access::read_only),
        };
    }
};

}  // namespace konbit
