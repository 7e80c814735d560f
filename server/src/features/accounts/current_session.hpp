// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "features/accounts/account.hpp"
#include "features/accounts/entering.hpp"
#include "features/accounts/session_store.hpp"
#include "features/app.hpp"
#include "http/replies.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace konbit {

/// What the client knows of whoever is signed in.
struct SessionAccount {
    AccountId id{};
    std::string email;
    std::string name;
    std::string language;
    bool is_demo = false;  ///< An invented person.

    static constexpr auto fields() {
        return std::tuple{field("id", &SessionAccount::id), field("email", &SessionAccount::email),
                          field("name", &SessionAccount::name), field("language", &SessionAccount::language),
                          field("is_demo", &SessionAccount::is_demo)};
    }
};

struct SessionGrant {
    Role role = Role::member;
    Scope scope = Scope::platform;
    std::optional<std::string> scope_id;
    std::string scope_name;          ///< Of the cluster, organization or country; empty for the platform.
    std::optional<Instant> ends_at;  ///< Empty: until somebody ends it.
    std::optional<std::string>
        held_for;  ///< Name of the person whose deputy holds it; empty for an own role.

    static constexpr auto fields() {
        return std::tuple{
            field("role", &SessionGrant::role),         field("scope", &SessionGrant::scope),
            field("scope_id", &SessionGrant::scope_id), field("scope_name", &SessionGrant::scope_name),
            field("ends_at", &SessionGrant::ends_at),   field("held_for", &SessionGrant::held_for)};
    }
};

struct CurrentSession {
    std::optional<SessionAccount> account;  ///< Empty when nobody is signed in.
    std::vector<SessionGrant> grants;
    std::optional<std::string> ticket{};  ///< To be sent with a code, which is still to come.
    /// The account holds an office: nothing opens before a second factor is set up or shown, and no role
    /// counts.
    bool lacks_second_factor = false;

    static constexpr auto fields() {
        return std::tuple{field("account", &CurrentSession::account),
                          field("grants", &CurrentSession::grants), field("ticket", &CurrentSession::ticket),
                          field("lacks_second_factor", &CurrentSession::lacks_second_factor)};
    }
};

namespace accounts {

Result<CurrentSession> described(App& app, const SignedInAccount& by, std::string_view language);

/// What whoever came in is answered, with the cookies; or the ticket for the code that is still to come.
Result<http::Answer<CurrentSession>> answer_to(App& app, const Entered& entered,
                                               const http::Request& request);

}  // namespace accounts
}  // namespace konbit
