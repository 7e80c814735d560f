// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/roles/role_offer.hpp"

#include <string>

namespace konbit {

/// Somebody stands in for somebody else in one role, for a time (glossary: "deputy").
struct Deputy {
    DeputyId id{};
    AccountId account_id{};  ///< Whose role it is.
    AccountId deputy_id{};
    Role role = Role::facilitator;
    Scope scope = Scope::cluster;
    std::string scope_id;
    Instant begins_at{};
    Instant ends_at{};  ///< At most 183 days after the beginning.
    Instant created_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Deputy::id, Access::read_only),
            field("account_id", &Deputy::account_id, Access::never_sent),
            field("deputy_id", &Deputy::deputy_id, Access::never_sent),
            field("role", &Deputy::role, Access::read_only),
            field("scope", &Deputy::scope, Access::read_only),
            field("scope_id", &Deputy::scope_id, Access::read_only),
            field("begins_at", &Deputy::begins_at, Access::read_only),
            field("ends_at", &Deputy::ends_at, Access::read_only),
            field("created_at", &Deputy::created_at, Access::read_only),
        };
    }
};

/// A deputy as both people see it.
struct NamedDeputy : Deputy {
    std::string name;      ///< Of the deputy.
    std::string held_for;  ///< Name of the person whose role it is.
    std::string scope_name;
    bool is_own = false;  ///< Whether the role is that of whoever asks.

    static constexpr auto fields() {
        return std::tuple_cat(Deputy::fields(),
                              std::tuple{field("name", &NamedDeputy::name, Access::read_only),
                                         field("held_for", &NamedDeputy::held_for, Access::read_only),
                                         field("scope_name", &NamedDeputy::scope_name, Access::read_only),
                                         field("is_own", &NamedDeputy::is_own, Access::read_only)});
    }
};

/// Whom somebody asks to stand in, and when.
struct DeputyDraft {
    Role role = Role::facilitator;
    Scope scope = Scope::cluster;
    std::string scope_id;
    std::string name;
    std::string email;
    std::string language = "en";
    Date from{};
    Date until{};  ///< The last day.

    static constexpr auto fields() {
        return std::tuple{
            field("role", &DeputyDraft::role),         field("scope", &DeputyDraft::scope),
            field("scope_id", &DeputyDraft::scope_id), field("name", &DeputyDraft::name),
            field("email", &DeputyDraft::email),       field("language", &DeputyDraft::language).defaulted(),
            field("from", &DeputyDraft::from),         field("until", &DeputyDraft::until),
        };
    }
};

}  // namespace konbit
