// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/id.hpp"
#include "core/names.hpp"
#include "core/time.hpp"

#include <array>
#include <optional>
#include <string>

namespace konbit {

using AccountId = Id<struct AccountTag>;
using GrantId = Id<struct GrantTag>;

/// What a person may do, within one scope (glossary: "role").
enum class Role {
    member,           ///< Belongs to a member firm.
    facilitator,      ///< Runs a cluster; never sees a sealed answer.
    bso_officer,      ///< Works for a business support organization.
    national,         ///< Ministry or national coordinator of a country.
    regional_editor,  ///< Keeps the directory and the regional pages.
    assessor,         ///< Scores proposals of a call.
    researcher,       ///< Reads aggregates only.
    consultant,       ///< Advises one cluster until a day: reads its profiles and totals, nobody's answers.
    administrator,    ///< Runs the installation; not a way to anybody's answers.
};
constexpr auto names(Role) {
    return std::to_array<std::string_view>({"member", "facilitator", "bso_officer", "national",
                                            "regional_editor", "assessor", "researcher", "consultant",
                                            "administrator"});
}

enum class Scope { platform, country, organization, cluster };
constexpr auto names(Scope) {
    return std::to_array<std::string_view>({"platform", "country", "organization", "cluster"});
}

/// One role of one account, in one scope.
struct Grant {
    GrantId id{};
    AccountId account_id{};
    Role role = Role::member;
    Scope scope = Scope::platform;
    std::optional<std::string> scope_id;  ///< Country code or record id; empty exactly for the platform.
    Instant created_at{};
    std::optional<AccountId> given_by{};  ///< Empty: the installation itself, or an account that is gone.
    std::optional<Instant> ends_at{};     ///< From then on it counts nowhere; empty: until somebody ends it.
    /// Whose role it is, when a deputy holds it for somebody; never stored with the grant.
    std::optional<AccountId> held_for{};

    /// The same role in the same place, whoever holds it.
    bool is_same_role(const Grant& other) const {
        return role == other.role && scope == other.scope && scope_id == other.scope_id;
    }

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Grant::id, Access::read_only),
            field("account_id", &Grant::account_id, Access::read_only),
            field("role", &Grant::role),
            field("scope", &Grant::scope),
            field("scope_id", &Grant::scope_id),
            field("created_at", &Grant::created_at, Access::read_only),
            field("given_by", &Grant::given_by, Access::never_sent),
            field("ends_at", &Grant::ends_at, Access::read_only),
        };
    }
};

}  // namespace konbit
