// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fields.hpp"
#include "core/result.hpp"
#include "features/app.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace konbit::accounts {

/// The password of every demonstration account; printed at start and in docs/demo.md.
inline constexpr std::string_view demo_password = "neighbours-work-the-land";

/// An invented person of the demonstration, as the start-up lines show it.
struct DemoAccount {
    std::string email;
    std::string name;
    std::string language;
    std::string role;
    std::string scope;
    std::string scope_ref;  ///< Slug of a cluster, number of a member ("M21"), country code, or empty.
    std::string shows;      ///< What signing in as this person proves.

    static constexpr auto fields() {
        return std::tuple{
            field("email", &DemoAccount::email),       field("name", &DemoAccount::name),
            field("language", &DemoAccount::language), field("role", &DemoAccount::role),
            field("scope", &DemoAccount::scope),       field("scope_ref", &DemoAccount::scope_ref),
            field("shows", &DemoAccount::shows)};
    }
};

/// @return The people of data/demo/accounts.csv, in its order.
Result<std::vector<DemoAccount>> demo_accounts();

/// Makes the demonstration accounts; those that are there already stay as they are. The demonstration
/// directory must have been loaded.
Result<void> load_demo_accounts(App& app);

}  // namespace konbit::accounts
