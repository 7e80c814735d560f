// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "features/roles/role_offer.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace konbit {

/// Somebody who holds a role in one place.
struct HeldRole {
    GrantId id{};
    Role role = Role::member;
    AccountId account_id{};
    std::string name;
    std::string email;
    Instant since{};
    std::optional<Instant> ends_at;  ///< Empty: until somebody ends it.
    std::optional<std::string>
        given_by;          ///< Name; empty for the installation itself, or an account that is gone.
    bool may_end = false;  ///< Whether whoever asks could end it.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &HeldRole::id, Access::read_only),
            field("role", &HeldRole::role, Access::read_only),
            field("account_id", &HeldRole::account_id, Access::read_only),
            field("name", &HeldRole::name, Access::read_only),
            field("email", &HeldRole::email, Access::read_only),
            field("since", &HeldRole::since, Access::read_only),
            field("ends_at", &HeldRole::ends_at, Access::read_only),
            field("given_by", &HeldRole::given_by, Access::read_only),
            field("may_end", &HeldRole::may_end, Access::read_only),
        };
    }
};

/// Who stands in for somebody in one place, now or later.
struct HeldDeputy {
    DeputyId id{};
    Role role = Role::member;
    std::string name;
    std::string held_for;  ///< Whose deputy it is.
    Instant begins_at{};
    Instant ends_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &HeldDeputy::id, Access::read_only),
            field("role", &HeldDeputy::role, Access::read_only),
            field("name", &HeldDeputy::name, Access::read_only),
            field("held_for", &HeldDeputy::held_for, Access::read_only),
            field("begins_at", &HeldDeputy::begins_at, Access::read_only),
            field("ends_at", &HeldDeputy::ends_at, Access::read_only),
        };
    }
};

/// How a role ended.
enum class EndCause { taken_away, laid_down, handed_over, expired };
constexpr auto names(EndCause) {
    return std::to_array<std::string_view>({"taken_away", "laid_down", "handed_over", "expired"});
}

/// A role that somebody held before.
struct FormerRole {
    GrantId id{};
    Role role = Role::member;
    std::string name;
    Instant since{};
    Instant ended_at{};
    EndCause cause = EndCause::taken_away;
    std::optional<std::string> ended_by;  ///< Name; of a hand-over the successor.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &FormerRole::id, Access::read_only),
            field("role", &FormerRole::role, Access::read_only),
            field("name", &FormerRole::name, Access::read_only),
            field("since", &FormerRole::since, Access::read_only),
            field("ended_at", &FormerRole::ended_at, Access::read_only),
            field("cause", &FormerRole::cause, Access::read_only),
            field("ended_by", &FormerRole::ended_by, Access::read_only),
        };
    }
};

/// Who holds which role in one place, who was asked, and who did before.
struct RolesPage {
    Scope scope = Scope::platform;
    std::string scope_id;        ///< Empty for the platform.
    std::string scope_name;      ///< The same.
    std::vector<Role> may_give;  ///< What whoever asks can offer here.
    std::vector<HeldRole> held;  ///< By role, then name.
    std::vector<HeldDeputy> deputies;
    std::vector<RoleOffer> offers;        ///< The newest first.
    std::vector<FormerRole> former;       ///< The last hundred, the newest first.
    bool is_without_facilitator = false;  ///< Of a cluster that nobody runs any more.

    static constexpr auto fields() {
        return std::tuple{
            field("scope", &RolesPage::scope, Access::read_only),
            field("scope_id", &RolesPage::scope_id, Access::read_only),
            field("scope_name", &RolesPage::scope_name, Access::read_only),
            field("may_give", &RolesPage::may_give, Access::read_only),
            field("held", &RolesPage::held, Access::read_only),
            field("deputies", &RolesPage::deputies, Access::read_only),
            field("offers", &RolesPage::offers, Access::read_only),
            field("former", &RolesPage::former, Access::read_only),
            field("is_without_facilitator", &RolesPage::is_without_facilitator, Access::read_only),
        };
    }
};

}  // namespace konbit
