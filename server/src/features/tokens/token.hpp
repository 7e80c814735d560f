// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/id.hpp"
#include "core/names.hpp"
#include "features/accounts/account.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace konbit {

using TokenId = Id<struct TokenTag>;

/// What a token is good for; never more than its account may at that moment.
enum class TokenScope {
    read_directory,       ///< What every visitor reads, without the account's own rights.
    read_clusters,        ///< Rosters, groups and meetings of clusters that the account runs.
    write_organizations,  ///< Adds and changes organizations.
    import_tables,        ///< Brings in tables of organizations and rosters.
};
constexpr auto names(TokenScope) {
    return std::to_array<std::string_view>(
        {"read_directory", "read_clusters", "write_organizations", "import_tables"});
}

/// A key for a machine that acts for an account (glossary: "token"). Its text is shown once and stored
/// nowhere.
struct Token {
    TokenId id{};
    AccountId account_id{};
    std::string token_sha256;
    std::string name;  ///< As its owner calls it, 1-60 code points.
    std::vector<TokenScope> scopes;
    Instant created_at{};
    Instant expires_at{};
    std::optional<Instant> last_used_at{};  ///< To within five minutes.
    bool has_second_factor = false;  ///< Made in a session of two factors: opens offices that demand them.

    static constexpr auto fields() {
        return std::tuple{
            field("id", &Token::id, Access::read_only),
            field("account_id", &Token::account_id, Access::never_sent),
            field("token_sha256", &Token::token_sha256, Access::never_sent),
            field("name", &Token::name),
            field("scopes", &Token::scopes),
            field("created_at", &Token::created_at, Access::read_only),
            field("expires_at", &Token::expires_at, Access::read_only),
            field("last_used_at", &Token::last_used_at, Access::read_only),
            field("has_second_factor", &Token::has_second_factor, Access::read_only),
        };
    }
};

/// What somebody asks for.
struct TokenDraft {
    std::string name;
    std::vector<TokenScope> scopes;
    std::int64_t days = 90;  ///< Until it ends: 1 to 365.

    static constexpr auto fields() {
        return std::tuple{field("name", &TokenDraft::name), field("scopes", &TokenDraft::scopes),
                          field("days", &TokenDraft::days).defaulted()};
    }
};

/// A token with its text, which is not shown again.
struct NewToken {
    std::string text;  ///< "kbt_" and 43 characters.
    Token token;

    static constexpr auto fields() {
        return std::tuple{field("text", &NewToken::text), field("token", &NewToken::token)};
    }
};

}  // namespace konbit
