// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/names.hpp"
#include "core/time.hpp"
#include "features/permission/grant.hpp"

#include <array>
#include <optional>
#include <string>

namespace konbit {

enum class AccountStatus {
    active,
    disabled,  ///< Cannot sign in; every session ended when it was disabled.
};
constexpr auto names(AccountStatus) { return std::to_array<std::string_view>({"active", "disabled"}); }

/// A person who can sign in.
struct Account {
    AccountId id{};
    std::string email;            ///< As the person writes it.
    std::string email_folded;     ///< Lower case; no two accounts have the same.
    std::string name;             ///< 1-200 code points.
    std::string language = "en";  ///< Of mail and of the first screen.
    AccountStatus status = AccountStatus::active;
    std::optional<std::string>
        password_hash;  ///< Argon2id with its parameters; empty: cannot sign in by password.
    bool is_demo = false;
    std::int64_t version = 1;
    Instant created_at{};
    Instant updated_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Account::id, Access::read_only),
            field("email", &Account::email),
            field("email_folded", &Account::email_folded, Access::never_sent),
            field("name", &Account::name),
            field("language", &Account::language).defaulted(),
            field("status", &Account::status, Access::read_only),
            field("password_hash", &Account::password_hash, Access::never_sent),
            field("is_demo", &Account::is_demo, Access::read_only),
            field("version", &Account::version, Access::read_only),
            field("created_at", &Account::created_at, Access::read_only),
            field("updated_at", &Account::updated_at, Access::read_only),
        };
    }
};

using SessionId = Id<struct SessionTag>;

/// How an account is entered.
enum class Entrance {
    password,
    link,      ///< Mailed to the account's address.
    passkey,   ///< Which says by itself that its owner was there.
    provider,  ///< A service of others that vouched for the person (features/oidc).
};
constexpr auto names(Entrance) {
    return std::to_array<std::string_view>({"password", "link", "passkey", "provider"});
}

/// Whether somebody who comes in has proven just now who they are.
enum class Freshness {
    fresh,
    stale,  ///< Known by an earlier proof: what changes how the account is entered asks for one.
};

/// Where an account is signed in. The token itself is known to the browser only.
struct SessionRecord {
    SessionId id{};
    std::string token_sha256;
    AccountId account_id{};
    Entrance entrance = Entrance::password;
    std::string device;  ///< As device_name() words it: "Firefox, Windows".
    Instant created_at{};
    Instant proven_at{};  ///< When the person last proved who they are, here or just before at a provider.
    Instant last_seen_at{};
    Instant expires_at{};

    static constexpr auto fields() {
        return std::tuple{
            field("id", &SessionRecord::id, Access::read_only),
            field("token_sha256", &SessionRecord::token_sha256, Access::never_sent),
            field("account_id", &SessionRecord::account_id, Access::read_only),
            field("entrance", &SessionRecord::entrance, Access::read_only),
            field("device", &SessionRecord::device, Access::read_only),
            field("created_at", &SessionRecord::created_at, Access::read_only),
            field("proven_at", &SessionRecord::proven_at, Access::read_only),
            field("last_seen_at", &SessionRecord::last_seen_at, Access::read_only),
            field("expires_at", &SessionRecord::expires_at, Access::read_only),
        };
    }
};

}  // namespace konbit
