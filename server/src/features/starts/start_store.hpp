// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.hpp"
#include "db/session.hpp"
#include "features/accounts/account.hpp"
#include "features/app.hpp"
#include "features/permission/viewer.hpp"
#include "features/starts/start.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Clusters that people without an account start: proven by a mailed link, then a draft like any other.
namespace konbit::starts {

/// A link holds for this time, and what was typed is kept no longer.
inline constexpr std::int64_t link_limit_ms = 7 * day_ms;
/// One address gets at most so many mails in that time.
inline constexpr int most_of_one_address = 3;

/// A support organization that may be named in the form.
struct Supporter {
    OrganizationId id{};
    std::string name;
    std::string country_code;

    static constexpr auto fields() {
        return std::tuple{field("id", &Supporter::id), field("name", &Supporter::name),
                          field("country_code", &Supporter::country_code)};
    }
};

/// Those that everybody may see, by country and name.
/// @param most  At most so many.
std::vector<Supporter> list_supporters(db::Session& session, int most);

/// The one of that name; among several the one of the country.
std::optional<Supporter> find_supporter(db::Session& session, std::string_view name,
                                        std::string_view country_code);

/// Keeps a request until its address is proven.
/// @param start  As checked() gave it.
/// @return Nothing when the address has had its mails: nobody may fill a stranger's mailbox.
std::optional<StartRequest> insert(db::Session& session, StartRequest start, Instant now);

/// What came of a proven request.
struct Begun {
    Account account;
    ClusterId cluster_id{};
};

/// The person followed the link: an account is found or made, the cluster is a draft of it, and its backing
/// is asked for. Proving again gives the same cluster.
/// @return ErrorCode::not_found when there is no such request or its link has expired; ErrorCode::forbidden
/// for
///         an account that is disabled; as backings::start().
Result<Begun> prove(db::Session& session, const App& app, const StartId& id, Instant now);

/// Removes requests that were made before, whatever became of them. @return How many.
std::int64_t remove_old(db::Session& session, Instant before);

}  // namespace konbit::starts
